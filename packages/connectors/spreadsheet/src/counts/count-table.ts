import { refuse, UnreadableField } from '@cchc/connector-kit'
import {
  type DossierCount,
  type Message,
  normaliseOrganisationCode,
  parseNumber,
  type StatedColumn,
  say,
} from '@cchc/domain'
import { cellAddress, type Grid, type GridRow } from '@cchc/files/grid'
import { unitFault } from '../dossiers/map-row.ts'
import { plain } from '../plain.ts'
import type { Settings } from '../settings.ts'
import { numbersColumns, repeatsHead } from '../table/find-head.ts'
import { type Preface, prefaceUnit } from '../table/preface.ts'
import type { Head } from '../table/title.ts'
import { SECTION_ROW, TOTAL_ROW } from '../words.ts'
import type { CountColumns } from './count-columns.ts'
import type { CountPart } from './vocabulary.ts'

/** A sheet that states counts of dossiers. */
export interface CountTable {
  readonly kind: 'counts'
  readonly grid: Grid
  readonly head: Head
  readonly columns: CountColumns
  readonly preface: Preface
}

/** What a form gives: a row of each unit, refused rows, and what is to be told of it. */
export interface CountRows {
  readonly counts: readonly DossierCount[]
  readonly refused: readonly UnreadableField[]
  readonly notes: readonly Message[]
}

export type Parts = Readonly<Partial<Record<CountPart, number>>>

/** A row of figures: what it is called, and what it states. */
export interface FigureRow {
  readonly line: number
  readonly label: string
  readonly code: string
  readonly kind: 'unit' | 'section' | 'total'
  readonly parts: Parts
}

/** Every row that holds figures, in its order. Refuses what is no number by its cell. */
function figureRows(table: CountTable): {
  readonly rows: readonly FigureRow[]
  readonly refused: readonly UnreadableField[]
} {
  const { grid, head } = table
  const read = grid.rows
    .slice(head.below)
    .filter((row) => !numbersColumns(row) && !repeatsHead(row, grid.rows, head))
    .flatMap((row) => tried(() => figureRow(row, table)) ?? [])
  return {
    rows: read.filter(isRead),
    refused: read.filter((one) => one instanceof UnreadableField),
  }
}

function isRead<T>(one: T | UnreadableField): one is T {
  return !(one instanceof UnreadableField)
}

/** What comes of a row, or why it is none. */
function tried<T>(read: () => T): T | UnreadableField {
  try {
    return read()
  } catch (thrown) {
    if (thrown instanceof UnreadableField) return thrown
    throw thrown
  }
}

function figureRow(row: GridRow, table: CountTable): FigureRow | undefined {
  const { columns } = table
  const label = labelOf(row, columns)
  const parts = label === '' ? {} : partsOf(row, table)
  if (Object.keys(parts).length === 0) return undefined
  const code = columns.code === undefined ? '' : (row.cells[columns.code]?.text ?? '')
  return { line: row.line, label, code, kind: kindOf(label, columns), parts }
}

/** The label, or the words before it where a total stretches from the number to the label. */
function labelOf(row: GridRow, { label }: CountColumns): string {
  const own = row.cells[label]?.text ?? ''
  const before = row.cells.slice(0, label).map(({ text }) => text)
  const total = before.find((text) => TOTAL_ROW.test(plain(text)))
  return (own === '' ? (total ?? '') : own).replace(/\s+/g, ' ')
}

function kindOf(label: string, { rowsAre }: CountColumns): FigureRow['kind'] {
  const words = plain(label)
  if (TOTAL_ROW.test(words)) return 'total'
  if (rowsAre === 'units' && SECTION_ROW.test(words)) return 'section'
  return 'unit'
}

function partsOf(row: GridRow, { grid, columns }: CountTable): Parts {
  const found: Partial<Record<CountPart, number>> = {}
  for (const [part, column] of columns.parts) {
    const cell = row.cells[column]
    const text = cell?.text ?? ''
    if (text === '' || /^[-–—]$/.test(text)) continue
    const number = parseNumber(text)
    if (!number || number.percent || number.decimals > 0 || number.value < 0) {
      refuse(
        say('{cell}: is no whole number such as 1.909', {
          cell: cellAddress({ sheet: grid.sheet, line: row.line, column }),
        }),
        { path: 'counts', fix: say('Correct the cell; leave it blank where nothing is known.') },
      )
    }
    found[part] = number.value
  }
  return found
}

