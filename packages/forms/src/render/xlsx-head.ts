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
  const left = { from: 1, to: 2 }
  const middle = { from: 3, to: last - 4 }
  const right = { from: last - 3, to: last }
  const basis = text.legalBasis === null ? '' : `${issuing(text)} ${text.legalBasis}`
  const addressed = `${text.reporter}\n${text.recipient}`
  return [
    [
      { ...left, text: text.form ?? '', style: { bold: true, vertical: 'top' } },
      centred(middle, upperCase(text.title), { bold: true, size: 13, vertical: 'top' }),
      { ...right, text: addressed, style: { vertical: 'top' } },
    ],
    [
      { ...left, text: basis, style: { italic: true, size: 11 } },
      centred(middle, text.period, { bold: true }),
    ],
    [centred(middle, text.days, { italic: true })],
    ...unitLine(text, last),
  ]
}

function listHead(text: ReportText, last: number): Block[][] {
  const left = { from: 1, to: 2, style: {} }
  const right = { from: 3, to: last }
  const whole = { from: 1, to: last }
  const basis = text.legalBasis === null ? '' : `(Theo ${text.legalBasis})`
  return [
    [{ ...left, text: text.reporter }, centred(right, text.form ?? '', { bold: true })],
    [{ ...left, text: text.recipient }, centred(right, basis, { italic: true })],
    [centred(whole, upperCase(text.title), { bold: true, size: 13 })],
    [centred(whole, text.period, { bold: true })],
    [centred(whole, text.days, { italic: true })],
    ...unitLine(text, last),
  ]
}

function issuing({ isIssued }: ReportText): string {
  return isIssued ? 'Ban hành theo' : 'Theo'
}

function centred(place: Pick<Block, 'from' | 'to'>, text: string, style: TextStyle): Block {
  return { ...place, text, style: { align: 'center', ...style } }
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
