import { z } from 'zod'
import { StreamStatus, sourceStatus } from '../sources/status.ts'
import { defineQuestion } from './question.ts'

/** Whether the database can be read; throws StoreError when it cannot. */
export const ready = defineQuestion({
  path: '/ready',
  tag: 'Health',
  about: {
    en: 'the database can be read; how fresh each stream is',
    vi: 'cơ sở dữ liệu đọc được; mức độ mới của từng luồng dữ liệu',
  },
  parameters: z.strictObject({}),
  answer: z
    .object({ status: z.literal('ready'), streams: z.array(StreamStatus) })
    .describe('Ready'),
  async ask(hub) {
    await hub.store.ping()
    return { status: 'ready' as const, streams: await sourceStatus(hub) }
  },
})
