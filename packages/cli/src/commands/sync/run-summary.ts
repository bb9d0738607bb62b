import type { Run } from '@cchc/hub'
import type { Invocation } from '../../command-context.ts'
import { loadTranslation } from '../../messages/errors/translate-error.ts'
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
  const { terminal, messages, language } = invocation
  const { failure, columns, notes } = messages
  const troubled = runs.filter(({ error, warnings }) => error !== null || warnings.length > 0)
  const translate = troubled.length > 0 ? await loadTranslation(language) : undefined
  const line = (text: string) => oneLine(translate?.(text) ?? text)
  for (const { source, error, warnings } of troubled) {
    for (const warning of warnings)
      terminal.note(`${source}: ${columns.warnings}: ${line(warning)}`)
    if (error) terminal.note(`${source}: ${failure.labels.error}: ${line(error.message)}`)
    if (error?.fix) terminal.note(`${source}: ${failure.labels.fix}: ${line(error.fix)}`)
  }
  if (runs.some(({ counts }) => counts.refused > 0)) terminal.note(notes.refused)
}
