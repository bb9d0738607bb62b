import { inARow, instantText, type Message, say } from '@cchc/domain'
import { defineAlert, type Holding } from '../alert.ts'
import type { KnownSource, KnownStream } from '../known.ts'

const HOUR_MS = 3_600_000

/** Of so many times the allowed age a stream is as good as dead. */
const BROKEN_AT = 3

/** A source was not read whole, or sent nothing, for longer than it may. */
export const sourceStale = defineAlert({
  id: 'source-stale',
  about: {
    en: 'a source is stale: it was not read whole, or sent nothing, for longer than maxAgeHours; broken after three times as long, or where it never was',
    vi: 'nguồn đã cũ: quá maxAgeHours mà chưa đọc trọn hoặc không gửi gì; coi là hỏng khi lâu gấp ba, hoặc chưa đọc được lần nào',
  },
  fix: say('cchc status, then cchc runs --source ID and cchc sources check ID'),
  find: ({ sources, now }) => sources.flatMap((source) => staleness(source, now)),
  example: {
    known: {
      now: 100 * HOUR_MS,
      sources: [
        source('fresh', { freshAt: 90 * HOUR_MS, stale: false }),
        source('old', { freshAt: 50 * HOUR_MS, stale: true }),
        source('dead', { freshAt: 10 * HOUR_MS, stale: true }),
        source('new', { freshAt: null, stale: true }),
      ],
    },
    holds: [
      { subject: 'old', severity: 'look' },
      { subject: 'dead', severity: 'broken' },
      { subject: 'new', severity: 'broken' },
    ],
  },
})

function staleness({ id, streams, maxAgeHours }: KnownSource, now: number): Holding[] {
  const stale = streams.filter((one) => one.stale)
  if (stale.length === 0) return []
  const isDead = stale.some(
    ({ freshAt }) => freshAt === null || now - freshAt > BROKEN_AT * maxAgeHours * HOUR_MS,
  )
  const sentence = say('Source {source} is stale: {streams}', {
    source: id,
    streams: inARow(stale.map(lastOf)),
  })
  return [{ subject: id, severity: isDead ? 'broken' : 'look', sentence }]
}

function lastOf({ stream, freshAt }: KnownStream): Message {
  if (freshAt === null) return say('{stream} (never read whole)', { stream })
  return say('{stream} (last at {instant})', { stream, instant: instantText(freshAt) })
}

function source(id: string, of: Pick<KnownStream, 'freshAt' | 'stale'>): KnownSource {
  const streams = [{ stream: 'dossiers', refused: 0, ...of }]
  return { id, maxAgeHours: 24, streams, lastRun: null, gate: null, changed: null }
}
