import type { Text } from '@cchc/domain'
import type { Run } from '@cchc/hub/views'
import type { Invocation } from '../command-context.ts'
import { loadWords } from '../messages/words.ts'
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
  if (invocation.options.format !== 'json') await printTroubles(invocation, runs)
}

async function printTroubles(invocation: Invocation, runs: readonly Run[]): Promise<void> {
  const troubled = runs.filter(({ error, warnings }) => error !== null || warnings.length > 0)
  if (troubled.length > 0) await printReasons(invocation, troubled)
  if (runs.some(({ counts }) => counts.refused > 0)) {
    invocation.terminal.note(invocation.messages.notes.refused)
  }
}

async function printReasons(
  { terminal, messages, language }: Invocation,
  runs: readonly Run[],
): Promise<void> {
  const { failure, columns } = messages
  const told = await loadWords(language)
  const line = (text: Text) => oneLine(told(text))
  for (const { source, error, warnings } of runs) {
    for (const warning of warnings)
      terminal.note(`${source}: ${columns.warnings}: ${line(warning)}`)
    if (error) terminal.note(`${source}: ${failure.labels.error}: ${line(error.message)}`)
    if (error?.fix) terminal.note(`${source}: ${failure.labels.fix}: ${line(error.fix)}`)
  }
}
