import type { QuarantinedRecord } from '@cchc/hub'
import { dismissRefusal } from '@cchc/hub/actions/dismiss-refusal'
import { retryQuarantine } from '@cchc/hub/actions/retry-quarantine'
import { oneRefusal, quarantine } from '@cchc/hub/questions/quarantine'
import type { Command } from 'commander'
import { askedOf } from '../../asked-of.ts'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { groupAction } from '../../command-group.ts'
import { personOf } from '../../entering.ts'
import { EXIT, exitCodeOfRuns } from '../../exit-code.ts'
import { limitOption } from '../../limit-option.ts'
import {
  type FormatOption,
  formatOption,
  printDocument,
  printListing,
} from '../../output/listing.ts'
import { questionCommand } from '../../question-command.ts'
import { listenForStop } from '../../stop-signals.ts'
import { withHub, withReader } from '../../with-hub.ts'

export function addQuarantine(program: Command, context: CommandContext): void {
  const format = () => ({ option: formatOption(context) })
  const group = questionCommand(program, context, {
    question: quarantine,
    own: [{ option: limitOption(context) }, format()],
  })
  group.allowExcessArguments().action(groupAction(action<FormatOption>(context, list)))
  questionCommand(group, context, { question: oneRefusal, own: [format()] }).action(
    action<FormatOption>(context, show),
  )
  questionCommand(group, context, {
    question: dismissRefusal,
    own: [format()],
    supplied: ['by'],
  }).action(action<FormatOption>(context, dismiss))
  questionCommand(group, context, { question: retryQuarantine, own: [format()] }).action(
    action<FormatOption>(context, retry),
  )
}

async function list(invocation: Invocation<FormatOption>): Promise<number> {
  const asked = askedOf(invocation, quarantine)
  const { items, next } = await withReader(invocation, (hub) => hub.ask(quarantine, asked))
  const { instantOf } = await import('../../output/operator-text.ts')
  const { keyText, reasonTexts, unended } = await import('./refused-record.ts')
  const { columns, notes } = invocation.messages
  await printListing(invocation, {
    rows: items,
    document: { items },
    columns: [
      { title: columns.id, show: ({ id }) => id },
      { title: columns.source, show: (record) => record.source },
      { title: columns.stream, show: (record) => record.stream },
      { title: columns.key, show: (record) => keyText(record, invocation), flexible: true },
      {
        title: columns.reasons,
        show: (one) => reasonTexts(one).map(unended).join('; '),
        flexible: true,
      },
      { title: columns.timesSeen, show: (one) => String(one.timesSeen), right: true },
      { title: columns.lastSeen, show: (one) => instantOf(one.lastSeenAt, invocation) },
    ],
  })
  if (next !== null) invocation.terminal.note(notes.more(items.length))
  return EXIT.done
}

async function show(invocation: Invocation<FormatOption>): Promise<number> {
  const asked = askedOf(invocation, oneRefusal)
  return print(invocation, await withReader(invocation, (hub) => hub.ask(oneRefusal, asked)))
}

async function dismiss(invocation: Invocation<FormatOption>): Promise<number> {
  const asked = askedOf(invocation, dismissRefusal, { by: personOf(invocation) })
  return print(invocation, await withHub(invocation, (hub) => hub.act(dismissRefusal, asked)))
}

async function print(
  invocation: Invocation<FormatOption>,
  record: QuarantinedRecord,
): Promise<number> {
  const { refusedFacts } = await import('./refused-record.ts')
  const { renderFacts } = await import('../../output/facts.ts')
  if (invocation.options.format === 'json') {
    printDocument(invocation, record)
    return EXIT.done
  }
  invocation.terminal.print(renderFacts(refusedFacts(record, invocation)))
  return EXIT.done
}

async function retry(invocation: Invocation<FormatOption>): Promise<number> {
  const { options, terminal } = invocation
  const stop = listenForStop(invocation)
  try {
    const asked = askedOf(invocation, retryQuarantine)
    const { signal } = stop
    const { runs, notes } = await withHub(invocation, (hub) =>
      hub.act(retryQuarantine, asked, { signal }),
    )
    for (const note of notes) terminal.note(note)
    const { printRunSummary } = await import('../sync/run-summary.ts')
    if (runs.length > 0 || options.format === 'json') await printRunSummary(invocation, runs)
    return stop.code() ?? exitCodeOfRuns(runs)
  } finally {
    stop.end()
  }
}
