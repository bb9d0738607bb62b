import {
  type AuditContext,
  finding,
  hasNumber,
  printFigure,
  sentence,
  whereIs,
} from '../meaning/audit-context.ts'
import type { Finding } from '../meaning/audit-report.ts'
import { type OutlineRow, topOf } from '../meaning/outline.ts'
import { ratiosWithParts } from '../meaning/ratio-parts.ts'
import { unitKind } from '../meaning/unit-kind.ts'
import { exactSum, sumsWithParts } from './sums.ts'

/** Kind 8: figures left blank that the rest of the report calls for, and a report without its number. */
export function blankFindings(context: AuditContext): readonly Finding[] {
  const needed = [
    ...sumsWithParts(context).flatMap(blankInSum),
    ...ratiosWithParts(context).flatMap(blankInRatio),
    ...context.rows.flatMap(sharesOfNothing),
  ]
  const told = new Set(needed.flatMap((one) => one.rows.map(({ line }) => line)))
  const others = blankRows(context).filter((row) => !told.has(row.line))
  return [...blankNumber(context), ...needed, ...leftBlank(others, context)]
}

function blankNumber({ report, rows }: AuditContext): readonly Finding[] {
  const { reportNumber } = report.head
  if (reportNumber === null || /\d/.test(reportNumber.split('/')[0] ?? '')) return []
  return [
    finding(rows.slice(0, 0), {
      rule: 'report-number-blank',
      kind: 8,
      severity: 'error',
      printed: `Số: ${reportNumber}`,
      expected: 'số thứ tự trước ký hiệu',
      explanation: `Báo cáo ghi “Số: ${reportNumber}”, số của văn bản để trống.`,
    }),
  ]
}

function blankInSum({ total, parts, complete, certain }: ReturnType<typeof sumsWithParts>[number]) {
  const blank = parts.filter((row) => row.figure.state === 'blank')
  const counted = parts.filter(hasNumber)
  const sum = exactSum(counted.map((row) => row.figure.value))
  if (total.figure.state === 'blank' && counted.length > 0 && blank.length === 0) {
    return [
      blankFinding(total, {
        severity: certain && complete ? 'error' : 'warning',
        expected: complete ? printFigure(sum) : 'một con số',
        why: `các dòng thành phần (dòng ${counted.map((row) => row.line).join(', ')}) đã có số liệu, cộng lại là ${printFigure(sum)}`,
      }),
    ]
  }
  const [only] = blank
  if (!only || blank.length > 1 || !hasNumber(total) || counted.length === 0) return []
  const rest = exactSum([total.figure.value, -sum])
  if (!complete || rest <= 0) return []
  return [
    blankFinding(only, {
      severity: certain ? 'error' : 'warning',
      expected: printFigure(rest),
      why: `tổng số (dòng ${total.line}) là ${printFigure(total.figure.value)}, các thành phần khác cộng lại là ${printFigure(sum)}, còn thiếu ${printFigure(rest)}`,
    }),
  ]
}

function blankInRatio({
  rate,
  numerator,
  denominator,
  certain,
}: ReturnType<typeof ratiosWithParts>[number]) {
  const blank = [rate, numerator, denominator].filter((row) => row.figure.state === 'blank')
  const [only] = blank
  if (!only || blank.length > 1) return []
  const others = [rate, numerator, denominator].filter((row) => row !== only)
  if (!others.every(hasNumber)) return []
  return [
    blankFinding(only, {
      severity: certain ? 'error' : 'warning',
      expected: 'một con số',
      why: `các dòng liên quan (dòng ${others.map((row) => row.line).join(', ')}) đã có số liệu`,
    }),
  ]
}

/** A total left blank of which the shares are given. */
function sharesOfNothing(total: OutlineRow): readonly Finding[] {
  const shares = total.children.filter((row) => row.rate && hasNumber(row) && row.figure.value > 0)
  const counts = /^(tong so|so) /.test(total.key) && unitKind(total.unit) === 'count'
  if (total.figure.state !== 'blank' || !counts || shares.length === 0) return []
  return [
    blankFinding(total, {
      severity: 'error',
      expected: 'một con số',
      why: `các tỷ lệ tính trên tổng số này (dòng ${shares.map((row) => row.line).join(', ')}) đã được ghi`,
    }),
  ]
}

function blankFinding(
  row: OutlineRow,
  { severity, expected, why }: { severity: Finding['severity']; expected: string; why: string },
): Finding {
  return finding([row], {
    rule: 'figure-left-blank',
    kind: 8,
    severity,
    printed: '(để trống)',
    expected,
    explanation: sentence(`${whereIs(row)} để trống, trong khi ${why}.`),
  })
}

/** Rows that ask for a figure: they have a unit, or rows with a known meaning. */
export function asksForFigure(row: OutlineRow, { meaning }: AuditContext): boolean {
  if (row.figure.state !== 'blank') return true
  return (
    row.unit.trim() !== '' &&
    unitKind(row.unit) !== 'figure' &&
    (meaning.has(row) || row.children.length === 0)
  )
}

function blankRows(context: AuditContext): readonly OutlineRow[] {
  return context.rows.filter(
    (row) =>
      row.figure.state === 'blank' && asksForFigure(row, context) && unitKind(row.unit) !== 'other',
  )
}

/**
 * In a report that fills nearly every row, and marks with `-` what does not apply, a blank is an omission; where many
 * rows are blank it is arguable, and said once for each heading.
 */
function leftBlank(blank: readonly OutlineRow[], context: AuditContext): readonly Finding[] {
  const asked = context.rows.filter((row) => asksForFigure(row, context))
  const marked = asked.filter((row) => row.figure.state === 'not_applicable').length
  const careful = marked >= 5 && blank.length <= asked.length / 10
  const groups = careful ? blank.map((row) => [row]) : byHeading(blank)
  return groups.map((rows) => omission(rows, careful))
}

function byHeading(blank: readonly OutlineRow[]): readonly OutlineRow[][] {
  return [...Map.groupBy(blank, topOf).values()]
}

function omission(rows: readonly OutlineRow[], careful: boolean): Finding {
  const [first] = rows as [OutlineRow]
  const where =
    rows.length === 1 ? whereIs(first) : `các dòng ${rows.map((row) => row.line).join(', ')}`
  return finding(rows, {
    rule: 'figure-not-reported',
    kind: 8,
    severity: careful ? 'error' : 'warning',
    printed: '(để trống)',
    expected: 'số liệu, 0 hoặc “-”',
    explanation: sentence(
      `${where} để trống: không rõ là bằng 0, không phát sinh (“-”) hay chưa có số liệu${careful ? ', trong khi các dòng khác của báo cáo đều ghi rõ' : ''}.`,
    ),
  })
}
