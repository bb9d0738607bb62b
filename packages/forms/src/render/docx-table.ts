import { printCell, type ReportColumn, type ReportRow } from '@cchc/domain'
import { Table, TableLayoutType, TableRow, WidthType } from 'docx'
import { alignmentOf, columnText, layoutOf, needsA3 } from './column-text.ts'
import { cell } from './docx-blocks.ts'
import { paragraph } from './docx-text.ts'
import { headerDepth, headerSpans } from './header-spans.ts'

/** Text width of a page lying on its side with margins of 20 mm, in twips. */
const TABLE_WIDTHS = { a3: 21543, a4: 14570 } as const

const LIST_WIDTHS = { code: 1000, unit: 2300, cell: 1600, note: 2400 }
const WIDE_WIDTHS = { code: 750, unit: 1200, cell: 880, note: 1500 }
const WIDEST_WIDTHS = { code: 650, unit: 900, cell: 680, note: 1200 }
const WORDS_WIDTHS = { code: 750, unit: 1200, cell: 1600, note: 2050 }

/** More columns than this are printed in smaller letters. */
const WIDE = 8

/** The last rows, which go on to the page of the notes below. */
const LAST_ROWS = 2

/**
 * The table of a form: heads that are repeated on every page, numbers of the columns, rows that are never torn apart. A
 * heading stays with its first row, the last rows with the notes where there are any.
 */
export function reportTable(
  columns: readonly ReportColumn[],
  rows: readonly ReportRow[],
  { hasNotes }: { readonly hasNotes: boolean },
): Table {
  const widths = widthsOf(columns)
  const size = needsA3(columns) ? 9 : columns.length > WIDE ? 10 : 12
  const side = needsA3(columns) ? 30 : 70
  const table = { columns, widths, size }
  const keepsFrom = hasNotes ? rows.length - LAST_ROWS : rows.length
  const keepNext = ({ rowType }: ReportRow, index: number) =>
    rowType === 'group' || rowType === 'heading' || index >= keepsFrom
  const body = rows.map((row, index) => bodyRow(row, table, keepNext(row, index)))
  return new Table({
    rows: [...headRows(table), ...numberRow(table), ...body],
    columnWidths: widths,
    width: { size: pageWidth(columns), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { left: side, right: side, top: 30, bottom: 30, marginUnitType: WidthType.DXA },
  })
}

interface TableStyle {
  readonly columns: readonly ReportColumn[]
  readonly widths: number[]
  readonly size: number
}

/** The label takes what the other columns leave. */
function widthsOf(columns: readonly ReportColumn[]): number[] {
  const fixed = fixedWidths(columns)
  const own = columns.map(layoutOf).map((layout) => (layout === 'label' ? 0 : fixed[layout]))
  const left = pageWidth(columns) - own.reduce((sum, width) => sum + width, 0)
  return own.map((width) => (width === 0 ? left : width))
}

function pageWidth(columns: readonly ReportColumn[]): number {
  return needsA3(columns) ? TABLE_WIDTHS.a3 : TABLE_WIDTHS.a4
}

function fixedWidths(columns: readonly ReportColumn[]) {
  if (needsA3(columns)) return WIDEST_WIDTHS
  if (columns.length > WIDE) return WIDE_WIDTHS
  return columns.some(({ words }) => words) ? WORDS_WIDTHS : LIST_WIDTHS
}

function headRows({ columns, widths, size }: TableStyle): TableRow[] {
  const spans = headerSpans(columns)
  return Array.from({ length: headerDepth(columns) }, (_, top) => {
    const children = spans
      .filter((span) => span.top === top)
      .toSorted((a, b) => a.left - b.left)
      .map(({ text, bottom, left, right }) =>
        cell([paragraph(text, { size, bold: true, align: 'center' })], {
          width: widths.slice(left, right + 1).reduce((sum, width) => sum + width, 0),
          columns: right - left + 1,
          rows: bottom - top + 1,
          middle: true,
        }),
      )
    return new TableRow({ children, tableHeader: true, cantSplit: true })
  })
}

function numberRow({ columns, widths, size }: TableStyle): TableRow[] {
  if (columns.every(({ number }) => number === null)) return []
  const style = { size: size - 1, italic: true, align: 'center' } as const
  const children = columns.map(({ number }, index) => {
    const text = (number ?? '').replace(/([=+])(?=\()/g, '$1 ')
    return cell([paragraph(text, style)], { width: widths[index] ?? 0, middle: true })
  })
  return [new TableRow({ children, tableHeader: true, cantSplit: true })]
}

function bodyRow(
  row: ReportRow,
  { columns, widths, size }: TableStyle,
  keepNext: boolean,
): TableRow {
  const bold = row.rowType !== 'indicator'
  const children = columns.map((column, index) => {
    const text = columnText(row, { column, print: printCell })
    const lines = (column.content === 'unit' ? wholeAnswers(text) : text).split('\n')
    const style = { size, bold, align: alignmentOf(column), keepNext }
    const paragraphs = lines.map((line) => paragraph(line, style))
    return cell(paragraphs, { width: widths[index] ?? 0, middle: true })
  })
  return new TableRow({ children, cantSplit: true })
}

/** Kinds of answers, of which none is broken over lines: `Chưa = 0`, `2 cấp = 1`. */
function wholeAnswers(unit: string): string {
  return unit.replace(/\S[^=]*? = \d+(?=\s|$)/g, (answer) => answer.replaceAll(' ', '\u00a0'))
}
