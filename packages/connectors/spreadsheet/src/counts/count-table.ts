import { refuse, UnreadableField } from '@cchc/connector-kit'
import { type DossierCount, type Message, normaliseOrganisationCode, say } from '@cchc/domain'
import { cellAddress } from '@cchc/files/grid'
import { unitFault } from '../dossiers/map-row.ts'
import type { Settings } from '../settings.ts'
import { prefaceUnit } from '../table/preface.ts'
import { type CountTable, type FigureRow, figureRows, isRead, tried } from './figure-rows.ts'
import { ruleOf, statedCounts } from './stated-counts.ts'
import { addedParts, sectionNotes, totalNotes } from './totals.ts'

/** What a form gives: a row of each unit, refused rows, and what is to be told of it. */
export interface CountRows {
  readonly counts: readonly DossierCount[]
  readonly refused: readonly UnreadableField[]
  readonly notes: readonly Message[]
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

/** Units that a form names, with the codes that it gives beside them. */
export function unitLabels(
  table: CountTable,
): readonly { readonly name: string; readonly code: string }[] {
  if (table.columns.rowsAre === 'fields') return []
  const own = figureRows(table).rows.filter(({ kind }) => kind === 'unit')
  return own.map(({ label, code }) => ({ name: label, code }))
}
