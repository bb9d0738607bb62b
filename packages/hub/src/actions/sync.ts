import { z } from 'zod'
import { flag } from '../questions/parts.ts'
import { defineAction } from '../questions/question.ts'
import { Run, runAnswer } from '../sources/run-answer.ts'

/** Reads the sources, one after the other; a source that fails does not stop the others and is told by its run. */
export const sync = defineAction({
  command: 'sync [SOURCE...]',
  about: {
    en: 'read the portals into the database',
    vi: 'đọc dữ liệu từ các cổng vào cơ sở dữ liệu',
  },
  parameters: z.strictObject({
    source: z
      .array(z.string())
      .optional()
      .meta({ description: 'ids of sources; all unless named', vi: 'mã nguồn; mặc định tất cả' }),
    from: z.string().optional().meta({
      description: 'first day to read, such as 2022-12-15',
      vi: 'ngày đầu cần đọc, ví dụ 2022-12-15',
      placeholder: 'day',
    }),
    to: z.string().optional().meta({
      description: 'last day to read',
      vi: 'ngày cuối cần đọc',
      placeholder: 'day',
    }),
    full: flag().optional().meta({
      description: 'forget the positions and read everything again',
      vi: 'bỏ vị trí đã lưu và đọc lại toàn bộ',
    }),
    acceptRemovals: flag().optional().meta({
      description: 'what the portals no longer hold is gone, however much it is',
      vi: 'coi những gì cổng không còn là đã bị xóa, dù nhiều đến đâu',
    }),
  }),
  answer: z.object({
    runs: z.array(Run),
    notes: z.array(z.string()).describe('What was left alone, and why'),
  }),
  async act(hub, asked, watch) {
    const { syncSources } = await import('../sources/runs.ts')
    const { runs, notes } = await syncSources(hub, asked, watch)
    return { runs: runs.map((run) => runAnswer(run, hub.words)), notes: notes.map(hub.words) }
  },
})
