import type { Run } from '@cchc/hub'
import type { AnswerOf } from '@cchc/hub/questions/question'
import type { oneRun } from '@cchc/hub/questions/runs'
import type { CommandContext } from '../../command-context.ts'
import { renderFacts } from '../../output/facts.ts'
import type { Listing } from '../../output/listing.ts'
import { instantOf } from '../../output/operator-text.ts'
import { countColumns, runDuration, runRate } from './run-columns.ts'

type RunDetails = AnswerOf<typeof oneRun>
type Reader = Pick<CommandContext, 'language' | 'messages'>

interface StreamRow {
  readonly name: string
  readonly counts: Run['counts']
}

/** What there is to say about a run besides its counts. */
export function runFacts(run: RunDetails, reader: Reader): string {
  const { columns, words, failure } = reader.messages
  const { error, failures, notes, warnings, gate } = run
  const failed = failures.map(({ stream, message }) => `${stream}: ${message}`)
  const parts = Object.entries(run.parts).map(([stream, { done, all }]) =>
    words.partsDone(stream, done, all),
  )
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
    ...(parts.length > 0 ? [[columns.parts, parts] as const] : []),
    ...(error ? [[columns.error, error.message] as const] : []),
    ...(failed.length > 0 ? [[columns.failures, failed] as const] : []),
    ...(error?.fix ? [[failure.labels.fix, error.fix] as const] : []),
    ...(notes.length > 0 ? [[columns.read, notes] as const] : []),
    ...(warnings.length > 0 ? [[columns.warnings, warnings] as const] : []),
    ...(gate.length > 0 ? [[columns.gate, gate.map((one) => gateText(one, reader))] as const] : []),
  ])
}

function gateText({ action, at, reasons, by, note }: RunDetails['gate'][number], reader: Reader) {
  const { gate } = reader.messages.words
  const person = [by, note].filter(Boolean).join(': ')
  const parts = [gate[action], instantOf(at, reader), person, reasons.join('; ')]
  return parts.filter(Boolean).join(', ')
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
