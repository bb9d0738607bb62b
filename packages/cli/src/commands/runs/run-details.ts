import type { Run } from '@cchc/hub'
import type { CommandContext } from '../../command-context.ts'
import { renderFacts } from '../../output/facts.ts'
import type { Listing } from '../../output/listing.ts'
import { instantOf } from '../../output/operator-text.ts'
import { countColumns, runDuration, runRate } from './run-columns.ts'

type Reader = Pick<CommandContext, 'language' | 'messages'>

interface StreamRow {
  readonly name: string
  readonly counts: Run['counts']
}

/** What there is to say about a run besides its counts. */
export function runFacts(run: Run, reader: Reader): string {
  const { columns, words, failure } = reader.messages
  const { error, failures, notes, warnings } = run
  const failed = failures.map(({ stream, message }) => `${stream}: ${message}`)
  return renderFacts([
    [columns.run, run.id],
    [columns.source, run.source],
    [columns.connector, `${run.connector} ${run.connectorVersion}`],
    [columns.trigger, words.trigger[run.trigger]],
    [columns.status, words.status[run.status]],
    [columns.started, instantOf(run.startedAt, reader)],
    [columns.finished, instantOf(run.finishedAt, reader)],
    [columns.duration, runDuration(run, reader)],
    [columns.rate, runRate(run, reader)],
    ...(error ? [[columns.error, error.message] as const] : []),
    ...(failed.length > 0 ? [[columns.failures, failed] as const] : []),
    ...(error?.fix ? [[failure.labels.fix, error.fix] as const] : []),
    ...(notes.length > 0 ? [[columns.read, notes] as const] : []),
    ...(warnings.length > 0 ? [[columns.warnings, warnings] as const] : []),
  ])
}

/** What a run did, stream by stream, and altogether. */
export function streamRows(run: Run, reader: Reader): Listing<StreamRow> {
  const streams = Object.entries(run.streams).map(([name, counts]) => ({ name, counts }))
  return {
    rows: [...streams, { name: reader.messages.columns.total, counts: run.counts }],
    document: null,
    columns: [
      { title: reader.messages.columns.stream, show: ({ name }) => name },
      ...countColumns(reader, [
        'fetched',
        'new',
        'changed',
        'unchanged',
        'outdated',
        'removed',
        'refused',
        'pages',
        'requests',
        'retries',
        'bytes',
      ]),
    ],
  }
}
