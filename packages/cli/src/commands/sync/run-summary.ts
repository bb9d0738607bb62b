import type { Run } from '@cchc/hub'
import type { Invocation } from '../../command-context.ts'
import { type FormatOption, printListing } from '../../output/listing.ts'
import { oneLine } from '../../output/text-width.ts'
import { countColumns, runDuration, runRate } from '../runs/run-columns.ts'

/** Tells what runs did: a table of counts, then for each failure what is wrong and what to do, then warnings. */
export async function printRunSummary(
  invocation: Invocation<FormatOption>,
  runs: readonly Run[],
): Promise<void> {
  const { columns, words } = invocation.messages
  await printListing<Run>(invocation, {
    rows: runs,
    document: { runs },
    columns: [
      { title: columns.source, show: ({ source }) => source },
      { title: columns.status, show: ({ status }) => words.status[status] },
      ...countColumns(invocation, ['new', 'changed', 'unchanged', 'removed', 'refused']),
      {
        title: columns.duration,
        show: (run) => runDuration(run, invocation),
        plain: (run) => (run.seconds === null ? '' : String(Math.round(run.seconds * 1000))),
        right: true,
      },
      { title: columns.rate, show: (run) => runRate(run, invocation), right: true },
    ],
  })
  if (invocation.options.format !== 'json') await printTroubles(invocation, runs)
}

async function printTroubles(invocation: Invocation, runs: readonly Run[]): Promise<void> {
  const troubled = runs.filter(({ error, warnings }) => error !== null || warnings.length > 0)
  if (troubled.length > 0) printReasons(invocation, troubled)
  if (runs.some(({ counts }) => counts.refused > 0)) {
    invocation.terminal.note(invocation.messages.notes.refused)
  }
}

function printReasons({ terminal, messages }: Invocation, runs: readonly Run[]): void {
  const { failure, columns } = messages
  for (const { source, error, warnings } of runs) {
    for (const warning of warnings)
      terminal.note(`${source}: ${columns.warnings}: ${oneLine(warning)}`)
    if (error) terminal.note(`${source}: ${failure.labels.error}: ${oneLine(error.message)}`)
    if (error?.fix) terminal.note(`${source}: ${failure.labels.fix}: ${oneLine(error.fix)}`)
  }
}