/** Reads a form: each unit's row, or the one row of the unit that reports. Totals are checked and not counted. */
export function countRows(
  table: CountTable,
  { settings, document }: { readonly settings: Settings; readonly document: string },
): CountRows {
  const { rows, refused } = figureRows(table)
  const own = rows.filter(({ kind }) => kind === 'unit')
  const notes = [...totalNotes(table, rows), ...sectionNotes(table, rows)]
  const isSplit = table.columns.rowsAre === 'fields'
  if (isSplit && notes.length > 0) {
    return { counts: [], refused: [...refused, ...notes.map(contradicted)], notes: [] }
  }
  const context = { table, settings, document }
  const read = (isSplit ? wholeUnit(rows) : own).map((row) => tried(() => countOf(row, context)))
  return {
    counts: read.filter(isRead),
    refused: [...refused, ...read.filter((one) => one instanceof UnreadableField)],
    notes,
  }
}

/** Of one unit's figures nobody can tell whether the total is wrong or a row. */
function contradicted(note: Message): UnreadableField {
  const fix = say('Correct the table: the total, or the row that is wrong.')
  return new UnreadableField(note, { path: 'counts', fix })
}

/** A form by fields states its unit in the row of totals, or in its only row. */
function wholeUnit(rows: readonly FigureRow[]): readonly FigureRow[] {
  const total = rows.find(({ kind }) => kind === 'total')
  if (total) return [total]
  const parts = rows.filter(({ kind }) => kind === 'unit')
  const [first] = parts
  return first ? [{ ...first, parts: addedParts(parts.map((row) => row.parts)) }] : []
}

/** Figures added up; a part that one row does not state is not known of all. */
function addedParts(rows: readonly Parts[]): Parts {
  const [first = {}, ...others] = rows
  return others.reduce<Parts>((sum, row) => {
    const known = Object.entries(sum).flatMap(([part, count]): [string, number][] => {
      const more = row[part as CountPart]
      return more === undefined ? [] : [[part, count + more]]
    })
    return Object.fromEntries(known)
  }, first)
}

interface CountContext {
  readonly table: CountTable
  readonly settings: Settings
  readonly document: string
}

function countOf(row: FigureRow, { table, settings, document }: CountContext): DossierCount {
  const { grid, columns } = table
  const cell = cellAddress({ sheet: grid.sheet, line: row.line, column: columns.label })
  const days = table.preface.days ?? settings.days
  if (!days) {
    refuse(say('{cell}: nothing says of which days the figures are', { cell }), {
      path: 'from',
      fix: say('Write “Từ ngày … đến ngày …” above the table, or period into the configuration.'),
    })
  }
  return {
    organisationCode: unitOf(row, { table, settings, cell }),
    fieldCode: null,
    procedureCode: null,
    ...days,
    rule: ruleOf(columns),
    counts: statedCounts(row.parts, columns),
    document: document.slice(0, 300),
    place: cell,
    statedOn: null,
  }
}

function unitOf(
  row: FigureRow,
  {
    table,
    settings,
    cell,
  }: { readonly table: CountTable; readonly settings: Settings; readonly cell: string },
): string {
  const fix = say('Write the name and its code into the configuration under units.')
  if (table.columns.rowsAre === 'fields') {
    const unit = prefaceUnit(table.preface, settings.units) ?? settings.organisation
    return (
      unit ??
      refuse(say('{cell}: nothing says whose figures they are', { cell }), {
        path: 'organisationCode',
        fix,
      })
    )
  }
  const code = normaliseOrganisationCode(row.code)
  if (code !== undefined) return code
  const meant = settings.units.find(row.label)
  if ('code' in meant) return meant.code
  return refuse(unitFault(meant.fault, cell), { path: 'organisationCode', fix })
}

const ONLY_07A: readonly CountPart[] = [
  ...([
    'stopped',
    'withdrawn',
    'refusedAtReception',
    'awaitingReception',
    'awaitingInTime',
  ] as const),
  ...(['receivedOtherChannel', 'resolvedLateWithLetter', 'pendingOverdueWithLetter'] as const),
]

