import { type ReportedTask, rowOfTask } from '../meaning/reported-task.ts'
import { BLANK_CELL, defineAuditRule, phrase, say } from '../rule.ts'

const PRODUCT = phrase('Product', 'Sản phẩm')
const ASSIGNEE = phrase('Assigned to', 'Phân công thực hiện')
const OUTCOME = phrase('Result', 'Kết quả thực hiện')
const THOUGH = phrase(', though it says “{status}”', ', trong khi ghi “{status}”')

/** Cells of the task table that are left blank. */
export const taskCellBlank = defineAuditRule({
  id: 'task-cell-blank',
  kind: 'blanks',
  severity: 'either',
  needs: ['tasks'],
  en: 'Task {no} “{task}” leaves the column {column} blank{though}.',
  vi: 'Nhiệm vụ {no} “{task}” để trống cột {column}{though}.',
  example: {
    tasks:
      '17 | Rà soát TTHC | [-> Báo cáo] | Văn phòng | Đúng tiến độ | số 9/BC-VP ngày 05/6/2023',
  },
  find: ({ tasks }) =>
    tasks.flatMap((task) =>
      blankCells(task).map(({ column, cell, certain, though = '' }) => ({
        places: [rowOfTask(task)],
        in: task.addresses?.[cell],
        certain,
        printed: say(BLANK_CELL),
        no: task.no,
        task: task.task,
        expected: say(column),
        column: say(column),
        though,
      })),
    ),
})

function blankCells({ product, assignee, status, ...task }: ReportedTask) {
  const isNumbered = task.documents?.some(({ role }) => role === 'result')
  const worded = (task.unnumberedResults ?? []).length > 0 || !isBlank(task.resultText)
  const noResult = !isNumbered && !worded && !isBlank(status)
  const though = say(THOUGH, { status: status ?? '' })
  return [
    ...(isBlank(product) ? [{ column: PRODUCT, cell: 'product' as const, certain: true }] : []),
    ...(isBlank(assignee) ? [{ column: ASSIGNEE, cell: 'assignee' as const, certain: true }] : []),
    ...(noResult ? [{ column: OUTCOME, cell: 'result' as const, certain: false, though }] : []),
  ]
}

function isBlank(words: string | null | undefined): boolean {
  return (words ?? '').trim() === ''
}
