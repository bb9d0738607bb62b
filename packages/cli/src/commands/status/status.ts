import { status } from '@cchc/hub/questions/status'
import type { Command } from 'commander'
import { action, type CommandContext, type Invocation } from '../../command-context.ts'
import { EXIT } from '../../exit-code.ts'
import { type FormatOption, formatOption, printListing } from '../../output/listing.ts'
import { questionCommand } from '../../question-command.ts'
import { withHub } from '../../with-hub.ts'

export function addStatus(program: Command, context: CommandContext): void {
  const own = [{ option: formatOption(context) }]
  questionCommand(program, context, { question: status, own }).action(
    action<FormatOption>(context, show),
  )
}

async function show(invocation: Invocation<FormatOption>): Promise<number> {
  const view = await withHub(invocation, (hub) => hub.ask(status, {}))
  const { countText, instantOf } = await import('../../output/operator-text.ts')
  const { columns, words, notes } = invocation.messages
  await printListing(invocation, {
    rows: view.items,
    document: view,
    columns: [
      { title: columns.source, show: ({ source }) => source },
      { title: columns.stream, show: ({ stream }) => stream },
      {
        title: columns.records,
        show: (row) => countText(row.records, words),
        plain: (row) => String(row.records),
        right: true,
      },
      {
        title: columns.refused,
        show: (row) => countText(row.quarantined, words),
        plain: (row) => String(row.quarantined),
        right: true,
      },
      {
        title: columns.completed,
        show: (row) =>
          row.completedAt === null ? words.never : instantOf(row.completedAt, invocation),
      },
      { title: columns.freshness, show: (row) => (row.stale ? words.stale : words.fresh) },
      {
        title: columns.lastRun,
        show: ({ lastRun }) => (lastRun ? words.status[lastRun.status] : words.none),
      },
    ],
  })
  for (const finding of view.findings) invocation.terminal.note(finding)
  if (view.stale) invocation.terminal.note(notes.stale)
  return view.stale ? EXIT.stale : EXIT.done
}
