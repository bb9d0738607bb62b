import { z } from 'zod'
import { flag, namesOf, sourceOrSources } from '../questions/parts.ts'
import { defineAction } from '../questions/question.ts'
import { DryRun, dryRunAnswer } from '../sources/dry-run-answer.ts'
import { Run, runAnswer } from '../sources/run-answer.ts'

/** Reads the sources, one after the other; a source that fails does not stop the others and is told by its run. */
export const sync = defineAction({
  command: 'sync [SOURCE...]',
  scope: 'sync:run',
  about: {
    en: 'read the portals into the database',
    vi: 'đọc dữ liệu từ các cổng vào cơ sở dữ liệu',
  },
  parameters: z.strictObject({
    source: sourceOrSources.meta({
      description: 'ids of sources; all unless named',
      vi: 'mã nguồn; mặc định tất cả',
    }),
    stream: namesOf().optional().meta({
      description:
        'only these streams, with commas; their source may be left out if no other has them',
      vi: 'chỉ các luồng này, cách nhau bằng dấu phẩy; có thể bỏ mã nguồn nếu chỉ một nguồn có luồng đó',
      placeholder: 'names',
    }),
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
    accept: flag().optional().meta({
      description: 'let through what waits at the gate of the named sources, then read them',
      vi: 'chấp nhận số liệu đang chờ ở cửa kiểm soát của các nguồn đã nêu, rồi đọc tiếp',
    }),
    reason: z.string().trim().min(1).max(1000).optional().meta({
      description: 'why it is accepted; it is kept',
      vi: 'lý do chấp nhận; được lưu lại',
      placeholder: 'text',
    }),
    by: z.string().trim().min(1).max(200).optional().meta({
      description: 'account of the person who accepts (that of the system unless told)',
      vi: 'tài khoản của người chấp nhận (mặc định là tài khoản hệ thống)',
      placeholder: 'account',
    }),
    acceptDrift: flag().optional().meta({
      description: 'what the records of the portals look like now is right',
      vi: 'coi cấu trúc bản ghi hiện nay của các cổng là đúng',
    }),
    dryRun: flag().optional().meta({
      description: 'read as a sync would, tell what would change, and write nothing',
      vi: 'đọc như khi đồng bộ, cho biết những gì sẽ thay đổi và không ghi gì',
    }),
  }),
  answer: z.object({
    runs: z.array(Run),
    dryRuns: z.array(DryRun).optional().describe('What they would do, where nothing is written'),
    notes: z.array(z.string()).describe('What was left alone, and why'),
  }),
  async act(hub, asked, watch) {
    const { syncSources } = await import('../sources/runs.ts')
    const { words } = hub
    const { runs, dryRuns, notes } = await syncSources(hub, asked, watch)
    return {
      runs: runs.map((run) => runAnswer(run, words)),
      ...(dryRuns && { dryRuns: dryRuns.map((one) => dryRunAnswer(one, words)) }),
      notes: notes.map(words),
    }
  },
})
