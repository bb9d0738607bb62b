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

/** Reads a list. `version` is the least version of its dossiers, where an earlier state of the same file is known. */
export function dossierRows(table: DossierTable, settings: Settings, version = 0): DossierRows {
  const { grid, columns } = table
  const { placed, totals } = placedRows(table, settings)
  const learnt = withProcedures(placed, { columns, settings })
  const context = { sheet: grid.sheet, places: columns.places, settings: learnt, version }
  const { mapped, unreadable } = mapEach(
    placed,
    ({ row, unit }) => mapRow(row, { ...context, unit }),
    ({ row }) => ({ code: textOf(row, columns, 'code') }),
  )
  const named = mapped.map(latestOf).filter((at) => at <= settings.now)
  const asOf = named.reduce((latest, at) => Math.max(latest, at), version)
  const dossiers = mapped.map((dossier) => ({ ...dossier, version: asOf }))
  tableColumns([...dossiers, ...unreadable], [...columns.places.keys(), ...columns.unknown])
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

interface Total {
  readonly line: number
  readonly column: number
  readonly count: number
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
    if (kind === 'total') totals.push(...totalIn(row))
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
function totalIn({ line, cells }: GridRow): readonly Total[] {
  const column = cells.findIndex(({ text }) => /^\D*(\d[\d.]*)\D*$/.test(text))
  const [, digits] = /^\D*(\d[\d.]*)\D*$/.exec(cells[column]?.text ?? '') ?? []
  return digits === undefined ? [] : [{ line, column, count: Number(digits.replaceAll('.', '')) }]
}

function wrongTotal(
  { line, column, count }: Total,
  list: { readonly grid: Grid; readonly count: number },
): readonly Message[] {
  if (count === list.count) return []
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

/** A unit as a file names it; `code` is empty where it gives none. */
export interface NamedUnit {
  readonly name: string
  readonly code: string
}
