import { parseDay, printDay } from '../vietnamese/date.ts'
import type { AuditContext } from './audit-context.ts'
import type { Finding } from './audit-report.ts'
import { citations } from './dates.ts'
import { yearOf } from './document-number.ts'
import { knownDateFindings } from './known-documents.ts'
import type { ReportedTask } from './reported-task.ts'

interface Cited {
  readonly where: string
  readonly rows: Finding['rows']
  readonly number: string
  readonly day: string
}

/** Kinds 6, 8 and 10 in the task table, and between it and the indicators: blanks, dates and numbers of documents. */
export function taskFindings(
  context: AuditContext,
  tasks: readonly ReportedTask[],
): readonly Finding[] {
  const cited = [...tasks.flatMap(citedByTask), ...citedByRows(context)]
  return [
    ...tasks.flatMap(blankCells),
    ...tasks.flatMap(impossibleDays),
    ...knownDateFindings(cited.filter(({ where }) => !isInTable(where))),
    ...cited.flatMap((one) => afterReport(one, context.report.head.issuedOn) ?? []),
    ...twoDates(cited),
    ...twoNumbers(cited),
  ]
}

function rowOf({ no, line, task }: ReportedTask): Finding['rows'] {
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

function citedByTask(task: ReportedTask): readonly Cited[] {
  return (task.documents ?? []).flatMap(({ number, date }) => {
    return date ? { where: `nhiệm vụ ${task.no}`, rows: rowOf(task), number, day: date } : []
  })
}

function citedByRows({ rows }: AuditContext): readonly Cited[] {
  return rows.flatMap(({ line, code, label, note }) =>
    citations(`${label}\n${note}`).flatMap(({ number, day }) => {
      return day === undefined
        ? []
        : { where: `dòng ${line} của bảng chỉ tiêu`, rows: [{ line, code, label }], number, day }
    }),
  )
}

/** What stands in the table of indicators alone is told by its own rules. */
function isInTable(where: string): boolean {
  return where.startsWith('dòng')
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

function afterReport({ where, rows, number, day }: Cited, issuedOn: string | null) {
  if (issuedOn === null || day <= issuedOn || isInTable(where)) return undefined
  return {
    rule: 'dated-after-report',
    kind: 10,
    severity: 'error' as const,
    rows,
    printed: `${number} ngày ${printDay(day)}`,
    expected: `không sau ngày ${printDay(issuedOn)}`,
    explanation: `Văn bản ${number} ở ${where} ghi ngày ${printDay(day)}, sau ngày của báo cáo (${printDay(issuedOn)}).`,
  }
}

/** One number of one year is one document. */
function twoDates(cited: readonly Cited[]): readonly Finding[] {
  const groups = Map.groupBy(cited, ({ number, day }) => `${number} ${day.slice(0, 4)}`)
  return [...groups.values()].flatMap((all) => {
    const days = new Map(all.map((one) => [one.day, one]))
    const [first] = all
    const inTable = all.every(({ where }) => isInTable(where))
    if (!first || days.size < 2 || inTable) return []
    const told = [...days.values()].map(({ where, day }) => `${printDay(day)} (${where})`)
    return {
      rule: 'one-document-two-dates',
      kind: 10,
      severity: 'error' as const,
      rows: [...days.values()].flatMap(({ rows }) => rows),
      printed: `${first.number} ngày ${told.join(' và ')}`,
      expected: 'một ngày ban hành',
      explanation: `Văn bản ${first.number} được dẫn với các ngày khác nhau: ${told.join(' và ')}.`,
    }
  })
}

/** `03/2023/NQ-HĐND` and `03/NQ-HĐND` of one day are one resolution. */
function twoNumbers(cited: readonly Cited[]): readonly Finding[] {
  const groups = Map.groupBy(cited, ({ number, day }) => `${yearOf(number).without} ${day}`)
  return [...groups.values()].flatMap((all) => {
    const numbers = new Map(all.map((one) => [one.number, one]))
    if (numbers.size < 2) return []
    const told = [...numbers.values()].map(({ where, number }) => `${number} (${where})`)
    return {
      rule: 'one-document-two-numbers',
      kind: 6,
      severity: 'error' as const,
      rows: [...numbers.values()].flatMap(({ rows }) => rows),
      printed: told.join(' và '),
      expected: 'một số, ký hiệu',
      explanation: `Cùng một văn bản ngày ${printDay(all[0]?.day ?? '')} được ghi hai số, ký hiệu khác nhau: ${told.join(' và ')}.`,
    }
  })
}
