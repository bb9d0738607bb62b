import { parseDay } from '@cchc/domain'
import type { Finding } from '../meaning/audit-report.ts'
import type { ReportedTask } from '../meaning/reported-task.ts'

/** Kinds 8 and 10 in the task table: cells left blank, and days that are none. */
export function taskFindings(tasks: readonly ReportedTask[]): readonly Finding[] {
  return [...tasks.flatMap(blankCells), ...tasks.flatMap(impossibleDays)]
}

/** Where a finding about a task points. */
export function rowOf({ no, line, task }: ReportedTask): Finding['rows'] {
  return [{ line: line ?? Math.max(1, Number(no) || 1), code: String(no), label: task }]
}

const DAYS = /(?<![\d/])\d{1,2}\/\d{1,2}\/\d{4}(?![\d/])/g

/** Days that are in no calendar, among the deadlines and the documents. */
function impossibleDays(task: ReportedTask): readonly Finding[] {
  const documents = (task.documents ?? []).filter(({ date }) => !date)
  const deadline = typeof task.deadline === 'string' ? task.deadline : ''
  const told = [
    deadline,
    ...documents.map(({ number, printedDate }) => `${number} ngày ${printedDate ?? ''}`),
  ]
  return told
    .filter((text) => [...text.matchAll(DAYS)].some(([day]) => parseDay(day) === undefined))
    .map((text) => ({
      rule: 'no-such-day',
      kind: 10,
      severity: 'error' as const,
      rows: rowOf(task),
      printed: text,
      expected: 'một ngày có thật',
      explanation: `Nhiệm vụ ${task.no} “${task.task}” ghi ${text}: không có ngày này trong lịch.`,
    }))
}

function blankCells(task: ReportedTask): readonly Finding[] {
  const results = (task.documents ?? []).filter(({ role }) => role === 'result')
  const worded = (task.unnumberedResults ?? []).length > 0 || !isBlank(task.resultText)
  const noResult = results.length === 0 && !worded
  const blank = [
    ...(isBlank(task.product) ? ['Sản phẩm'] : []),
    ...(isBlank(task.assignee) ? ['Phân công thực hiện'] : []),
    ...(noResult && !isBlank(task.status) ? ['Kết quả thực hiện'] : []),
  ]
  return blank.map((column) => ({
    rule: 'task-cell-blank',
    kind: 8,
    severity: column === 'Kết quả thực hiện' ? ('warning' as const) : ('error' as const),
    rows: rowOf(task),
    printed: '(để trống)',
    expected: column,
    explanation: `Nhiệm vụ ${task.no} “${task.task}” để trống cột ${column}${column === 'Kết quả thực hiện' ? `, trong khi ghi “${task.status}”` : ''}.`,
  }))
}

function isBlank(words: string | null | undefined): boolean {
  return (words ?? '').trim() === ''
}
