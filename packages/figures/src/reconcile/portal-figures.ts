import { type Day, dayNumber, isWithin, PortalFigure } from '@cchc/domain'
import type {
  Days,
  PortalComparison,
  PortalCounting,
  ReconcileChannel,
  ReconcileMeasure,
} from '@cchc/domain/reconcile'
import { calendarPeriodOf, partsOf, portalCounting } from '@cchc/domain/reconcile'
import type { Store } from '@cchc/store'
import type { Ministries, ReconcileQuery } from './reconciliation.ts'

/** A period for which a portal states figures. */
export interface PortalPeriod extends Days {
  readonly first: Day
  readonly last: Day
  readonly provisional: boolean
}

/** One figure as stated; `knownFrom` is when the hub learnt it. */
export interface Stated {
  readonly value: number | null
  readonly knownFrom: number
}

/** One figure that a portal states, and the key under which the hub counts it. */
export interface ComparedFigure {
  readonly key: string
  readonly portalMeasure: string
  readonly measure: ReconcileMeasure
  readonly channel: ReconcileChannel | null
}

/** Everything that one source states of itself, in one way of counting, within the days asked for. */
export interface PortalFigures {
  readonly source: string
  readonly comparison: PortalComparison
  readonly counting: PortalCounting
  readonly figures: readonly ComparedFigure[]
  readonly periods: readonly PortalPeriod[]
  readonly organisations: ReadonlySet<string>
  /** Whether what it does not state is missing there, as at a portal; a source of stated counts owes nothing. */
  readonly owesAll: boolean
  /** Whose dossiers it counts beside those of the province. */
  readonly ministries: Ministries
  stated(organisation: string, period: number, key: string): Stated | undefined
}

/** One figure as it was found, under the key by which the hub counts it. */
export interface Found {
  readonly figure: Pick<PortalFigure, 'organisationCode' | 'from' | 'to' | 'value' | 'provisional'>
  readonly key: string
  readonly knownFrom: number
}

/**
 * Reads the declared figures of one source: of the periods that lie wholly within the days, the shortest ones, and longer
 * ones only where no shorter one lies.
 */
export async function loadPortalFigures(
  store: Store,
  { source, comparison }: Pick<PortalFigures, 'source' | 'comparison'>,
  query: ReconcileQuery,
): Promise<PortalFigures> {
  const keys = new Map<string, string>(Object.entries(comparison.figures))
  const records = await store.listRecords<unknown>('portal-figure', {
    sources: [source],
    where: { measure: [...keys.keys()] },
  })
  const found = records.flatMap(({ value, knownFrom }): Found[] => {
    const figure = PortalFigure.parse(value)
    const key = keys.get(figure.measure)
    return key !== undefined && isWanted(figure, { comparison, query })
      ? [{ figure, key, knownFrom }]
      : []
  })
  const figures = Object.entries(comparison.figures).map(([portalMeasure, key]) => ({
    key,
    portalMeasure,
    ...partsOf(key),
  }))
  const counting = portalCounting(comparison)
  const periods = shortestPeriods(found)
  const { ministries = {} } = query
  const portal = { source, comparison, counting, figures, owesAll: true, ministries }
  return { ...portal, ...bookOf(found, periods) }
}

function isWanted(
  { organisationCode, from, to }: PortalFigure,
  { comparison, query }: { readonly comparison: PortalComparison; readonly query: ReconcileQuery },
): boolean {
  if (from < query.from || query.to < to) return false
  const period = calendarPeriodOf(from, to)
  const isCompared = period !== undefined && comparison.periods.includes(period)
  return isCompared && isWithin(organisationCode, query.organisation)
}

/** What was found, by period and organisation. */
export function bookOf(
  found: readonly Found[],
  periods: readonly PortalPeriod[],
): Pick<PortalFigures, 'periods' | 'organisations' | 'stated'> {
  const positions = new Map(periods.map(({ first, last }, index) => [`${first} ${last}`, index]))
  const cells = new Map<string, Stated>()
  const organisations = new Set<string>()
  for (const { figure, key, knownFrom } of found) {
    const { organisationCode, from, to, value } = figure
    const period = positions.get(`${from} ${to}`)
    if (period === undefined) continue
    organisations.add(organisationCode)
    cells.set(`${organisationCode} ${period} ${key}`, { value, knownFrom })
  }
  return {
    periods,
    organisations,
    stated: (organisation, period, key) => cells.get(`${organisation} ${period} ${key}`),
  }
}

/** Every period of what was found, each once. */
export function periodsOf(found: readonly Found[]): PortalPeriod[] {
  const all = new Map<string, PortalPeriod>()
  for (const { figure } of found) {
    const { from: first, to: last, provisional } = figure
    const days = { from: dayNumber(first), to: dayNumber(last) }
    all.set(`${first} ${last}`, { first, last, provisional, ...days })
  }
  return [...all.values()]
}

function shortestPeriods(found: readonly Found[]): PortalPeriod[] {
  const chosen: PortalPeriod[] = []
  const all = periodsOf(found)
  for (const period of all.toSorted((a, b) => a.to - a.from - (b.to - b.from))) {
    if (chosen.every(({ from, to }) => to < period.from || period.to < from)) chosen.push(period)
  }
  return chosen.toSorted((a, b) => a.from - b.from)
}
