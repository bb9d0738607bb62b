import { printNumber, printPercent } from '@cchc/domain'
import type { IndicatorCatalogue } from '@cchc/domain/catalogue'
import type { AuditedReport, Finding } from './audit-report.ts'
import { type OutlineRow, outline } from './outline.ts'
import { type Recognised, recognise } from './recognise.ts'

/** A report ready to be judged: its rows in their places, and those whose meaning is known. */
export interface AuditContext {
  readonly report: AuditedReport
  readonly rows: readonly OutlineRow[]
  readonly catalogue: IndicatorCatalogue
  readonly found: ReadonlyMap<string, Recognised>
  readonly meaning: ReadonlyMap<OutlineRow, Recognised>
}

/** A rule looks at one kind of defect and tells what it found; it changes nothing. */
export type AuditRule = (context: AuditContext) => readonly Finding[]

/** Reads the structure and the meaning of a report's rows. */
export function auditContext(report: AuditedReport, catalogue: IndicatorCatalogue): AuditContext {
  const rows = outline(report.rows)
  const found = recognise(rows, catalogue)
  const meaning = new Map([...found.values()].map((one) => [one.row, one]))
  return { report, rows, catalogue, found, meaning }
}

/** Makes a finding about rows. */
export function finding(rows: readonly OutlineRow[], rest: Omit<Finding, 'rows'>): Finding {
  return { ...rest, rows: rows.map(({ line, code, label }) => ({ line, code, label })) }
}

/** Where a row stands, for a sentence: `dòng 12 (mục 3.1.1) “Tổng số hồ sơ …”`. */
export function whereIs(row: OutlineRow): string {
  const sheet = row.sheet === null ? '' : `trang tính “${row.sheet}”, `
  const code = row.segments.length === 0 ? '' : ` (mục ${row.segments.join('.')})`
  return `${sheet}dòng ${row.line}${code} “${shortLabel(row.label)}”`
}

/** A label's beginning without its bullet. */
export function shortLabel(label: string): string {
  const text = label
    .replace(/^\s*[-–+]\s*/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return text.length <= 90 ? text : `${text.slice(0, 87).trimEnd()}…`
}

/** Begins a sentence with a capital letter. */
export function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

/** Prints a figure with the decimals that it has. */
export function printFigure(value: number): string {
  const decimals = value.toString().split('.')[1]?.length ?? 0
  return printNumber(value, Math.min(decimals, 6))
}

/** A quotient as a percentage at a precision, as a number: exact and rounded once, half-up. */
export function percentOf(
  ratio: { readonly numerator: number; readonly denominator: number },
  decimals: number,
): { readonly text: string; readonly value: number } {
  const text = printPercent(ratio, decimals)
  return { text, value: Number(text.replace('%', '').replaceAll('.', '').replace(',', '.')) }
}

/** Whether a row holds a number that can be reckoned with: `24/24, đạt 100%` in a count is not the count 100. */
export function hasNumber({ rate, figure }: OutlineRow): boolean {
  return figure.state === 'number' && (rate || !figure.percent)
}
