import { type Day, dayNumber, PortalFigure } from '@cchc/domain'
import type { Days } from '@cchc/domain/reconcile'
import type { Store } from '@cchc/store'
import { isWithin } from '../organisations/organisation-tree.ts'
import type { ReconcileQuery } from './contract.ts'
import type { PortalDefinition } from './portal-definition.ts'

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

/** Everything that one source states of itself within the days asked for. */
export interface PortalFigures {
  readonly source: string
  readonly definition: PortalDefinition
  readonly periods: readonly PortalPeriod[]
  readonly organisations: ReadonlySet<string>
  stated(organisation: string, period: number, key: string): Stated | undefined
}

interface Found {
  readonly figure: PortalFigure
  readonly key: string
  readonly knownFrom: number
}

/**
 * Reads the figures of one kind of portal: of the periods that lie wholly within the days, the shortest ones, and longer
 * ones only where no shorter one lies.
 */
export async function loadPortalFigures(
  store: Store,
  definition: PortalDefinition,
  query: ReconcileQuery,
): Promise<PortalFigures[]> {
  const found = new Map<string, Found[]>()
  const keys = new Map(definition.figures.map(({ portalMeasure, key }) => [portalMeasure, key]))
  const records = await store.listRecords<unknown>('portal-figure', {
    ...(query.sources ? { sources: query.sources } : {}),
    where: { measure: [...keys.keys()] },
  })
  for (const { source, value, knownFrom } of records) {
    const figure = PortalFigure.parse(value)
    const key = keys.get(figure.measure)
    if (key === undefined || !isWanted(figure, query)) continue
    const list = found.get(source) ?? []
    found.set(source, list)
    list.push({ figure, key, knownFrom })
  }
  const sources = [...found].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return sources.map(([source, list]) => ({ source, definition, ...bookOf(list) }))
}

function isWanted({ organisationCode, from, to }: PortalFigure, query: ReconcileQuery): boolean {
  return query.from <= from && to <= query.to && isWithin(organisationCode, query.organisation)
}

function bookOf(found: readonly Found[]): Omit<PortalFigures, 'source' | 'definition'> {
  const periods = shortestPeriods(found)
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

function shortestPeriods(found: readonly Found[]): PortalPeriod[] {
  const all = new Map<string, PortalPeriod>()
  for (const { figure } of found) {
    const { from: first, to: last, provisional } = figure
    const days = { from: dayNumber(first), to: dayNumber(last) }
    all.set(`${first} ${last}`, { first, last, provisional, ...days })
  }
  const chosen: PortalPeriod[] = []
  for (const period of [...all.values()].toSorted((a, b) => a.to - a.from - (b.to - b.from))) {
    if (chosen.every(({ from, to }) => to < period.from || period.to < from)) chosen.push(period)
  }
  return chosen.toSorted((a, b) => a.from - b.from)
}
