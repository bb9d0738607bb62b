import type { Instant } from '@cchc/domain'
import type { Worksheet } from 'exceljs'
import { withoutClock } from './office-file.ts'
import { setPage } from './xlsx-page.ts'
import { applyStyle, GRID, type TextStyle, textHeight } from './xlsx-style.ts'

/** A column of a list, as wide as so many characters. */
interface ListColumn {
  readonly title: string
  readonly width: number
  readonly isNumber?: boolean
}

/** A list for people, as it is printed; a cell that is null is not known. */
export interface ListSheet {
  readonly name: string
  readonly title: string
  /** Lines below the title. */
  readonly lines: readonly string[]
  readonly columns: readonly ListColumn[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  readonly notes: readonly string[]
  readonly madeAt: Instant
}

/** A workbook with the list on one sheet: A4 landscape, heads repeated on every page, each column with a filter. */
export async function renderListSheet(list: ListSheet): Promise<Uint8Array> {
  // It takes longer to load than most commands take to run.
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  workbook.creator = 'CCHC Hub'
  workbook.title = list.title
  const sheet = workbook.addWorksheet(list.name)
  for (const [at, { width }] of list.columns.entries()) sheet.getColumn(at + 1).width = width
  const title = list.title.toLocaleUpperCase('vi')
  writeLine(sheet, { list, row: 1, text: title, style: { bold: true, size: 13, align: 'center' } })
  for (const [at, text] of list.lines.entries()) {
    writeLine(sheet, { list, row: at + 2, text, style: { italic: true, align: 'center' } })
  }
  const head = list.lines.length + 3
  writeTable(sheet, list, head)
  for (const [at, text] of list.notes.entries()) {
    const row = head + list.rows.length + 2 + at
    writeLine(sheet, { list, row, text, style: { italic: true, size: 11 } })
  }
  setPage(sheet, { headerTop: head, headerBottom: head })
  return withoutClock(new Uint8Array(await workbook.xlsx.writeBuffer()), list.madeAt)
}

interface Line {
  readonly list: ListSheet
  readonly row: number
  readonly text: string
  readonly style: TextStyle
}

function writeLine(sheet: Worksheet, { list: { columns }, row, text, style }: Line): void {
  sheet.mergeCells(row, 1, row, columns.length)
  const cell = sheet.getCell(row, 1)
  cell.value = text
  applyStyle(cell, style)
  const width = columns.reduce((sum, one) => sum + one.width, 0)
  sheet.getRow(row).height = textHeight(text, { width, size: style.size ?? 12 })
}

function writeTable(sheet: Worksheet, { columns, rows }: ListSheet, head: number): void {
  const titles = columns.map(({ title }) => title)
  writeRow(sheet, { at: head, values: titles, columns, style: { bold: true, align: 'center' } })
  for (const [at, values] of rows.entries()) {
    writeRow(sheet, { at: head + 1 + at, values, columns, style: {} })
  }
  sheet.autoFilter = {
    from: { row: head, column: 1 },
    to: { row: head + rows.length, column: columns.length },
  }
}

interface Row {
  readonly at: number
  readonly values: readonly (string | number | null)[]
  readonly columns: readonly ListColumn[]
  readonly style: TextStyle
}

function writeRow(sheet: Worksheet, { at, values, columns, style }: Row): void {
  let height = 18
  for (const [index, { width, isNumber }] of columns.entries()) {
    const value = values[index] ?? null
    const cell = sheet.getCell(at, index + 1)
    cell.value = value
    cell.border = GRID
    if (typeof value === 'number') cell.numFmt = '#,##0'
    applyStyle(cell, isNumber && !style.align ? { ...style, align: 'right' } : style)
    height = Math.max(height, textHeight(String(value ?? ''), { width: width * 0.9, size: 12 }))
  }
  sheet.getRow(at).height = height
}
