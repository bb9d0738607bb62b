import { mapEach, tableColumns } from '@cchc/connector-kit'
import { type Dossier, type Field, type Message, say } from '@cchc/domain'
import { plain } from '../plain.ts'
import type { Settings } from '../settings.ts'
import { listDates } from './date-order.ts'
import type { DossierColumns } from './dossier-columns.ts'
import { type DossierTable, type ReadField, textOf } from './dossier-table.ts'
import { FIELD_CODE, listedField } from './listed-field.ts'
import { latestOf, mapRow } from './map-row.ts'
import { type Placed, placedRows, wrongTotal } from './placed-rows.ts'

/** What a list gives: its dossiers, its refused rows, and what is to be told of it. */
export interface DossierRows {
  readonly dossiers: readonly Dossier[]
  readonly refused: readonly never[]
  readonly warnings: readonly Message[]
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
  const { placed, totals, readsBlanks } = placedRows(table, settings)
  const learnt = withLearnt(placed, { columns, settings })
  const dates = listDates(
    placed.map(({ row }) => row),
    columns.places,
  )
  const context = {
    ...{ document, sheet: grid.sheet, places: columns.places, dates, settings: learnt, version },
  }
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
    warnings: [
      ...(dates.order === 'month-first' ? [MONTH_FIRST] : []),
      ...(readsBlanks ? [UNIT_ABOVE] : []),
      ...totals.flatMap((total) => wrongTotal(total, { grid, count: placed.length })),
    ],
  }
}

const MONTH_FIRST = say(
  'its dates are written with the month first, such as 12/20/2022, and were read so',
)

const UNIT_ABOVE = say(
  'each unit is named once, so that rows without one are those of the unit above',
)

/** Procedures and fields that a list names with their codes in some rows, for those that name them alone. */
function withLearnt(
  placed: readonly Placed[],
  { columns, settings }: { readonly columns: DossierColumns; readonly settings: Settings },
): Settings {
  const coded = (pattern: RegExp, code: ReadField, name: ReadField) =>
    placed.flatMap(({ row }): [string, string][] => {
      const [, found] = pattern.exec(textOf(row, columns, code)) ?? []
      return found === undefined ? [] : [[plain(textOf(row, columns, name)), found]]
    })
  const procedures = coded(/^(\d\.\d{6})\b/, 'procedureCode', 'procedureName')
  const fields = coded(FIELD_CODE, 'fieldCode', 'fieldName')
  return {
    ...settings,
    procedures: new Map([...procedures, ...settings.procedures]),
    fields: new Map([...fields, ...settings.fields]),
  }
}

/** The fields that a list names, each once. */
export function namedFields(table: DossierTable, settings: Settings): readonly Field[] {
  const { columns } = table
  if (!columns.places.has('fieldName')) return []
  const { placed } = placedRows(table, settings)
  const learnt = withLearnt(placed, { columns, settings })
  const fields = new Map<string, Field>()
  for (const { row } of placed) {
    const given = {
      code: textOf(row, columns, 'fieldCode'),
      name: textOf(row, columns, 'fieldName'),
    }
    const field = listedField(given, learnt)
    if (field && given.name !== '' && !fields.has(field.code)) fields.set(field.code, field)
  }
  return [...fields.values()]
}
