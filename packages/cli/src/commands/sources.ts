import type { AppError } from '@cchc/domain'
import type { SourceInfo } from '@cchc/hub'
import type { Command } from 'commander'
import { action, type CommandContext, type Invocation } from '../command-context.ts'
import { groupAction } from '../command-group.ts'
import { EXIT, exitCodeOfError } from '../exit-code.ts'
import { type FormatOption, formatOption, printListing } from '../output/listing.ts'
import { withHub } from '../with-hub.ts'

export function addSources(program: Command, context: CommandContext): void {
  const { sources } = context.messages.help
  const group = program
    .command('sources')
    .description(sources.about)
    .addOption(formatOption(context))
    .allowExcessArguments()
    .action(groupAction(context, action<FormatOption>(context, list)))
  group
    .command('check')
    .description(sources.check)
    .argument('[SOURCE...]', sources.sources)
    .addOption(formatOption(context))
    .action(action<FormatOption>(context, check))
}

async function list(invocation: Invocation<FormatOption>): Promise<number> {
  const items = await withHub(invocation, async (hub) => hub.sources())
  const { columns, words } = invocation.messages
  await printListing<SourceInfo>(invocation, {
    rows: items,
    document: { items },
    columns: [
      { title: columns.source, show: ({ id }) => id },
      { title: columns.connector, show: (one) => `${one.connector} ${one.connectorVersion}` },
      { title: columns.title, show: ({ title }) => title, flexible: true },
      { title: columns.streams, show: ({ streams }) => streams.join(', '), flexible: true },
      { title: columns.maxAge, show: (one) => words.hours(String(one.maxAgeHours)), right: true },
    ],
  })
  return EXIT.done
}

interface Checked {
  readonly id: string
  readonly failure: AppError | undefined
}

async function check(invocation: Invocation<FormatOption>): Promise<number> {
  const { isAppError } = await import('@cchc/domain')
  let code: number = EXIT.done
  const items = await withHub(invocation, async (hub) => {
    const ids = invocation.words.length > 0 ? invocation.words : hub.sources().map(({ id }) => id)
    const checked: Checked[] = []
    for (const id of new Set(ids)) {
      try {
        await hub.checkSource(id)
        checked.push({ id, failure: undefined })
      } catch (thrown) {
        if (!isAppError(thrown) || isAppError(thrown, 'not_found')) throw thrown
        code = Math.max(code, exitCodeOfError(thrown.code))
        checked.push({ id, failure: thrown })
      }
    }
    return checked
  })
  await printChecked(invocation, items)
  return code
}

async function printChecked(
  invocation: Invocation<FormatOption>,
  items: readonly Checked[],
): Promise<void> {
  const { messages, terminal, options } = invocation
  const { columns, words, failure: says } = messages
  const { loadWords } = await import('../messages/words.ts')
  const told = await loadWords(invocation.language)
  await printListing<Checked>(invocation, {
    rows: items,
    document: { items: items.map(checkedView) },
    columns: [
      { title: columns.source, show: ({ id }) => id },
      {
        title: columns.result,
        show: ({ failure }) =>
          failure ? `${says.labels.error}: ${told(failure.said)}` : words.reachable,
      },
    ],
  })
  if (options.format === 'json') return
  for (const { id, failure } of items) {
    if (failure?.whatToDo) terminal.note(`${id}: ${says.labels.fix}: ${told(failure.whatToDo)}`)
  }
}

function checkedView({ id, failure }: Checked) {
  if (!failure) return { id, ok: true, error: null }
  const { code, message, fix = null } = failure
  return { id, ok: false, error: { code, message, fix } }
}
