import { type Message, say } from '@cchc/domain'
import { defineAlert, type Holding } from '../alert.ts'
import type { KnownSource } from '../known.ts'

type LastRun = NonNullable<KnownSource['lastRun']>

/** The newest run of a source that is over did not end as it should. */
export const runNotDone = defineAlert({
  id: 'run-not-done',
  about: {
    en: 'the last run of a source was partial, or interrupted; broken where it failed or its process died',
    vi: 'lần chạy gần nhất của nguồn chỉ xong một phần hoặc bị ngắt; coi là hỏng khi thất bại hoặc tiến trình đã chết',
  },
  fix: say(
    'cchc runs show, with the number of that run behind it, says what to do; the next run goes on from where this one stopped',
  ),
  find: ({ sources }) => sources.flatMap(({ id, lastRun }) => (lastRun ? found(id, lastRun) : [])),
  example: {
    known: {
      sources: [
        source('good', { id: '1', status: 'done', error: null }),
        source('half', { id: '2', status: 'partial', error: null }),
        source('gone', { id: '3', status: 'abandoned', error: null }),
        source('down', {
          ...{ id: '4', status: 'failed' },
          error: { code: 'portal_unavailable', message: say('ECONNREFUSED'), fix: null },
        }),
      ],
    },
    holds: [
      { subject: 'half', severity: 'look' },
      { subject: 'gone', severity: 'broken' },
      { subject: 'down', severity: 'broken' },
    ],
  },
})

function found(source: string, run: LastRun): Holding[] {
  if (run.status === 'done' || run.status === 'running') return []
  const severity = run.status === 'partial' || run.status === 'interrupted' ? 'look' : 'broken'
  return [{ subject: source, severity, sentence: sentenceOf(source, run) }]
}

function sentenceOf(source: string, { id: run, status, error }: LastRun): Message {
  const facts = { run, source }
  if (status === 'partial') return say('Run {run} of source {source} did only a part', facts)
  if (status === 'interrupted') return say('Run {run} of source {source} was interrupted', facts)
  if (error === null) return say('Run {run} of source {source} failed', facts)
  return say('Run {run} of source {source} failed: {reason}', { ...facts, reason: error.message })
}

function source(id: string, lastRun: LastRun): KnownSource {
  return { id, maxAgeHours: 24, streams: [], lastRun, gate: null, changed: null }
}
