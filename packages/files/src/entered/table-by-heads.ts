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
  const at = rows.findIndex((row) => placesOf(row, heads) !== undefined)
  const places = rows[at] && placesOf(rows[at], heads)
  if (!places) return undefined
  return rows.slice(at + 1).flatMap((row) => {
    const cells = columnsOf(heads).map((column) => {
      return [column, row.cells[places[column]]?.text ?? ''] as const
    })
    if (cells.every(([, text]) => text === '') || isNumbering(cells)) return []
    const text = Object.fromEntries(cells) as Record<Column, string>
    return [
      { text, at: (column) => cellAddress({ sheet, line: row.line, column: places[column] }) },
    ]
  })
}

/** `1 2 3 4 5` or `(1) (2) (3)` below the heads. */
function isNumbering(cells: readonly (readonly [string, string])[]): boolean {
  const texts = cells.map(([, text]) => text.replace(/[()]/g, '')).filter((text) => text !== '')
  return texts.length > 2 && texts.every((text) => /^\d$/.test(text)) && new Set(texts).size > 2
}

function placesOf<Column extends string>(
  row: GridRow,
  heads: Heads<Column>,
): Record<Column, number> | undefined {
  const texts = row.cells.map(({ text }) => folded(text))
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
