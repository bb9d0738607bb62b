import { type Fault, faultsOf, folded, type Message, say, UsageError } from '@cchc/domain'
import type { z } from 'zod'
import { cellAddress } from '../grid/cell-address.ts'
import type { Grid, GridRow } from '../grid/grid.ts'
import type { GivenFile } from '../grid/read-grids.ts'
import { readGrids } from '../grid/read-grids.ts'
import { unreadOf } from '../report/read-report.ts'

/** A row of a table by the names of its columns; `at` is the address of a cell. */
export interface HeadedRow<Column extends string> {
  readonly text: Readonly<Record<Column, string>>
  at(column: Column): string
}

/** How the head of a column reads without diacritics; `title` is that of a column which a table must have. */
interface Head {
  readonly head: RegExp
  /** The head of what is taken where no column has the first. */
  readonly otherwise?: RegExp
  readonly title?: string
  /** A merged cell of the column tells of each row that it stretches over. */
  readonly spans?: true
}

/** Columns by name. */
export type Heads<Column extends string> = Readonly<Record<Column, Head>>

/** Reads every table of a file that has these heads, in any order; throws a UsageError that says `missing` when there is none. */
export async function tableByHeads<Column extends string>(
  file: GivenFile,
  { heads, missing }: { readonly heads: Heads<Column>; readonly missing: Message },
): Promise<readonly HeadedRow<Column>[]> {
  const grids = await readGrids(file)
  refuseFaults(
    file,
    unreadOf(grids).map((message) => ({ path: '', message })),
  )
  const tables = grids.flatMap((grid) => rowsOf(grid, heads) ?? [])
  if (tables.length > 0) return tables
  const columns = columnsOf(heads).flatMap((column) => heads[column].title ?? [])
  throw new UsageError(missing, {
    fix: say('The table needs a row of column heads with at least {columns}.', {
      columns: columns.join(', '),
    }),
  })
}

/** Throws one UsageError that names every fault of a file. */
export function refuseFaults({ name }: GivenFile, faults: readonly Fault[]): void {
  const count = faults.length
  if (count === 0) return
  const said =
    count === 1
      ? say('{name} has a fault; nothing was entered.', { name })
      : say('{name} has {count} faults; nothing was entered.', { name, count })
  throw new UsageError(said, { fix: say('Correct what is named and try again.'), faults })
}

/** The document of a file by a schema; throws a UsageError that names every fault. */
export function checked<T extends z.ZodType>(
  file: GivenFile,
  schema: T,
  document: unknown,
): z.output<T> {
  const { data, error } = schema.safeParse(document, { reportInput: true })
  if (error) refuseFaults(file, faultsOf(error))
  return data as z.output<T>
}

function rowsOf<Column extends string>(
  { sheet, rows }: Grid,
  heads: Heads<Column>,
): readonly HeadedRow<Column>[] | undefined {
  const found = headOf(rows, heads)
  if (!found) return undefined
  const { places, end } = found
  const texts = textsBelow(rows.slice(end), { places, heads })
  return texts.flatMap(({ row, cells }) => {
    if (cells.every(([, text]) => text === '') || isNumbering(cells) || isHeading(row, cells))
      return []
    const text = Object.fromEntries(cells) as Record<Column, string>
    return [
      { text, at: (column) => cellAddress({ sheet, line: row.line, column: places[column] }) },
    ]
  })
}

/** Where the columns are, and how many rows stand before the first of the table. */
function headOf<Column extends string>(rows: readonly GridRow[], heads: Heads<Column>) {
  for (const [index, row] of rows.entries()) {
    const below = headsOfTwoRows(row, rows[index + 1])
    const places = placesOf(below ?? row.cells.map(({ text }) => text), heads)
    if (places) return { places, end: index + (below ? 2 : 1) }
  }
  return undefined
}

/** The heads where one of them stretches over several columns that have names of their own below: `Mã đơn vị cũ`. */
function headsOfTwoRows(row: GridRow, below: GridRow | undefined): string[] | undefined {
  const isAside = (at: number) => row.cells[at]?.covered && !row.cells[at]?.below
  const names = below?.cells ?? []
  if (!names.some(({ text }, at) => text !== '' && isAside(at))) return undefined
  return row.cells.map(({ text }, at) => {
    const whole = isAside(at) ? row.cells.findLast((one, to) => to < at && !one.covered) : undefined
    return `${names[at]?.text ?? ''} ${whole?.text ?? text}`.trim()
  })
}

type Cells<Column> = readonly (readonly [Column, string])[]

function textsBelow<Column extends string>(
  rows: readonly GridRow[],
  { places, heads }: { places: Readonly<Record<Column, number>>; heads: Heads<Column> },
): readonly { readonly row: GridRow; readonly cells: Cells<Column> }[] {
  const last = new Map<Column, string>()
  return rows.map((row) => {
    const cells = columnsOf(heads).map((column) => {
      const cell = row.cells[places[column]]
      const text = cell?.below && heads[column].spans ? last.get(column) : cell?.text
      last.set(column, text ?? '')
      return [column, text ?? ''] as const
    })
    return { row, cells }
  })
}

/** A line of words across the table: `I. Huyện Bình Sơn`. */
function isHeading<Column>({ cells }: GridRow, told: Cells<Column>): boolean {
  const across = cells.some(({ covered, below }) => covered && !below)
  return across && told.filter(([, text]) => text !== '').length < 2
}

/** `1 2 3 4 5` or `(1) (2) (3)` below the heads. */
function isNumbering(cells: Cells<string>): boolean {
  const texts = cells.map(([, text]) => text.replace(/[()]/g, '')).filter((text) => text !== '')
  return texts.length > 2 && texts.every((text) => /^\d$/.test(text)) && new Set(texts).size > 2
}

function placesOf<Column extends string>(
  names: readonly string[],
  heads: Heads<Column>,
): Record<Column, number> | undefined {
  const texts = names.map(folded)
  const places = columnsOf(heads).map((column) => [column, placeOf(texts, heads[column])] as const)
  if (places.some(([column, place]) => heads[column].title !== undefined && place === -1))
    return undefined
  return Object.fromEntries(places) as Record<Column, number>
}

function placeOf(texts: readonly string[], { head, otherwise }: Head): number {
  const place = texts.findIndex((text) => head.test(text))
  if (place !== -1 || !otherwise) return place
  return texts.findIndex((text) => otherwise.test(text))
}

function columnsOf<Column extends string>(heads: Heads<Column>): Column[] {
  return Object.keys(heads) as Column[]
}
