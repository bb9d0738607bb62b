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
  if (invocation.options.format !== 'json') printTroubles(invocation, runs)
}

function printTroubles(invocation: Invocation, runs: readonly Run[]): void {
  printNotes(invocation, runs)
  printReasons(invocation, runs)
  if (runs.some(({ counts }) => counts.refused > counts.dismissed)) {
    invocation.terminal.note(invocation.messages.notes.refused)
  }
}

/** How many files are told before a person looks the rest up. */
const MOST_NOTES = 40

function printNotes({ terminal, messages }: Invocation, runs: readonly Run[]): void {
  for (const { source, id, notes } of runs) {
    for (const note of notes.slice(0, MOST_NOTES)) terminal.note(`${source}: ${oneLine(note)}`)
    const more = notes.length - MOST_NOTES
    if (more > 0) terminal.note(`${source}: ${messages.notes.moreNotes(more, id)}`)
  }
}

type Reasons = Pick<Run, 'source' | 'error' | 'failures' | 'warnings'>

/** What runs warn of, and why they failed, each with what to do. */
export function printReasons({ terminal, messages }: Invocation, runs: readonly Reasons[]): void {
  const { failure, columns } = messages
  for (const run of runs) {
    for (const warning of run.warnings)
      terminal.note(`${run.source}: ${columns.warnings}: ${oneLine(warning)}`)
    for (const { place, message, fix } of troublesOf(run)) {
      terminal.note(`${place}: ${failure.labels.error}: ${oneLine(message)}`)
      if (fix) terminal.note(`${place}: ${failure.labels.fix}: ${oneLine(fix)}`)
    }
  }
}

/** Each stream that failed, and what ended the run where that was none of them. */
function troublesOf({ source, error, failures }: Reasons) {
  const streams = failures.map((one) => ({ ...one, place: `${source} ${one.stream}` }))
  const isOfStream = failures.some(({ message }) => message === error?.message)
  return error && !isOfStream ? [...streams, { ...error, place: source }] : streams
}
