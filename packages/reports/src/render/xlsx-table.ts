import type { FilledReport, ReportColumn, ReportRow, RowType } from '@cchc/domain'
import type { Cell as SheetCell, Worksheet } from 'exceljs'
import { cellAt } from './column-text.ts'
import { headerDepth, headerSpans } from './header-spans.ts'
import { SummedRows } from './summed-rows.ts'
import { sheetValue } from './xlsx-cell.ts'
import { applyStyle, GRID, type TextStyle, textHeight } from './xlsx-style.ts'

/** First and last row of the heads and the row below the table. */
export interface TablePlace {
  readonly headerTop: number
  readonly headerBottom: number
  readonly next: number
}

/** Writes heads, their numbers and all rows from row `top` on. */
export function writeTable(sheet: Worksheet, report: FilledReport, top: number): TablePlace {
  const { columns, rows } = report
  const numbered = columns.some(({ number }) => number !== null)
  const headerBottom = top + headerDepth(columns) - (numbered ? 0 : 1)
  writeHeader(sheet, columns, top)
  if (numbered) writeNumbers(sheet, columns, headerBottom)
  const first = headerBottom + 1
  const sums = new SummedRows(rows)
  for (const [index, row] of rows.entries()) {
    writeRow(sheet, { row, columns, sums, first, at: first + index })
  }
  return { headerTop: top, headerBottom, next: first + rows.length }
}

function writeHeader(sheet: Worksheet, columns: readonly ReportColumn[], top: number): void {
  const depth = headerDepth(columns)
  for (let row = top; row < top + depth; row += 1) {
    sheet.getRow(row).height = depth === 1 ? 34 : 24
    for (let column = 1; column <= columns.length; column += 1) {
      sheet.getCell(row, column).border = GRID
    }
  }
  if (depth > 1) sheet.getRow(top + depth - 1).height = 50
  for (const span of headerSpans(columns)) {
    const [first, last] = [top + span.top, top + span.bottom]
    sheet.mergeCells(first, span.left + 1, last, span.right + 1)
    const cell = sheet.getCell(first, span.left + 1)
    cell.value = span.text
    cell.border = GRID
    applyStyle(cell, { bold: true, align: 'center' })
  }
}

function writeNumbers(sheet: Worksheet, columns: readonly ReportColumn[], row: number): void {
  for (const [index, { number }] of columns.entries()) {
    const cell = sheet.getCell(row, index + 1)
    cell.value = number?.replace('=', '=\n') ?? null
    cell.border = GRID
    applyStyle(cell, { italic: true, align: 'center', size: 10 })
  }
  sheet.getRow(row).height = 30
}

interface RowPlace {
  readonly row: ReportRow
  readonly columns: readonly ReportColumn[]
  readonly sums: SummedRows
  /** Sheet rows of the table's first row and of this one. */
  readonly first: number
  readonly at: number
}

const ROW_STYLES: Readonly<Record<RowType, TextStyle>> = {
  group: { bold: true },
  heading: { bold: true },
  total: { bold: true },
  indicator: {},
}

function writeRow(sheet: Worksheet, place: RowPlace): void {
  const { row, columns, at } = place
  let height = 18
  for (const [index, column] of columns.entries()) {
    const cell = sheet.getCell(at, index + 1)
    cell.border = GRID
    applyStyle(cell, { ...ROW_STYLES[row.rowType], align: alignment(column) })
    if (column.content === 'cell') {
      cell.alignment = { ...cell.alignment, wrapText: false, indent: 1 }
      writeFigure(cell, column, place)
    } else {
      const text = row[column.content]
      cell.value = text === '' ? null : text
      const width = sheet.getColumn(index + 1).width ?? 9
      height = Math.max(height, textHeight(text, { width, size: 12 }))
    }
  }
  sheet.getRow(at).height = height
}

function alignment({ content }: ReportColumn): NonNullable<TextStyle['align']> {
  if (content === 'cell') return 'right'
  return content === 'code' || content === 'unit' ? 'center' : 'left'
}

function writeFigure(cell: SheetCell, column: ReportColumn, place: RowPlace): void {
  const { value, format } = sheetValue(cellAt(place.row, column))
  if (format !== null) cell.numFmt = format
  const parts = typeof value === 'number' ? place.sums.partsOf(place.row, column) : []
  if (parts.length === 0 || typeof value !== 'number') {
    cell.value = value
    return
  }
  const letter = cell.address.replace(/\d+/, '')
  cell.value = { formula: `SUM(${ranges(parts, { letter, first: place.first })})`, result: value }
}

/** `C12:C15` where the parts follow one another, otherwise `C12,C20`. */
function ranges(
  parts: readonly number[],
  { letter, first }: { readonly letter: string; readonly first: number },
): string {
  const rows = parts.map((part) => first + part)
  const contiguous = rows.every((row, index) => row === (rows[0] ?? 0) + index)
  if (contiguous && rows.length > 1) return `${letter}${rows[0]}:${letter}${rows.at(-1)}`
  return rows.map((row) => `${letter}${row}`).join(',')
}
