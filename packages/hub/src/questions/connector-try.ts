import { isAppError } from '@cchc/domain'
import { z } from 'zod'
import { defineQuestion } from './question.ts'
import { StreamOfSource } from './stream-of-source.ts'
import { ToldError, toldError } from './told-error.ts'

const MOST_RECORDS = 20

/** One page of each stream of a source as the hub would store it; nothing is stored. */
export const connectorTry = defineQuestion({
  command: 'connector try <SOURCE>',
  scope: 'admin',
  about: {
    en: 'read one page of each stream and show what would be stored; nothing is',
    vi: 'đọc một trang của mỗi luồng và cho xem dữ liệu sẽ lưu; không lưu gì',
  },
  parameters: StreamOfSource,
  answer: z.object({
    source: z.string(),
    connector: z.string(),
    streams: z.array(
      z.object({
        stream: z.string(),
        entity: z.string(),
        read: z.int().describe('Records of the page; those that follow are the first of them'),
        records: z.array(z.unknown()),
        refused: z.array(
          z.object({
            key: z.record(z.string(), z.string()).nullable(),
            reasons: z.array(z.object({ path: z.string(), message: z.string() })),
          }),
        ),
        removed: z.array(z.record(z.string(), z.string())),
        cursor: z.unknown().describe('The position after the page; null where the stream has none'),
        error: ToldError.nullable(),
      }),
    ),
  }),
  async ask(hub, { source, stream }) {
    const { openForTrial } = await import('../developing/trial.ts')
    const trial = openForTrial(hub, { source, stream })
    try {
      const streams = []
      for (const one of trial.streams) streams.push(await tried(one))
      return { source, connector: trial.connector, streams }
    } finally {
      trial.end()
    }

    async function tried(one: (typeof trial.streams)[number]) {
      const { name, entity } = one
      const nothing = { read: 0, records: [], refused: [], removed: [], cursor: null }
      try {
        const page = await one.firstPage()
        if (!page) return { stream: name, entity, ...nothing, error: null }
        const refused = page.refusals.slice(0, MOST_RECORDS).map(({ key, reasons }) => ({
          key,
          reasons: reasons.map(({ path, message }) => ({ path, message: hub.words(message) })),
        }))
        return {
          stream: name,
          entity,
          read: page.accepted.length + page.refusals.length,
          records: page.accepted.slice(0, MOST_RECORDS),
          refused,
          removed: page.removed.slice(0, MOST_RECORDS),
          cursor: page.cursor ?? null,
          error: null,
        }
      } catch (thrown) {
        if (!isAppError(thrown)) throw thrown
        return { stream: name, entity, ...nothing, error: toldError(thrown, hub.words) }
      }
    }
  },
})
