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
  readonly ok: boolean
  readonly error: {
    readonly code: string
    readonly message: string
    readonly fix: string | null
  } | null
}

async function check(invocation: Invocation<FormatOption>): Promise<number> {
  const { AppError, toAppError } = await import('@cchc/domain')
  let code: number = EXIT.done
  const items = await withHub(invocation, async (hub) => {
    const ids = invocation.words.length > 0 ? invocation.words : hub.sources().map(({ id }) => id)
    const checked: Checked[] = []
    for (const id of new Set(ids)) {
      try {
        await hub.checkSource(id)
        checked.push({ id, ok: true, error: null })
      } catch (thrown) {
        if (!(thrown instanceof AppError) || thrown.code === 'not_found') throw thrown
        const { code: kind, message, fix = null } = toAppError(thrown)
        code = Math.max(code, exitCodeOfError(kind))
        checked.push({ id, ok: false, error: { code: kind, message, fix } })
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
  const { columns, words, failure } = messages
  const { loadTranslation } = await import('../messages/errors/translate-error.ts')
  const translate = await loadTranslation(invocation.language)
  await printListing<Checked>(invocation, {
    rows: items,
    document: { items },
    columns: [
      { title: columns.source, show: ({ id }) => id },
      {
        title: columns.result,
        show: ({ error }) =>
          error ? `${failure.labels.error}: ${translate(error.message)}` : words.reachable,
      },
    ],
  })
  if (options.format === 'json') return
  for (const { id, error } of items) {
    if (error?.fix) terminal.note(`${id}: ${failure.labels.fix}: ${translate(error.fix)}`)
  }
}
