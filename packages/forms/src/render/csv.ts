import { type Cell, type FilledReport, printCell, type ReportRow } from '@cchc/domain'
import { columnText, columnTitle } from './column-text.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/** The table of a report; each row also says whose figures these are, for which days and by which rule. */
export function renderCsv(report: FilledReport): string {
  const { head, provenance, columns } = report
  const { rule, missing = [], stated } = provenance ?? {}
  const origin = [
    head.agency,
    head.period.from,
    head.period.to,
    rule ? `${rule.id} v${rule.version}` : '',
    ...(missing.length > 0 ? [missing.join(' ')] : []),
  ]
  const titles = [...columns.map(columnTitle), 'Đơn vị báo cáo', 'Từ ngày', 'Đến ngày']
  const line = (row: ReportRow) => [
    ...columns.map((column) => columnText(row, { column, print: printForCsv })),
    ...origin,
    ...(stated ? [(row.stated ?? []).join(' ')] : []),
  ]
  const told = [
    'Quy tắc đếm',
    ...(missing.length > 0 ? ['Còn thiếu'] : []),
    ...(stated ? ['Theo số liệu do nguồn cung cấp'] : []),
  ]
  return csvText([[...titles, ...told], ...report.rows.map(line)])
}

/** CSV, or its beginning: lines after the byte order mark by which spreadsheets know UTF-8. */
export function csvText(lines: readonly (readonly string[])[]): string {
  return `${BYTE_ORDER_MARK}${csvLines(lines)}`
}

/** Lines of CSV as spreadsheets open them without harm: commas, CRLF, and no cell that would be run as a formula. */
export function csvLines(lines: readonly (readonly string[])[]): string {
  return lines.map((line) => `${line.map(field).join(',')}\r\n`).join('')
}

/** Counts without dots: `1.909` would be read as 1,909 where the decimal sign is a dot. */
function printForCsv(cell: Cell): string {
  return cell.state === 'number' && !cell.percent && Number.isInteger(cell.value)
    ? String(cell.value)
    : printCell(cell)
}

function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !isHarmless(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The mark "not applicable" and negative numbers begin with a minus and are no formulas. */
function isHarmless(text: string): boolean {
  return /^-(\d[\d.,]*%?)?$/.test(text)
}
