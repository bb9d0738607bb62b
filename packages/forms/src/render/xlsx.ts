import type { FilledReport, ReportColumn } from '@cchc/domain'
import excel, { type Worksheet } from 'exceljs'
import { layoutOf } from './column-text.ts'
import { withoutClock } from './office-file.ts'
import { type ReportText, reportText } from './report-text.ts'
import { widthOf, writeHead } from './xlsx-head.ts'
import { writeOrigins } from './xlsx-origins.ts'
import { paperOf, setPage } from './xlsx-page.ts'
import { pagesOf } from './xlsx-pages.ts'
import { applyStyle, type TextStyle, textHeight } from './xlsx-style.ts'
import { writeTable } from './xlsx-table.ts'

/** A workbook with one sheet that looks like the printed form: a lying page, heads repeated on every page. */
export async function renderXlsx(report: FilledReport): Promise<Uint8Array> {
  const workbook = new excel.Workbook()
  workbook.creator = 'CCHC Hub'
  workbook.title = report.title
  if (report.provenance) workbook.created = new Date(report.provenance.madeAt)
  const sheet = workbook.addWorksheet(sheetName(report))
  setWidths(sheet, report.columns)
  const text = reportText(report)
  const top = writeHead(sheet, text, report.columns.length)
  const table = writeTable(sheet, report, top)
  writeFoot(sheet, { text, top: table.next + 1, columns: report.columns.length })
  const pages = pagesOf(sheet, table, paperOf(report.columns))
  setPage(sheet, { ...table, pages }, report.columns)
  if (report.provenance) writeOrigins(workbook, report, report.provenance)
  const file = new Uint8Array(await workbook.xlsx.writeBuffer())
  return withoutClock(file, report.provenance?.madeAt ?? 0)
}

/** Sheet names take 31 characters and none of `[]:*?/\`. */
function sheetName(report: FilledReport): string {
  const name = report.formNumber?.split('/')[0] ?? report.templateId ?? 'Báo cáo'
  return name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)
}

const LIST_WIDTHS = { code: 8, label: 72, unit: 17, cell: 14, note: 22 }
const WIDE_WIDTHS = { code: 7, label: 40, unit: 14, cell: 10.5, note: 20 }
const WORDS_WIDTHS = { code: 6, label: 44, unit: 14, cell: 14, note: 28 }

function setWidths(sheet: Worksheet, columns: readonly ReportColumn[]): void {
  const few = columns.some(({ words }) => words) ? WORDS_WIDTHS : LIST_WIDTHS
  const widths = columns.length > 8 ? WIDE_WIDTHS : few
  for (const [index, column] of columns.entries()) {
    sheet.getColumn(index + 1).width = widths[layoutOf(column)]
  }
}

interface Foot {
  readonly text: ReportText
  readonly top: number
  readonly columns: number
}

function writeFoot(sheet: Worksheet, { text, top, columns }: Foot): void {
  const middle = Math.ceil(columns / 2)
  const line = (row: number, from: number, to: number, words: string, style: TextStyle) => {
    sheet.mergeCells(row, from, row, to)
    const cell = sheet.getCell(row, from)
    cell.value = words
    applyStyle(cell, style)
    const width = widthOf(sheet, from, to)
    sheet.getRow(row).height = textHeight(words, { width, size: style.size ?? 12 })
  }
  for (const [index, note] of text.notes.entries()) {
    line(top + index, 1, columns, note, { italic: true, size: 11 })
  }
  const signatures = top + text.notes.length + 1
  const bold: TextStyle = { align: 'center', bold: true }
  const italic: TextStyle = { align: 'center', italic: true }
  line(signatures, middle + 1, columns, '………, ngày …… tháng …… năm ……', italic)
  line(signatures + 1, 1, middle, 'NGƯỜI LẬP BIỂU', bold)
  line(signatures + 1, middle + 1, columns, 'THỦ TRƯỞNG ĐƠN VỊ', bold)
  line(signatures + 2, 1, middle, '(Ký, ghi rõ họ tên)', italic)
  line(signatures + 2, middle + 1, columns, '(Ký, đóng dấu, ghi rõ họ tên)', italic)
}
