import type { ITableCellOptions, Paragraph } from 'docx'
import {
  BorderStyle,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const NO_LINES = {
  top: NO_LINE,
  bottom: NO_LINE,
  left: NO_LINE,
  right: NO_LINE,
  insideHorizontal: NO_LINE,
  insideVertical: NO_LINE,
}

/** Blocks of paragraphs side by side, without lines; widths in twips. */
export function sideBySide(
  blocks: readonly { readonly width: number; readonly paragraphs: readonly Paragraph[] }[],
): Table {
  const widths = blocks.map(({ width }) => width)
  const children = blocks.map(({ width, paragraphs }) => cell(paragraphs, { width }))
  return new Table({
    rows: [new TableRow({ children, cantSplit: true })],
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: NO_LINES,
    margins: { left: 0, right: 0, marginUnitType: WidthType.DXA },
  })
}

/** A cell of a table; spans count rows and columns. */
export function cell(
  paragraphs: readonly Paragraph[],
  place: {
    readonly width: number
    readonly columns?: number
    readonly rows?: number
    readonly middle?: boolean
  },
): TableCell {
  const { width, columns = 1, rows = 1, middle = false } = place
  const options: ITableCellOptions = {
    children: [...paragraphs],
    width: { size: width, type: WidthType.DXA },
    verticalAlign: middle ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    ...(columns > 1 ? { columnSpan: columns } : {}),
    ...(rows > 1 ? { rowSpan: rows } : {}),
  }
  return new TableCell(options)
}
