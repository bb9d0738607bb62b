import { type Cell, NOT_REPORTED, type ReportColumn, type ReportRow } from '@cchc/domain'

/** The cell of a row in one column, blank where the row has none. */
export function cellAt(row: ReportRow, column: ReportColumn): Cell {
  return row.cells[column.key] ?? NOT_REPORTED
}

/** A column's head in one line, its groups first. */
export function columnTitle({ headerGroups, header }: ReportColumn): string {
  return [...headerGroups, header].join(' – ')
}

/** What a column of a generated form is called; its key where the form does not have it. */
export function columnPlace(column: ReportColumn | undefined, key: string) {
  const title = column === undefined ? key : columnTitle(column)
  return { key, number: column?.number ?? null, title }
}

/** More columns than this are legible on A3 only. */
const MOST_ON_A4 = 18

/** Whether the table of a form needs a page of A3. */
export function needsA3(columns: readonly ReportColumn[]): boolean {
  return columns.length > MOST_ON_A4
}

/** How a column is laid out: cells that hold words look like notes. */
export function layoutOf({ content, words }: ReportColumn): ReportColumn['content'] {
  return content === 'cell' && words ? 'note' : content
}

/** On which side a column's cells stand. */
export function alignmentOf(column: ReportColumn): 'left' | 'center' | 'right' {
  const layout = layoutOf(column)
  if (layout === 'cell') return 'right'
  return layout === 'code' || layout === 'unit' ? 'center' : 'left'
}

/** What a row prints in a column: its own words, or its cell through `print`. */
export function columnText(
  row: ReportRow,
  { column, print }: { readonly column: ReportColumn; readonly print: (cell: Cell) => string },
): string {
  return column.content === 'cell' ? print(cellAt(row, column)) : row[column.content]
}
