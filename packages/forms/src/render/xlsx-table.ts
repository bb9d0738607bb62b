import type { FilledReport, ReportColumn, ReportRow, RowType } from '@cchc/domain'
import { printCell } from '@cchc/domain'
import type { Cell as SheetCell, Worksheet } from 'exceljs'
import { alignmentOf, cellAt, columnText, layoutOf } from './column-text.ts'
import { type HeaderSpan, headerDepth, headerSpans } from './header-spans.ts'
import { RowFormulas } from './row-formula.ts'
import { sheetValue } from './xlsx-cell.ts'
import { widthOf } from './xlsx-head.ts'
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
  const letters = columns.map(({ key }, index) => [key, sheet.getColumn(index + 1).letter] as const)
  const formulas = new RowFormulas(report, { firstRow: first, letters: new Map(letters) })
  for (const [index, row] of rows.entries()) {
    writeRow(sheet, { row, columns, formulas, at: first + index })
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
    fitHead(sheet, top, span)
    const [first, last] = [top + span.top, top + span.bottom]
    sheet.mergeCells(first, span.left + 1, last, span.right + 1)
    const cell = sheet.getCell(first, span.left + 1)
    cell.value = span.text
    cell.border = GRID
    applyStyle(cell, { bold: true, align: 'center' })
  }
}

/** Raises a head's last row where its text needs more lines than the rows have room for. */
function fitHead(sheet: Worksheet, top: number, span: HeaderSpan): void {
  const width = widthOf(sheet, span.left + 1, span.right + 1)
  const needed = textHeight(span.text, { width: width * 0.8, size: 12 })
  let room = 0
  for (let row = top + span.top; row < top + span.bottom; row += 1) {
    room += sheet.getRow(row).height
  }
  const last = sheet.getRow(top + span.bottom)
  last.height = Math.max(last.height, needed - room)
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
  readonly formulas: RowFormulas
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
    applyStyle(cell, { ...ROW_STYLES[row.rowType], align: alignmentOf(column) })
    if (layoutOf(column) === 'cell') {
      cell.alignment = { ...cell.alignment, wrapText: false, indent: 1 }
      writeFigure(cell, column, place)
    } else {
      const text = columnText(row, { column, print: printCell })
      cell.value = text === '' ? null : text
      const width = sheet.getColumn(index + 1).width ?? 9
      height = Math.max(height, textHeight(text, { width, size: 12 }))
    }
  }
  sheet.getRow(at).height = height
}

function writeFigure(cell: SheetCell, column: ReportColumn, place: RowPlace): void {
  const { value, format } = sheetValue(cellAt(place.row, column))
  if (format !== null) cell.numFmt = format
  const formula = value === null ? undefined : place.formulas.formulaOf(place.row, column)
  cell.value = formula === undefined ? value : { formula, result: value ?? '' }
}
