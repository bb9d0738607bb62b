import { z } from 'zod'
import { oneSource } from '../questions/parts.ts'
import { defineAction } from '../questions/question.ts'
import { Run, runAnswer } from '../sources/run-answer.ts'

/** Reads refused records again from their portal; gives the run of each source that had any. */
export const retryQuarantine = defineAction({
  command: 'quarantine retry [ID...]',
  scope: 'sync:run',
  about: {
    en: 'read refused records again from their portal',
    vi: 'đọc lại các bản ghi bị từ chối từ cổng',
  },
  parameters: z.strictObject({
    id: z.array(z.string()).optional().meta({
      description: 'ids of refused records; all unless named',
      vi: 'mã các bản ghi bị từ chối; mặc định tất cả',
    }),
    source: oneSource,
  }),
  answer: z.object({ runs: z.array(Run) }),
  async act(hub, asked, { signal }) {
    const { retryRefused } = await import('../sources/runs.ts')
    return {
      runs: (await retryRefused(hub, asked, signal)).map((run) => runAnswer(run, hub.words)),
    }
  },
})
