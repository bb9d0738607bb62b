import type { Worksheet } from 'exceljs'
import type { ReportText } from './report-text.ts'
import { applyStyle, type TextStyle, textHeight } from './xlsx-style.ts'

/** A merged stretch of one row; columns count from 1. */
interface Block {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly style: TextStyle
}

/** More columns than this leave room for the head in three blocks side by side, as the official wide forms have it. */
const WIDE = 8

/** Writes the head of the form from row 1 on; returns the first row below it. */
export function writeHead(sheet: Worksheet, text: ReportText, columns: number): number {
  const rows = columns > WIDE ? wideHead(text, columns) : listHead(text, columns)
  for (const [index, blocks] of rows.entries()) writeBlocks(sheet, index + 1, blocks)
  return rows.length + 1
}

function wideHead(text: ReportText, last: number): Block[][] {
  const left = (line: string, style: TextStyle): Block => ({ from: 1, to: 2, text: line, style })
  const right = (line: string): Block => ({
    from: last - 3,
    to: last,
    text: line,
    style: { vertical: 'top' },
  })
  const middle = (line: string, style: TextStyle): Block => ({
    from: 3,
    to: last - 4,
    text: line,
    style: { align: 'center', ...style },
  })
  return [
    [
      left(text.form ?? '', { bold: true, vertical: 'top' }),
      middle(upperCase(text.title), { bold: true, size: 13, vertical: 'top' }),
      right(`${text.reporter}\n${text.recipient}`),
    ],
    [
      left(text.legalBasis === null ? '' : `Ban hành theo ${text.legalBasis}`, {
        italic: true,
        size: 11,
      }),
      middle(text.period, { bold: true }),
    ],
    [middle(text.days, { italic: true })],
    ...unitLine(text, last),
  ]
}

function listHead(text: ReportText, last: number): Block[][] {
  const right = (line: string, style: TextStyle): Block => ({
    from: 3,
    to: last,
    text: line,
    style: { align: 'center', ...style },
  })
  const left = (line: string): Block => ({ from: 1, to: 2, text: line, style: {} })
  const across = (line: string, style: TextStyle): Block => ({
    from: 1,
    to: last,
    text: line,
    style: { align: 'center', ...style },
  })
  const basis = text.legalBasis === null ? '' : `(Theo ${text.legalBasis})`
  return [
    [left(text.reporter), right(text.form ?? '', { bold: true })],
    [left(text.recipient), right(basis, { italic: true })],
    [across(upperCase(text.title), { bold: true, size: 13 })],
    [across(text.period, { bold: true })],
    [across(text.days, { italic: true })],
    ...unitLine(text, last),
  ]
}

function unitLine({ unitLine }: ReportText, last: number): Block[][] {
  if (unitLine === null) return [[]]
  return [[{ from: last - 3, to: last, text: unitLine, style: { italic: true, align: 'right' } }]]
}

function upperCase(text: string): string {
  return text.toLocaleUpperCase('vi')
}

function writeBlocks(sheet: Worksheet, row: number, blocks: readonly Block[]): void {
  let height = 16
  for (const { from, to, text, style } of blocks) {
    sheet.mergeCells(row, from, row, to)
    const cell = sheet.getCell(row, from)
    cell.value = text
    applyStyle(cell, style)
    const width = widthOf(sheet, from, to)
    height = Math.max(height, textHeight(text, { width, size: style.size ?? 12 }))
  }
  sheet.getRow(row).height = height
}

/** Width in characters of the columns `from`..`to`. */
export function widthOf(sheet: Worksheet, from: number, to: number): number {
  let width = 0
  for (let column = from; column <= to; column += 1) width += sheet.getColumn(column).width ?? 9
  return width
}
