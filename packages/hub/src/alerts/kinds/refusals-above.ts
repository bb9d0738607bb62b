import { say } from '@cchc/domain'
import { defineAlert } from '../alert.ts'

/** Of so many times the limit the source as a whole is in doubt. */
const BROKEN_AT = 10

/** More records of a source are refused than an office looks at one by one. */
export const refusalsAbove = defineAlert({
  id: 'refusals-above',
  about: {
    en: 'more than refusedAbove records of a source are refused; broken above ten times as many',
    vi: 'số bản ghi bị từ chối của một nguồn vượt refusedAbove; coi là hỏng khi vượt gấp mười',
  },
  fix: say('cchc quarantine --source ID tells the reasons'),
  find: ({ sources, limits: { refusedAbove: limit } }) =>
    sources.flatMap(({ id, streams }) => {
      const count = streams.reduce((sum, { refused }) => sum + refused, 0)
      if (count <= limit) return []
      const sentence = say('{count} records of source {source} are refused, more than {limit}', {
        ...{ source: id, count, limit },
      })
      return [{ subject: id, severity: count > limit * BROKEN_AT ? 'broken' : 'look', sentence }]
    }),
  example: {
    known: {
      limits: { refusedAbove: 3, endsWithinDays: 90 },
      sources: [source('three', [1, 2]), source('four', [1, 3]), source('many', [31])],
    },
    holds: [
      { subject: 'four', severity: 'look' },
      { subject: 'many', severity: 'broken' },
    ],
  },
})

function source(id: string, counts: readonly number[]) {
  const streams = counts.map((refused, index) => {
    return { stream: `stream-${index}`, freshAt: 0, stale: false, refused }
  })
  return { id, maxAgeHours: 24, streams, lastRun: null, gate: null, changed: null }
}
