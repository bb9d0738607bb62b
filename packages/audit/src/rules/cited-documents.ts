import { printDay } from '@cchc/domain'
import type { AuditContext } from '../meaning/audit-context.ts'
import type { Finding } from '../meaning/audit-report.ts'
import { isOfOneBody, yearOf } from '../meaning/document-number.ts'
import type { ReportedTask } from '../meaning/reported-task.ts'
import { citations } from './dates.ts'
import { type CitedDate, knownDateFindings } from './known-documents.ts'
import type { NarrativeStatement } from './narrative.ts'
import { rowOf } from './tasks.ts'

interface Cited extends CitedDate {
  /** What stands in the table of indicators alone is told by its own rules. */
  readonly inTable: boolean
}

/** Kinds 6 and 10 between the parts of a report: documents whose dates and numbers do not agree. */
export function citedFindings(
  context: AuditContext,
  parts: {
    readonly tasks: readonly ReportedTask[]
    readonly narrative: readonly NarrativeStatement[]
  },
): readonly Finding[] {
  const told = [...parts.tasks.flatMap(citedByTask), ...parts.narrative.flatMap(citedByText)]
  if (told.length === 0) return []
  const cited = [...told, ...citedByRows(context)]
  return [
    ...knownDateFindings(told),
    ...told.flatMap((one) => afterReport(one, context.report.head.issuedOn) ?? []),
    ...twoDates(cited),
    ...twoNumbers(cited),
  ]
}

function citedByTask(task: ReportedTask): readonly Cited[] {
  const place = { where: `nhiệm vụ ${task.no}`, rows: rowOf(task), inTable: false }
  return (task.documents ?? []).flatMap(({ number, date }) => {
    return date ? { ...place, number, day: date } : []
  })
}

function citedByText({ raw }: NarrativeStatement): readonly Cited[] {
  return citations(raw).flatMap(({ number, day }) => {
    return day === undefined ? [] : { where: 'phần lời văn', rows: [], inTable: false, number, day }
  })
}

function citedByRows({ rows }: AuditContext): readonly Cited[] {
  return rows.flatMap(({ line, code, label, note }) => {
    const place = { where: `dòng ${line} của bảng chỉ tiêu`, rows: [{ line, code, label }] }
    return citations(`${label}\n${note}`).flatMap(({ number, day }) => {
      return day === undefined ? [] : { ...place, inTable: true, number, day }
    })
  })
}

function afterReport({ where, rows, number, day }: Cited, issuedOn: string | null) {
  if (issuedOn === null || day <= issuedOn) return undefined
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
    const inTable = all.every((one) => one.inTable)
    if (!first || days.size < 2 || inTable) return []
    const told = [...days.values()].map(({ where, day }) => `${printDay(day)} (${where})`)
    return {
      rule: 'one-document-two-dates',
      kind: 10,
      severity: isOfOneBody(first.number) ? ('error' as const) : ('warning' as const),
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
