import { say } from '@cchc/domain'
import { z } from 'zod'
import { sourceOrSources } from '../questions/parts.ts'
import { defineAction } from '../questions/question.ts'
import { Run, runAnswer } from '../sources/run-answer.ts'
import { doneBy as by } from './entering.ts'

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
    source: sourceOrSources,
    by,
  }),
  answer: z.object({
    runs: z.array(Run),
    notes: z.array(z.string()).describe('Why nothing was read, where nothing was'),
  }),
  async act(hub, asked, watch) {
    const { retryRefused } = await import('../sources/runs.ts')
    const runs = await retryRefused(hub, asked, watch)
    const none = runs.length === 0 ? [say('There is no refused record to read again.')] : []
    return { runs: runs.map((run) => runAnswer(run, hub.words)), notes: none.map(hub.words) }
  },
})
