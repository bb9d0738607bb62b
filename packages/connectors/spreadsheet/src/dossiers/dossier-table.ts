import { mapEach, tableColumns } from '@cchc/connector-kit'
import { type Dossier, type Message, say } from '@cchc/domain'
import { cellAddress, type Grid, type GridRow } from '@cchc/files/grid'
import { plain } from '../plain.ts'
import type { Settings } from '../settings.ts'
import { numbersColumns, repeatsHead } from '../table/find-head.ts'
import { type Preface, prefaceUnit } from '../table/preface.ts'
import type { Head } from '../table/title.ts'
import { TOTAL_ROW } from '../words.ts'
import type { DossierColumns } from './dossier-columns.ts'
import { latestOf, mapRow, organisationInCode } from './map-row.ts'

/** A sheet that holds a list of dossiers. */
export interface DossierTable {
  readonly kind: 'dossiers'
  readonly grid: Grid
  readonly head: Head
  readonly columns: DossierColumns
  readonly preface: Preface
}

/** What a list gives: its dossiers, its refused rows, and what is to be told of it. */
export interface DossierRows {
  readonly dossiers: readonly Dossier[]
  readonly refused: readonly never[]
  readonly warnings: readonly Message[]
}

/** A row of a list, and the unit that a line above it names. */
interface Placed {
  readonly row: GridRow
  readonly unit: string | undefined
}

/** Of which file a list is, and the least version of its dossiers, where an earlier state of the same file is known. */
interface OfFile {
  readonly document?: string
  readonly version?: number
}

/** Reads a list; what is wrong with a row is told with its file and cell. */
export function dossierRows(
  table: DossierTable,
  settings: Settings,
  { document, version = 0 }: OfFile = {},
): DossierRows {
  const { grid, columns } = table
  const { placed, totals } = placedRows(table, settings)
  const learnt = withProcedures(placed, { columns, settings })
  const context = { document, sheet: grid.sheet, places: columns.places, settings: learnt, version }
  const { mapped, unreadable } = mapEach(
    placed,
    ({ row, unit }) => mapRow(row, { ...context, unit }),
    ({ row }) => ({ code: textOf(row, columns, 'code') }),
  )
  const named = mapped.map(latestOf).filter((at) => at <= settings.now)
  const asOf = named.reduce((latest, at) => Math.max(latest, at), version)
  const dossiers = mapped.map((dossier) => ({ ...dossier, version: asOf }))
  tableColumns(
    [...dossiers, ...unreadable],
    [...columns.places.keys(), ...columns.unknown.map(({ shown }) => shown)],
  )
  return {
    dossiers,
    refused: unreadable,
    warnings: totals.flatMap((total) => wrongTotal(total, { grid, count: placed.length })),
  }
}

function textOf(
  row: GridRow,
  { places }: DossierColumns,
  field: 'code' | 'receivedAt' | 'procedureName' | 'procedureCode' | 'organisationName',
): string {
  return row.cells[places.get(field) ?? -1]?.text.trim() ?? ''
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

/** The rows that hold dossiers, each with the unit of the line that heads it; rows of totals apart. */
function placedRows(
  table: DossierTable,
  settings: Settings,
): { readonly placed: readonly Placed[]; readonly totals: readonly Total[] } {
  const { grid, head, preface } = table
  const placed: Placed[] = []
  const totals: Total[] = []
  let unit = prefaceUnit(preface, settings.units)
  for (const row of grid.rows.slice(head.below)) {
    const kind = rowKind(row, table)
    if (kind === 'total') totals.push(...totalIn(row, placed.length, totals.at(-1)))
    else if (kind === 'dossier') placed.push({ row, unit })
    else if (kind === 'words') unit = sectionUnit(row, settings) ?? unit
  }
  return { placed, totals }
}

function rowKind(
  row: GridRow,
  { grid, head, columns }: DossierTable,
): 'head' | 'total' | 'dossier' | 'words' {
  if (numbersColumns(row) || repeatsHead(row, grid.rows, head)) return 'head'
  const filled = row.cells.filter(({ text }) => text !== '')
  const code = textOf(row, columns, 'code')
  const isTotal = filled.some(({ text }) => TOTAL_ROW.test(plain(text).replace(/ \d.*$/, '')))
  if (isTotal && !/\d{4}/.test(code)) return 'total'
  const isDossier = /\d/.test(code) || textOf(row, columns, 'receivedAt') !== ''
  return isDossier && filled.length > 1 ? 'dossier' : 'words'
}

function sectionUnit({ cells }: GridRow, { units }: Settings): string | undefined {
  const text = cells.findLast((cell) => cell.text !== '')?.text
  const meant = text === undefined ? undefined : units.find(text.replace(/^[IVX\d]+[.)]\s*/, ''))
  return meant && 'code' in meant ? meant.code : undefined
}

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
function wrongTotal(
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

/** Procedures that a list names with their codes in some rows, for those that name them alone. */
function withProcedures(
  placed: readonly Placed[],
  { columns, settings }: { readonly columns: DossierColumns; readonly settings: Settings },
): Settings {
  const own = placed.flatMap(({ row }): [string, string][] => {
    const [, code] = /^(\d\.\d{6})\b/.exec(textOf(row, columns, 'procedureCode')) ?? []
    return code === undefined ? [] : [[plain(textOf(row, columns, 'procedureName')), code]]
  })
  return { ...settings, procedures: new Map([...own, ...settings.procedures]) }
}

/** Names of units, with their codes as a list gives them: in a column, or at the beginning of the codes of dossiers. */
export function namedUnits({ grid, head, columns }: DossierTable): readonly NamedUnit[] {
  const codes = columns.places.get('organisationCode') ?? -1
  return grid.rows.slice(head.below).flatMap((row) => {
    const name = textOf(row, columns, 'organisationName')
    const inDossier = organisationInCode(textOf(row, columns, 'code'))
    const code = row.cells[codes]?.text || inDossier || ''
    return name === '' ? [] : [{ name, code }]
  })
}

/** The one unit that the codes of all dossiers of a list begin with. */
export function unitOfCodes({ grid, head, columns }: DossierTable): string | undefined {
  const codes = grid.rows.slice(head.below).flatMap((row) => {
    return organisationInCode(textOf(row, columns, 'code')) ?? []
  })
  const [only, ...others] = new Set(codes)
  return others.length === 0 ? only : undefined
}

/** A unit as a file names it; `code` is empty where it gives none. */
export interface NamedUnit {
  readonly name: string
  readonly code: string
}
