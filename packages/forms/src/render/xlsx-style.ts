import type { Alignment, Borders, Cell as SheetCell } from 'exceljs'

const FONT = 'Times New Roman'

/** How a piece of text looks. */
export interface TextStyle {
  readonly size?: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly align?: Alignment['horizontal']
  readonly vertical?: Alignment['vertical']
}

/** The font of all official papers (NĐ 30/2020/NĐ-CP), wrapped, in the middle unless told otherwise. */
export function applyStyle(cell: SheetCell, style: TextStyle): void {
  const { size = 12, bold = false, italic = false, align = 'left', vertical = 'middle' } = style
  cell.font = { name: FONT, size, bold, italic }
  cell.alignment = { horizontal: align, vertical, wrapText: true }
}

/** Thin black lines on all sides. */
export const GRID: Partial<Borders> = {
  top: { style: 'thin' },
  left: { style: 'thin' },
  bottom: { style: 'thin' },
  right: { style: 'thin' },
}

/** Height in points that wrapped text takes in a width of so many characters; spreadsheets don't fit merged cells themselves. */
export function textHeight(text: string, { width, size }: { width: number; size: number }): number {
  const perLine = Math.max(1, width * (13 / size))
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0)
  return lines * size * 1.32 + 2
}
