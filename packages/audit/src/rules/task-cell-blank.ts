import { say } from '@cchc/domain'
import { defineAuditRule } from '../define-audit-rule.ts'
import { type ReportedTask, rowOfTask } from '../meaning/reported-task.ts'
import { BLANK_CELL } from '../phrases.ts'

const PRODUCT = { en: 'Product', vi: 'Sản phẩm' } as const
const ASSIGNEE = { en: 'Assigned to', vi: 'Phân công thực hiện' } as const
const OUTCOME = { en: 'Result', vi: 'Kết quả thực hiện' } as const
const THOUGH = { en: ', though it says “{status}”', vi: ', trong khi ghi “{status}”' } as const

/** Cells of the task table that are left blank. */
export const taskCellBlank = defineAuditRule({
  id: 'task-cell-blank',
  kind: 'blanks',
  severity: 'either',
  needs: ['tasks'],
  sentence: {
    en: 'Task {no} “{task}” leaves the column {column} blank{though}.',
    vi: 'Nhiệm vụ {no} “{task}” để trống cột {column}{though}.',
  },
  phrases: [PRODUCT, ASSIGNEE, OUTCOME, THOUGH],
  examples: {
    wrong: { tasks: '17 | Rà soát TTHC | | Văn phòng | Đúng tiến độ | số 9/BC-VP ngày 05/6/2023' },
    right: {
      tasks: '17 | Rà soát TTHC | Báo cáo | Văn phòng | Đúng tiến độ | số 9/BC-VP ngày 05/6/2023',
    },
  },
  find: ({ tasks }) =>
    tasks.flatMap((task) =>
      blankCells(task).map(({ column, certain, though = '' }) => ({
        rows: [rowOfTask(task)],
        certain,
        printed: say(BLANK_CELL.en),
        expected: say(column),
        values: { no: task.no, task: task.task, column: say(column), though },
      })),
    ),
})

function blankCells({ product, assignee, status, ...task }: ReportedTask) {
  const results = (task.documents ?? []).filter(({ role }) => role === 'result')
  const worded = (task.unnumberedResults ?? []).length > 0 || !isBlank(task.resultText)
  const noResult = results.length === 0 && !worded && !isBlank(status)
  const though = say(THOUGH.en, { status: status ?? '' })
  return [
    ...(isBlank(product) ? [{ column: PRODUCT.en, certain: true }] : []),
    ...(isBlank(assignee) ? [{ column: ASSIGNEE.en, certain: true }] : []),
    ...(noResult ? [{ column: OUTCOME.en, certain: false, though }] : []),
  ]
}

function isBlank(words: string | null | undefined): boolean {
  return (words ?? '').trim() === ''
}
