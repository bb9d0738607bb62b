import type { StreamStatus } from '@cchc/hub'
import type { Command } from 'commander'
import { action, type CommandContext, type Invocation } from '../command-context.ts'
import { EXIT } from '../exit-code.ts'
import { type FormatOption, formatOption, printListing } from '../output/listing.ts'
import { withHub } from '../with-hub.ts'

export function addStatus(program: Command, context: CommandContext): void {
  program
    .command('status')
    .description(context.messages.help.status.about)
    .addOption(formatOption(context))
    .action(action<FormatOption>(context, status))
}

async function status(invocation: Invocation<FormatOption>): Promise<number> {
  const rows = await withHub(invocation, (hub) => hub.status())
  const stale = rows.some((row) => row.stale)
  const { streamStatusView } = await import('@cchc/hub/views')
  const { countText, instantOf } = await import('../output/operator-text.ts')
  const { columns, words, notes } = invocation.messages
  await printListing<StreamStatus>(invocation, {
    rows,
    document: { stale, items: rows.map(streamStatusView) },
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
  if (stale) invocation.terminal.note(notes.stale)
  return stale ? EXIT.stale : EXIT.done
}