/** Columns that only Form 07a/BTP has tell that its rule counted. */
function ruleOf({ parts }: CountColumns): string {
  return ONLY_07A.some((part) => parts.has(part)) ? 'btp-07a' : 'tt01-2020'
}

/** The columns of the form that follow from what a row states: parts added up, an only channel beside online. */
function statedCounts(parts: Parts, { parts: columns }: CountColumns): DossierCount['counts'] {
  const sum = (...names: readonly CountPart[]) => {
    const known = names.flatMap((name) => parts[name] ?? [])
    return known.length === names.length ? known.reduce((all, one) => all + one, 0) : undefined
  }
  const isDirectAlone = columns.has('receivedDirect') && !columns.has('receivedPostal')
  const derived: Partial<Record<StatedColumn, number | undefined>> = {
    receivedOnline: sum('receivedOnlineFull', 'receivedOnlinePartial'),
    receivedDirectPost: isDirectAlone
      ? parts.receivedDirect
      : sum('receivedDirect', 'receivedPostal'),
    awaitingReception: sum('awaitingInTime', 'awaitingLate'),
    resolvedLate: sum('resolvedLateWithLetter', 'resolvedLateWithoutLetter'),
    pendingOverdue: sum('pendingOverdueWithLetter', 'pendingOverdueWithoutLetter'),
    ...own(parts, isDirectAlone),
  }
  const late = derived.resolvedLate
  const total =
    parts.resolvedInTime === undefined || late === undefined
      ? undefined
      : parts.resolvedInTime + late
  const stated = { resolvedTotal: total, ...derived }
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined))
}

const HELPERS: ReadonlySet<string> = new Set<CountPart>([
  ...(['resolvedInTime', 'awaitingInTime', 'awaitingLate', 'resolvedLateWithLetter'] as const),
  ...([
    'resolvedLateWithoutLetter',
    'pendingOverdueWithLetter',
    'pendingOverdueWithoutLetter',
  ] as const),
])

function own(parts: Parts, isDirectAlone: boolean): Partial<Record<StatedColumn, number>> {
  const stated = Object.entries(parts).filter(([part]) => {
    return !HELPERS.has(part) && !(isDirectAlone && part === 'receivedDirect')
  })
  return Object.fromEntries(stated)
}

/** What the rows of totals say otherwise than the rows that they add up. */
function totalNotes(table: CountTable, rows: readonly FigureRow[]): readonly Message[] {
  const parts = addedParts(rows.filter(({ kind }) => kind === 'unit').map((row) => row.parts))
  return rows
    .filter(({ kind }) => kind === 'total')
    .flatMap((row) => differences(table, row, parts))
}

/** A section adds up the rows below it, as far as the next one. */
function sectionNotes(table: CountTable, rows: readonly FigureRow[]): readonly Message[] {
  return rows.flatMap((row, at) => {
    if (row.kind !== 'section') return []
    const end = rows.findIndex(({ kind }, index) => index > at && kind !== 'unit')
    const below = rows.slice(at + 1, end === -1 ? rows.length : end)
    return below.length === 0
      ? []
      : differences(table, row, addedParts(below.map(({ parts }) => parts)))
  })
}

function differences(
  { grid, columns }: CountTable,
  row: FigureRow,
  parts: Parts,
): readonly Message[] {
  return Object.entries(row.parts).flatMap(([part, stated]) => {
    const found = parts[part as CountPart]
    const column = columns.parts.get(part as CountPart) ?? 0
    if (found === undefined || found === stated) return []
    const cell = cellAddress({ sheet: grid.sheet, line: row.line, column })
    return [
      say('{cell}: states {stated} in all, and the rows add up to {found}', {
        cell,
        stated,
        found,
      }),
    ]
  })
}

/** Units that a form names, with the codes that it gives beside them. */
export function unitLabels(
  table: CountTable,
): readonly { readonly name: string; readonly code: string }[] {
  if (table.columns.rowsAre === 'fields') return []
  const own = figureRows(table).rows.filter(({ kind }) => kind === 'unit')
  return own.map(({ label, code }) => ({ name: label, code }))
}
