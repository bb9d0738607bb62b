import { z } from 'zod'
import { StreamStatus, sourceStatus } from '../sources/status.ts'
import { defineQuestion } from './question.ts'

/** How fresh every stream is. */
export const status = defineQuestion({
  command: 'status',
  about: {
    en: 'how fresh each source is; exit code 4 when something is stale',
    vi: 'mức độ mới của từng nguồn; mã kết thúc 4 khi có số liệu cũ',
  },
  parameters: z.strictObject({}),
  answer: z.object({ stale: z.boolean(), items: z.array(StreamStatus) }),
  async ask(hub) {
    const items = await sourceStatus(hub)
    return { stale: items.some(({ stale }) => stale), items }
  },
})
