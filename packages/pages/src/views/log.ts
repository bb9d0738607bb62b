import { auditLog } from '@cchc/hub/questions/audit-log'
import type { AnswerOf } from '@cchc/hub/questions/question'
import { html, NOTHING } from '../html.ts'
import { linkTo, PATHS } from '../links.ts'
import { actionWords, outcomeWords, subjectWords, whoWords } from '../parts/log-words.ts'
import { table } from '../parts/table.ts'
import { printedInstant } from '../printed.ts'
import type { View } from '../view.ts'

type Line = AnswerOf<typeof auditLog>['items'][number]

const MOST = 50

/** What was done, by whom and to what, the newest first. */
export const log: View = {
  path: PATHS.log,
  menu: 'Nhật ký',
  takes: ['after'],
  async show({ ask, given: { after } }) {
    const { items, next } = await ask(auditLog, { limit: MOST, ...(after && { after }) })
    return {
      title: 'Nhật ký',
      content: html`<h1>Nhật ký<small>Việc đã làm: ai, lúc nào, với đối tượng nào; mỗi dòng gắn với dòng trước bằng giá trị băm</small></h1>
${table(
  'Nhật ký, mới nhất trước',
  [
    { title: 'Số', isNumber: true, cell: ({ seq }: Line) => String(seq) },
    { title: 'Lúc', isShort: true, cell: ({ at }: Line) => printedInstant(at) },
    { title: 'Người làm', isHead: true, cell: ({ who }: Line) => whoWords(who) },
    { title: 'Việc', cell: ({ action }: Line) => actionWords(action) },
    { title: 'Đối tượng', cell: ({ subject }: Line) => subjectWords(subject) },
    { title: 'Kết quả', cell: ({ outcome }: Line) => outcomeWords(outcome) },
  ],
  { rows: items, empty: 'Chưa có dòng nào.' },
)}
${next === null ? NOTHING : html`<p><a href="${linkTo(PATHS.log, { after: next })}">Trang sau</a></p>`}`,
    }
  },
}
