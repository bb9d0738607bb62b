import { findCountingRule, isWithin, type StatedColumn } from '@cchc/domain'
import type { RowFigure } from '@cchc/domain/reconcile'
import {
  type PortalComparison,
  partsOf,
  portalCounting,
  STATED_FIGURES,
} from '@cchc/domain/reconcile'
import type { Store } from '@cchc/store'
import { isWhole, loadStatedRows, type StatedRow } from '../stated/stated-row.ts'
import {
  bookOf,
  type ComparedFigure,
  type Found,
  type PortalFigures,
  periodsOf,
} from './portal-figures.ts'
import type { Ministries, ReconcileQuery } from './reconciliation.ts'

/** What sources state of units as a whole, for days within those asked for, as figures that can be compared. */
export async function loadStatedPortals(
  store: Store,
  { comparisons, organisation, ministries = {}, ...within }: ReconcileQuery,
): Promise<PortalFigures[]> {
  const rows = await loadStatedRows(store, {
    sources: Object.keys(comparisons).filter((source) => !Object.hasOwn(ministries, source)),
    within,
  })
  const wanted = rows.filter(({ stated, holder }) => {
    const isInside = stated.from >= within.from && stated.to <= within.to
    return isWhole(stated) && isInside && isWithin(holder, organisation)
  })
  const bySource = Map.groupBy(wanted, ({ source, stated }) => `${source} ${stated.rule}`)
  return [...bySource]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => portalOf(own, ministries))
}

function portalOf(rows: readonly StatedRow[], ministries: Ministries): PortalFigures {
  const [first] = rows
  if (!first) throw new RangeError('a source that states nothing')
  const { source, stated } = first
  const figures = figuresOf(stated.rule)
  const comparison: PortalComparison = {
    name: source,
    rule: stated.rule,
    counts: 'row',
    periods: [],
    organisations: 'with-all-below',
    dossiers: 'others',
    figures: Object.fromEntries(figures.map(({ portalMeasure, key }) => [portalMeasure, key])),
    causes: ['two_codes', 'rule_difference', 'late_synchronisation'],
  }
  const found = rows.flatMap((row) => foundIn(row, figures))
  const counting = portalCounting(comparison)
  return {
    source,
    comparison,
    counting,
    figures,
    owesAll: false,
    ministries,
    ...bookOf(found, periodsOf(found)),
  }
}

interface StatedFigure extends ComparedFigure {
  readonly column: StatedColumn
  readonly key: RowFigure
}

/** The columns that a rule can be asked for. */
function figuresOf(ruleId: string): StatedFigure[] {
  const extras: readonly string[] = findCountingRule(ruleId)?.extraFigures ?? []
  const beside = new Set<string>(EXTRA_COLUMNS)
  return Object.entries(STATED_FIGURES)
    .filter(([column]) => !beside.has(column) || extras.includes(column))
    .map(([column, key]) => ({
      column: column as StatedColumn,
      key,
      portalMeasure: `dossier-count.${column}`,
      ...partsOf(key),
    }))
}

const EXTRA_COLUMNS: readonly StatedColumn[] = [
  'receivedDirect',
  'receivedPostal',
  'waiting',
  'withdrawn',
  'stopped',
  'refusedAtReception',
  'awaitingReception',
]

function foundIn({ stated, knownFrom }: StatedRow, figures: readonly StatedFigure[]): Found[] {
  const { organisationCode, from, to, counts } = stated
  return figures.flatMap(({ column, key }) => {
    const value = counts[column]
    if (value === undefined) return []
    return [{ figure: { organisationCode, from, to, value, provisional: false }, key, knownFrom }]
  })
}

/** What is stated of a unit, under the keys of figures that are compared. */
export function amountsOf(
  columns: ReadonlyMap<StatedColumn, { readonly value: number }>,
): Readonly<Record<string, number>> {
  const amounts = Object.entries(STATED_FIGURES).flatMap(([column, key]) => {
    const value = columns.get(column as StatedColumn)?.value
    return value === undefined ? [] : [[key, value]]
  })
  const [total, opening] = [columns.get('receivedTotal'), columns.get('carriedOver')]
  const came = total && opening ? { received: total.value - opening.value } : {}
  return { ...came, ...Object.fromEntries(amounts) }
}
