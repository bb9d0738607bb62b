import { isAppError, type Text } from '@cchc/domain'
import { z } from 'zod'
import { defineQuestion } from './question.ts'

/** Whether portals can be reached, let us log in and give one page; NotFoundError for a source that is unknown. */
export const sourceChecks = defineQuestion({
  command: 'sources check [SOURCE...]',
  about: {
    en: 'reach each portal, log in and read one page',
    vi: 'kết nối từng cổng, đăng nhập và đọc một trang',
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
        ok: z.boolean(),
        error: z
          .object({ code: z.string(), message: z.string(), fix: z.string().nullable() })
          .nullable(),
      }),
    ),
  }),
  async ask(hub, asked) {
    const { checkSource } = await import('../sources/runs.ts')
    const named = asked.source?.length ? asked.source : hub.config.sources.map(({ id }) => id)
    const items = []
    for (const id of new Set(named)) {
      items.push({ id, ...(await failureOf(checkSource(hub, id), hub.words)) })
    }
    return { items }
  },
})

async function failureOf(check: Promise<void>, words: (text: Text) => string) {
  try {
    await check
    return { ok: true, error: null }
  } catch (thrown) {
    if (!isAppError(thrown) || isAppError(thrown, 'not_found')) throw thrown
    const { code, said, whatToDo } = thrown
    const fix = whatToDo ? words(whatToDo) : null
    return { ok: false, error: { code, message: words(said), fix } }
  }
}
