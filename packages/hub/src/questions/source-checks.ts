import type { AppError, Text } from '@cchc/domain'
import { z } from 'zod'
import { requireAnySource } from '../sources/choose-sources.ts'
import { defineQuestion } from './question.ts'
import { ToldError, toldError } from './told-error.ts'

const Outcome = z.object({
  ok: z.boolean(),
  error: ToldError.nullable(),
})

/** Whether portals can be reached, let us log in and give every stream; NotFoundError for a source that is unknown. */
export const sourceChecks = defineQuestion({
  command: 'sources check [SOURCE...]',
  scope: 'admin',
  about: {
    en: 'reach each portal, log in and try every stream',
    vi: 'kết nối từng cổng, đăng nhập và đọc thử từng luồng',
  },
  parameters: z.strictObject({
    source: z
      .array(z.string())
      .optional()
      .meta({ description: 'ids of sources; all unless named', vi: 'mã nguồn; mặc định tất cả' }),
  }),
  answer: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        ...Outcome.shape,
        streams: z.array(z.object({ stream: z.string(), ...Outcome.shape })),
      }),
    ),
  }),
  async ask(hub, asked) {
    requireAnySource(hub.config)
    const { checkSource } = await import('../sources/check-source.ts')
    const named = asked.source?.length ? asked.source : hub.config.sources.map(({ id }) => id)
    const items = []
    for (const id of new Set(named)) {
      const { failure, streams } = await checkSource(hub, id)
      const tried = streams.map(({ stream, failure }) => ({
        stream,
        ...outcomeOf(failure, hub.words),
      }))
      items.push({ id, ...outcomeOf(failure, hub.words), streams: tried })
    }
    return { items }
  },
})

function outcomeOf(failure: AppError | undefined, words: (text: Text) => string) {
  return { ok: !failure, error: failure ? toldError(failure, words) : null }
}
