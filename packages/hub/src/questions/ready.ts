import { z } from 'zod'
import { defineQuestion } from './question.ts'

/** Whether the database can be read; throws StoreError when it cannot. */
export const ready = defineQuestion({
  scope: 'anyone',
  path: '/ready',
  tag: 'Health',
  about: {
    en: 'the database can be read; needs no key',
    vi: 'cơ sở dữ liệu đọc được; không cần khóa',
  },
  parameters: z.strictObject({}),
  answer: z.object({ status: z.literal('ready') }).describe('Ready'),
  async ask(hub) {
    await hub.store.ping()
    return { status: 'ready' as const }
  },
})
