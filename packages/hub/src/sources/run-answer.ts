import { instantText, type Text } from '@cchc/domain'
import type { GateEvent as StoredEvent, Run as StoredRun } from '@cchc/store'
import { z } from 'zod'
import { driftAnswer, StreamDrift } from './drift-answer.ts'

const Count = z.int()
const Counts = z.object({
  pages: Count,
  fetched: Count,
  new: Count,
  changed: Count,
  unchanged: Count,
  outdated: Count,
  removed: Count,
  refused: Count,
  dismissed: Count.describe('Of the refused: the same as a person dismissed before'),
  requests: Count,
  retries: Count,
  bytes: Count,
})

const RunError = z.object({
  code: z.string(),
  message: z.string(),
  fix: z.string().nullable(),
})

/** What a run of a source did; instants are ISO 8601 in Vietnam's time. */
export const Run = z
  .object({
    id: z.string(),
    source: z.string(),
    connector: z.string(),
    connectorVersion: z.string(),
    trigger: z.enum(['manual', 'schedule', 'retry', 'push']),
    status: z.enum(['running', 'done', 'partial', 'failed', 'interrupted', 'abandoned']),
    startedAt: z.string(),
    finishedAt: z.string().nullable(),
    seconds: z.number().nullable(),
    counts: Counts,
    streams: z.record(z.string(), Counts),
    error: RunError.nullable(),
    failures: z
      .array(RunError.extend({ stream: z.string() }))
      .describe('The streams that failed, each with its error; the others were read'),
    notes: z.array(z.string()).describe('What was read, and as what'),
    warnings: z.array(z.string()),
    drift: z
      .array(StreamDrift)
      .describe('What the records of the portal looked like otherwise than before'),
    parts: z
      .record(z.string(), z.object({ done: Count, all: Count }))
      .describe('By stream that is read in windows of days: how many of them are done'),
  })
  .meta({ id: 'Run' })
export type Run = z.output<typeof Run>

/** What became of the gate of a run's source through it; instants are ISO 8601 in Vietnam's time. */
export const GateEvent = z.object({
  action: z.enum(['closed', 'opened', 'accepted']),
  at: z.string(),
  asOf: z.string().describe('When what was shown meanwhile was learnt'),
  reasons: z.array(z.string()),
  by: z.string().nullable(),
  note: z.string().nullable(),
})

/** A stored event of a gate as it is handed out. */
export function gateEventAnswer(event: StoredEvent, words: (text: Text) => string) {
  const { action, recordedAt, asOf, reasons, by, note } = event
  const instants = { at: instantText(recordedAt), asOf: instantText(asOf) }
  return { action, ...instants, reasons: reasons.map(words), by, note }
}

/** A stored run as it is handed out. */
export function runAnswer(stored: StoredRun, words: (text: Text) => string) {
  const { startedAt, finishedAt, ...run } = stored
  const inWords = <E extends NonNullable<StoredRun['error']>>(error: E) => ({
    ...error,
    message: words(error.message),
    fix: error.fix && words(error.fix),
  })
  return {
    ...run,
    drift: run.drift.map(driftAnswer),
    error: run.error && inWords(run.error),
    failures: run.failures.map(inWords),
    notes: run.notes.map(words),
    warnings: run.warnings.map(words),
    startedAt: instantText(startedAt),
    finishedAt: textOrNull(finishedAt),
    seconds: finishedAt === null ? null : (finishedAt - startedAt) / 1000,
  }
}

/** An instant as ISO 8601 in Vietnam's time; null stays null. */
export function textOrNull(instant: number | null): string | null {
  return instant === null ? null : instantText(instant)
}
