import { NotFoundError, type ScoreToWin, scoreToWin } from '@cchc/domain'
import { calendarPeriodOf, type PortalComparison } from '@cchc/domain/reconcile'
import type { Store } from '@cchc/store'
import type { NamedOrganisation } from '../organisations/organisation-tree.ts'
import { reconcile } from '../reconcile/reconcile.ts'
import type { ReconcileLine, ReconcileQuery } from '../reconcile/reconciliation.ts'
import { noScores, portalScores, type ScoresQuery, type StatedScoreRow } from './portal-scores.ts'

/** Whose index, and how the portals behind the sources count; days are inclusive. */
export interface ServiceIndexQuery
  extends Omit<ReconcileQuery, 'organisation'>,
    Pick<ScoresQuery, 'isThere'> {
  readonly organisation: string
}

/** A score with what would win back its points, and the hub's own counts of the figures that it follows from. */
export interface ServiceIndexRow extends StatedScoreRow {
  /** Null where that is no arithmetic, or nothing is lost. */
  readonly toWin: ScoreToWin | null
  /** Of numerator and denominator, with the causes of differences; empty where the hub does not count them. */
  readonly counted: readonly ReconcileLine[]
}

/** The index of an organisation; never without rows. */
export interface ServiceIndex {
  readonly organisation: NamedOrganisation
  readonly rows: readonly ServiceIndexRow[]
}

/**
 * Every score that portals state of an organisation within the days, as stated and never computed. Throws NotFoundError
 * where none is.
 */
export async function serviceIndex(store: Store, query: ServiceIndexQuery): Promise<ServiceIndex> {
  const { comparisons, organisation, from, to, isThere } = query
  const shares = Object.fromEntries(
    Object.entries(comparisons).map(([source, all]) => [source, sharesOf(all)]),
  )
  const asked = { sources: Object.keys(comparisons), shares, organisation, from, to, isThere }
  const { rows } = await portalScores(store, asked)
  const own = rows.filter((row) => row.organisation.code === organisation)
  const [first] = own
  if (!first) throw noScores(query)
  const lines = await countedHere(
    store,
    own.filter(({ source, measure }) => shares[source]?.[measure] !== undefined),
    query,
  )
  const indexed = own.map((row) => {
    const share = shares[row.source]?.[row.measure]
    const counted = [share?.numerator, share?.denominator].flatMap((measure) => {
      return lines.find((line) => line.portalMeasure === measure && isBeside(line, row)) ?? []
    })
    return { ...row, toWin: scoreToWin(row) ?? null, counted }
  })
  return { organisation: first.organisation, rows: indexed }
}

function sharesOf(
  comparisons: readonly PortalComparison[],
): NonNullable<PortalComparison['scores']> {
  return Object.assign({}, ...comparisons.map(({ scores }) => scores ?? {}))
}

/** What the hub counts in the windows of some scores; of windows of each length for themselves. */
async function countedHere(
  store: Store,
  rows: readonly StatedScoreRow[],
  query: ServiceIndexQuery,
): Promise<readonly ReconcileLine[]> {
  const lengths = new Set(
    rows.flatMap(({ period }) => calendarPeriodOf(period.from, period.to) ?? []),
  )
  const lines: ReconcileLine[] = []
  for (const length of lengths) {
    const comparisons = Object.fromEntries(
      Object.entries(query.comparisons).map(([source, all]) => [
        source,
        all.filter(({ scores }) => scores).map((one) => ({ ...one, periods: [length] })),
      ]),
    )
    lines.push(...(await linesOf(store, { ...query, comparisons })))
  }
  return lines
}

/** Nothing to compare is no fault: the scores are there. */
async function linesOf(store: Store, query: ReconcileQuery): Promise<readonly ReconcileLine[]> {
  try {
    return (await reconcile(store, query)).lines
  } catch (thrown) {
    if (thrown instanceof NotFoundError) return []
    throw thrown
  }
}

function isBeside(line: ReconcileLine, { source, organisation, period }: StatedScoreRow): boolean {
  const isThen = line.period.from === period.from && line.period.to === period.to
  return isThen && line.source === source && line.organisation.code === organisation.code
}
