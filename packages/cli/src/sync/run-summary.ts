import type { Run } from '@cchc/hub/views'
import type { Invocation } from '../command-context.ts'
import { type FormatOption, printListing } from '../output/listing.ts'
import { oneLine } from '../output/text-width.ts'
import { countColumns, runDuration, runRate } from './run-columns.ts'

/** Tells what runs did: a table of counts, then for each failure what is wrong and what to do, then warnings. */
export async function printRunSummary(
  invocation: Invocation<FormatOption>,
  runs: readonly Run[],
): Promise<void> {
  const { runView } = await import('@cchc/hub/views')
  const { columns, words } = invocation.messages
  await printListing<Run>(invocation, {
    rows: runs,
    document: { runs: runs.map(runView) },
    columns: [
      { title: columns.source, show: ({ source }) => source },
      { title: columns.status, show: ({ status }) => words.status[status] },
      ...countColumns(invocation, ['new', 'changed', 'unchanged', 'removed', 'refused']),
      {
        title: columns.duration,
        show: (run) => runDuration(run, invocation),
        plain: (run) => (run.finishedAt === null ? '' : String(run.finishedAt - run.startedAt)),
        right: true,
      },
      { title: columns.rate, show: (run) => runRate(run, invocation), right: true },
    ],
  })
  if (invocation.options.format !== 'json') printTroubles(invocation, runs)
}

function printTroubles({ terminal, messages }: Invocation, runs: readonly Run[]): void {
  const { failure, columns, notes } = messages
  for (const { source, error, warnings } of runs) {
    for (const warning of warnings)
      terminal.note(`${source}: ${columns.warnings}: ${oneLine(warning)}`)
    if (error) terminal.note(`${source}: ${failure.labels.error}: ${oneLine(error.message)}`)
    if (error?.fix) terminal.note(`${source}: ${failure.labels.fix}: ${oneLine(error.fix)}`)
  }
  if (runs.some(({ counts }) => counts.refused > 0)) terminal.note(notes.refused)
}
