import { type FilledReport, printCell, type ReportOrigin } from '@cchc/domain'
import { ORIGINS_SHEET } from '@cchc/files/grid'
import type { Workbook } from 'exceljs'
import { cellOriginText } from './cell-origin-text.ts'
import { cellAt, columnTitle } from './column-text.ts'
import { reportText } from './report-text.ts'

const HEADS = [
  ['Mã dòng', 18],
  ['STT', 8],
  ['Chỉ tiêu', 60],
  ['Cột', 30],
  ['Số liệu in', 14],
  ['Công thức', 50],
  ['Tử số', 12],
  ['Mẫu số', 12],
  ['Quy tắc đếm', 40],
  ['Các nguồn của báo cáo và lần đồng bộ', 70],
  ['Người nhập', 50],
] as const

/** A hidden sheet with one line for each cell: where its figure comes from; below them rule, state of the data and sources. */
export function writeOrigins(
  workbook: Workbook,
  report: FilledReport,
  provenance: ReportOrigin,
): void {
  const sheet = workbook.addWorksheet(ORIGINS_SHEET, { state: 'hidden' })
  sheet.columns = HEADS.map(([header, width]) => ({ header, width }))
  const columns = report.columns.filter(({ content }) => content === 'cell')
  for (const row of report.rows) {
    for (const column of columns) {
      if (!row.cells[column.key]) continue
      const origin = cellOriginText(row, { column, provenance })
      const { formula, numerator, denominator, rule, sources, entered } = origin
      const printed = printCell(cellAt(row, column))
      const values = [
        ...[row.rowId, row.code, row.label, columnTitle(column), printed, formula],
        ...[numerator, denominator, rule, sources, entered],
      ]
      sheet.addRow(values.map((value) => (value === '' ? null : value)))
    }
  }
  sheet.addRow([])
  for (const note of reportText(report).technical) sheet.addRow([note])
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
}
