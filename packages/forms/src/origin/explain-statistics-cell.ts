import {
  type DossierStatistics,
  II06_COLUMNS,
  NOT_REPORTED,
  printCell,
  type ReportColumn,
  type ReportRow,
  ratioCell,
  type StatisticsColumn,
} from '@cchc/domain'
import type { EventSubject } from '@cchc/figures'
import { codeOf } from '@cchc/figures'
import { columnTitle } from '../render/column-text.ts'
import type { CellOrigin, Condition, ExplainedCell } from './contract.ts'
import { type CountedGroup, countSelections } from './counted-dossiers.ts'
import { dossierOrigin } from './dossier-origin.ts'
import type { OriginScope } from './origin-reader.ts'
import { roundingOf } from './rounding.ts'

/** Beside the columns of Form II.06: the rule's rate on time. */
export const ON_TIME = 'onTime'

/** A row of Form II.06a among the others of its report, and the column that is asked for. */
export interface StatisticsCell {
  readonly rows: readonly ReportRow[]
  readonly row: ReportRow
  readonly columns: readonly ReportColumn[]
  readonly key: string
}

/** Explains a cell of Form II.06a: the dossiers behind it, and the columns that the form adds up to it. */
export async function explainStatisticsCell(
  scope: OriginScope,
  cell: StatisticsCell,
): Promise<ExplainedCell> {
  const part = partOf(cell, scope)
  const { store, organisation, period, rule } = scope
  const { from, to } = period
  const selections = new Map([['row', { per: 'organisation', keep: part.keep } as const]])
  const query = { organisation: organisation.code, from, to, rule, selections }
  const groups = (await countSelections(store, query)).get('row') ?? []
  const facts = { ...cell, scope, groups, conditions: part.conditions }
  return cell.key === ON_TIME ? onTimeCell(facts) : columnCell(facts, cell.key)
}

interface Facts extends StatisticsCell {
  readonly scope: OriginScope
  readonly groups: readonly CountedGroup[]
  readonly conditions: readonly Condition[]
}

function columnCell(facts: Facts, key: string): ExplainedCell {
  const { row, columns } = facts
  const column = columns.find((one) => one.key === key)
  const operands = (column?.sumOf ?? []).map((part) => columnCell(facts, part))
  const cell = row.cells[key] ?? NOT_REPORTED
  return {
    ...placeOf(row),
    column: {
      key,
      number: column?.number ?? null,
      title: column === undefined ? key : columnTitle(column),
    },
    printed: printCell(cell),
    cell,
    origin: { ...columnOrigin(facts, key as StatisticsColumn), operands },
  }
}

function columnOrigin(
  { groups, conditions, scope }: Facts,
  key: StatisticsColumn,
): Extract<CellOrigin, { kind: 'counted' }> {
  const { period, names } = scope
  const described = II06_COLUMNS.find((column) => column.key === key)
  return dossierOrigin(groups, {
    figure: key,
    name: described?.name ?? key,
    selection: { columns: [key], conditions, per: 'organisation' },
    window: { from: period.from, to: period.to },
    nameOf: (code) => names.organisations.describe(code).name,
  })
}

function onTimeCell(facts: Facts): ExplainedCell {
  const { row, scope } = facts
  const ratio = scope.rule.onTime(statisticsOf(row))
  const cell = ratioCell(ratio)
  const columns = facts.columns.map(({ sumOf: _, ...column }) => column)
  const keys: StatisticsColumn[] = ['resolvedEarly', 'resolvedOnTime', 'resolvedTotal']
  return {
    ...placeOf(row),
    column: { key: ON_TIME, number: scope.rule.onTimeFormula, title: 'Tỷ lệ giải quyết đúng hạn' },
    printed: printCell(cell),
    cell,
    origin: {
      kind: 'quotient',
      formula: scope.rule.onTimeFormula,
      ...ratio,
      rounding: roundingOf({ ...ratio, state: 'ratio', decimals: 2, raw: null }),
      operands: keys.map((key) => columnCell({ ...facts, columns }, key)),
    },
  }
}

function statisticsOf({ cells }: ReportRow): DossierStatistics {
  const value = (key: StatisticsColumn) => {
    const cell = cells[key]
    return cell?.state === 'number' ? cell.value : 0
  }
  return Object.fromEntries(II06_COLUMNS.map(({ key }) => [key, value(key)])) as DossierStatistics
}

function placeOf({ rowId, code, label, unit, note }: ReportRow) {
  return { rowId, code, label, unit, indicatorId: null, note }
}

interface Part {
  readonly conditions: readonly Condition[]
  keep(subject: EventSubject): boolean
}

/** Which dossiers a row counts: all, those of the units in a group, of one unit, or of a field. */
function partOf({ rows, row }: StatisticsCell, { names }: OriginScope): Part {
  if (row.rowType === 'total') return { conditions: [], keep: () => true }
  const units = rows.filter(({ rowType }) => rowType === 'heading').map(({ rowId }) => rowId)
  if (row.rowType === 'group') return partOfUnits(row, units)
  const unit = units.find((id) => row.rowId === id || row.rowId.startsWith(`${id}/`))
  const organisation = unit === undefined ? undefined : unitCode(unit)
  const conditions: Condition[] =
    organisation === undefined ? [] : [{ name: 'Đơn vị', value: organisation }]
  if (row.rowType === 'heading') {
    return { conditions, keep: (subject) => subject.organisation === organisation }
  }
  const field = unit === undefined ? row.rowId : row.rowId.slice(unit.length + 1)
  return {
    conditions: [...conditions, { name: 'Lĩnh vực', value: `${row.label} (${field})` }],
    keep: (subject) =>
      (organisation === undefined || subject.organisation === organisation) &&
      codeOf(subject, 'field', names) === field,
  }
}

function partOfUnits({ rowId, label }: ReportRow, units: readonly string[]): Part {
  const own = new Set(units.filter((id) => id.startsWith(`${rowId}/`)).map(unitCode))
  return {
    conditions: [{ name: 'Nhóm đơn vị', value: label }],
    keep: ({ organisation }) => own.has(organisation),
  }
}

/** `I/H16.05` is the row of H16.05 in the group I. */
function unitCode(rowId: string): string {
  return rowId.slice(rowId.indexOf('/') + 1)
}

/** The columns by which a figure of Form II.06 can be asked for without a form. */
export const STATISTICS_COLUMNS: readonly string[] = [
  ...II06_COLUMNS.map(({ key }) => key),
  ON_TIME,
]
