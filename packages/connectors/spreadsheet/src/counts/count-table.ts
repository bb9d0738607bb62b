import { refuse, tableColumns, UnreadableField } from '@cchc/connector-kit'
import {
  type DossierCount,
  type Field,
  type Message,
  normaliseOrganisationCode,
  say,
} from '@cchc/domain'
import { cellAddress } from '@cchc/files/grid'
import { unitFault } from '../dossiers/map-row.ts'
import { fieldCodeOf } from '../field-code.ts'
import { plain } from '../plain.ts'
import type { Settings } from '../settings.ts'
import { prefaceUnit } from '../table/preface.ts'
import { type CountTable, type FigureRow, figureRows, isRead, tried } from './figure-rows.ts'
import { ruleOf, statedCounts } from './stated-counts.ts'
import { addedParts, fieldsBelow, wrongTotals } from './totals.ts'

/** What a form gives: a row of each unit and of its fields, refused rows, and what is to be looked at. */
export interface CountRows {
  readonly counts: readonly DossierCount[]
  readonly fields: readonly Field[]
  readonly refused: readonly UnreadableField[]
  readonly warnings: readonly Message[]
}

/**
 * Reads a form: each unit's row with those of its fields, or the one unit that reports with its fields. Totals are checked
 * and not counted.
 */
export function countRows(
  table: CountTable,
  { settings, document }: { readonly settings: Settings; readonly document: string },
): CountRows {
  const { rows, refused } = figureRows(table)
  const warnings = wrongTotals(table, rows)
  const isOfOne = isOfOneUnit(rows, table)
  if (isOfOne && warnings.length > 0) {
    return {
      counts: [],
      fields: [],
      refused: [...refused, ...warnings.map(contradicted)],
      warnings: [],
    }
  }
  const context = { table, settings, document }
  const places = isOfOne ? ownUnit(rows) : unitsOf(rows)
  const read = places.map((place) => tried(() => countsOf(place, context)))
  const counts = read.filter(isRead).flat()
  const { parts, unknown } = table.columns
  tableColumns(
    counts.map(({ count }) => count),
    [...parts.keys(), ...unknown.map(({ shown }) => shown)],
  )
  return {
    counts: counts.map(({ count }) => count),
    fields: counts.flatMap(({ field }) => field ?? []),
    refused: [...refused, ...read.filter((one) => one instanceof UnreadableField)],
    warnings,
  }
}

/** Whether a form by fields is of the unit that reports, and names no others. */
function isOfOneUnit(rows: readonly FigureRow[], { columns }: CountTable): boolean {
  return columns.rowsAre === 'fields' && rows.every(({ kind }) => kind !== 'unit')
}

/** Of one unit's figures nobody can tell whether the total is wrong or a row. */
function contradicted(note: Message): UnreadableField {
  const fix = say('Correct the table: the total, or the row that is wrong.')
  return new UnreadableField(note, { path: 'counts', fix })
}

/** The row of a unit as a whole, and those of its fields; `row.label` names it unless the lines above the table do. */
interface UnitRows {
  readonly row: FigureRow
  readonly fields: readonly FigureRow[]
  readonly isNamed: boolean
}

/** A form by fields states its unit in the row of totals, or in all rows added up. */
function ownUnit(rows: readonly FigureRow[]): readonly UnitRows[] {
  const total = rows.find(({ kind }) => kind === 'total')
  const fields = rows.filter(({ kind }) => kind === 'field')
  const [first] = fields
  if (!first) return total ? [{ row: total, fields, isNamed: false }] : []
  const row = total ?? { ...first, parts: addedParts(fields.map(({ parts }) => parts)) }
  return [{ row, fields, isNamed: false }]
}

function unitsOf(rows: readonly FigureRow[]): readonly UnitRows[] {
  return rows.flatMap((row, at) => {
    if (row.kind !== 'unit') return []
    const fields = fieldsBelow(rows, at).filter(({ kind }) => kind === 'field')
    return [{ row, fields, isNamed: true }]
  })
}

interface CountContext {
  readonly table: CountTable
  readonly settings: Settings
  readonly document: string
}

interface FieldCount {
  readonly count: DossierCount
  readonly field?: Field
}

/** The rows of one unit; those of fields that state nothing but zeros are left out. */
function countsOf(of: UnitRows, context: CountContext): readonly FieldCount[] {
  const whole = countOf(of, context)
  const fields = of.fields.filter(({ parts }) => Object.values(parts).some((count) => count > 0))
  return [
    { count: whole },
    ...fields.map(({ label, line, parts }) => {
      const code = context.settings.fields.get(plain(label)) ?? fieldCodeOf(label)
      return {
        field: { code, name: label.slice(0, 300) },
        count: {
          ...whole,
          fieldCode: code,
          counts: statedCounts(parts, context.table.columns),
          place: placeIn(context.table, line),
        },
      }
    }),
  ]
}

function placeIn({ grid, columns }: CountTable, line: number): string {
  return cellAddress({ sheet: grid.sheet, line, column: columns.label })
}

function countOf(of: UnitRows, { table, settings, document }: CountContext): DossierCount {
  const { row } = of
  const cell = placeIn(table, row.line)
  const days = table.preface.days ?? settings.days
  if (!days) {
    refuse(say('{cell}: nothing says of which days the figures are', { cell }), {
      path: 'from',
      fix: say('Write “Từ ngày … đến ngày …” above the table, or period into the configuration.'),
    })
  }
  return {
    organisationCode: unitOf(of, { table, settings, cell }),
    fieldCode: null,
    procedureCode: null,
    ...days,
    rule: ruleOf(table.columns),
    counts: statedCounts(row.parts, table.columns),
    document: document.slice(0, 300),
    place: cell,
    statedOn: null,
  }
}

function unitOf(
  { row, isNamed }: UnitRows,
  {
    table,
    settings,
    cell,
  }: { readonly table: CountTable; readonly settings: Settings; readonly cell: string },
): string {
  const fix = say('Write the name and its code into the configuration under units.')
  if (!isNamed) {
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
  const own = figureRows(table).rows.filter(({ kind }) => kind === 'unit')
  return own.map(({ label, code }) => ({ name: label, code }))
}
