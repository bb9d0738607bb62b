import { type Message, say } from '@cchc/domain'
import { cellAddress, type Grid, type GridRow } from '@cchc/files/grid'
import type { Settings } from '../settings.ts'
import { numbersColumns, repeatsHead } from '../table/find-head.ts'
import { prefaceUnit } from '../table/preface.ts'
import { looksLikeUnit, type UnitFault } from '../units.ts'
import { isTotalRow } from '../words.ts'
import { type DossierTable, textOf } from './dossier-table.ts'
import { FillDown } from './fill-down.ts'

/** The unit that a line above rows names, or why it means none. */
export type UnitAbove =
  | { readonly code: string }
  | { readonly fault: UnitFault; readonly cell: string }

/** A row of a list, and the unit that a line above it names. */
export interface Placed {
  readonly row: GridRow
  readonly unit: UnitAbove | undefined
}

/** The one number of a text; that of a month or a quarter is none. */
const COUNT = /^(?!.*(?:tháng|quý|tuần|năm)\s*\d+\s*$)\D*(\d[\d.]*)\D*$/iu

interface Total {
  readonly line: number
  readonly column: number
  readonly count: number
  /** How many dossiers stand above it, and of these below the total before it. */
  readonly above: number
  readonly since: number
}

interface PlacedRows {
  readonly placed: readonly Placed[]
  readonly totals: readonly Total[]
  /** Whether the unit of rows that name none is the one above them. */
  readonly readsBlanks: boolean
}

/** The rows that hold dossiers, each with the unit of the line that heads it; rows of totals apart. */
export function placedRows(table: DossierTable, settings: Settings): PlacedRows {
  const { grid, head, preface, columns } = table
  const placed: Placed[] = []
  const totals: Total[] = []
  const reporting = prefaceUnit(preface, settings.units)
  let unit: UnitAbove | undefined = reporting === undefined ? undefined : { code: reporting }
  const rows = grid.rows.slice(head.below).map((row) => ({ row, kind: rowKind(row, table) }))
  const dossiers = rows.flatMap(({ row, kind }) => (kind === 'dossier' ? row : []))
  const down = new FillDown(dossiers, columns.places)
  for (const { row, kind } of rows) {
    if (kind !== 'dossier') down.interrupt()
    if (kind === 'total') totals.push(...totalIn(row, placed.length, totals.at(-1)))
    else if (kind === 'dossier') placed.push({ row: down.fill(row), unit })
    else if (kind === 'words') unit = sectionUnit(row, { grid, settings }) ?? unit
  }
  return { placed, totals, readsBlanks: down.readsBlanks }
}

export function rowKind(
  row: GridRow,
  { grid, head, columns }: DossierTable,
): 'head' | 'total' | 'dossier' | 'words' {
  if (numbersColumns(row) || repeatsHead(row, grid.rows, head)) return 'head'
  const filled = row.cells.filter(({ text }) => text !== '')
  const code = textOf(row, columns, 'code')
  const isTotal = filled.some(({ text }) => isTotalRow(text))
  if (isTotal && !/\d{4}/.test(code)) return 'total'
  const isDossier = /\d/.test(code) || textOf(row, columns, 'receivedAt') !== ''
  return isDossier && filled.length > 1 ? 'dossier' : 'words'
}

/** Dossiers below a line that names a unit are of no other one, so that one that is not known is none of those above. */
function sectionUnit(
  row: GridRow,
  { grid: { sheet }, settings }: Pick<DossierTable, 'grid'> & { readonly settings: Settings },
): UnitAbove | undefined {
  const section = sectionName(row)
  if (section === undefined) return undefined
  const meant = settings.units.find(section.name)
  if ('code' in meant) return meant
  const cell = cellAddress({ sheet, line: row.line, column: section.column })
  return looksLikeUnit(section.name) ? { fault: meant.fault, cell } : undefined
}

/** What a line within a list says, without its number. */
export function sectionName({
  cells,
}: GridRow): { readonly name: string; readonly column: number } | undefined {
  const column = cells.findLastIndex(({ text }) => text !== '')
  const text = cells[column]?.text
  return text === undefined ? undefined : { name: text.replace(NUMBER, '').trim(), column }
}

/** `II.`, `3)`, `A -` */
const NUMBER = /^([IVX]+|\d+|[A-Z])\s*[.):-]\s*/

/** `Tổng số: 25 hồ sơ`, or the number beside the words. */
function totalIn(
  { line, cells }: GridRow,
  above: number,
  last: Total | undefined,
): readonly Total[] {
  const column = cells.findIndex(({ text }) => COUNT.test(text))
  const [, digits] = COUNT.exec(cells[column]?.text ?? '') ?? []
  if (digits === undefined) return []
  const count = Number(digits.replaceAll('.', ''))
  return [{ line, column, count, above, since: above - (last?.above ?? 0) }]
}

/** A total may be of the list, of what stands above it, or of what stands below the total before it. */
export function wrongTotal(
  { line, column, count, above, since }: Total,
  list: { readonly grid: Grid; readonly count: number },
): readonly Message[] {
  if ([list.count, above, since].includes(count)) return []
  const cell = cellAddress({ sheet: list.grid.sheet, line, column })
  return [
    say('{cell}: states {count} dossiers, and {found} are there', {
      cell,
      count,
      found: list.count,
    }),
  ]
}
