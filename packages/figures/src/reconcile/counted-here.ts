import { type DayNumber, isWithin, parentOrganisationCode } from '@cchc/domain'
import { type Amounts, type Counter, type Days, sumOf } from '@cchc/domain/reconcile'
import type { CountableDossier, Store, StoredDossier } from '@cchc/store'
import { COUNTED_FIELDS } from '@cchc/store/stored-dossier'
import { statedUnits } from '../stated/stated-units.ts'
import { openCounting } from '../statistics/counting.ts'
import {
  addMinistryCounts,
  type Besides,
  type MinistryCounts,
  sourcesOfProvince,
  sourcesToScan,
} from './ministry-counts.ts'
import type { PortalFigures } from './portal-figures.ts'
import { amountsOf } from './stated-portals.ts'

/** What the hub counts of the dossiers for which one organisation answers at a portal, those below it left out. */
interface Own {
  readonly organisation: string
  readonly counter: Counter
  /** What ministries' systems hold of it beside the province's, of dossiers and, by the position of the period, of counts. */
  readonly besides: Counter
  readonly besidesStated: Map<number, MinistryCounts>
  size: number
  /** What is stated of those of its organisations that have no dossiers, by the position of the period. */
  readonly stated: Map<number, Amounts>
}

/** The hub's side of one portal's figures. */
export interface CountedHere {
  /** Organisations that the portal states, and those with dossiers that it states nowhere. */
  readonly organisations: readonly string[]
  /** How many dossiers are the organisation's own: of itself and of those below it that have no figures of their own. */
  size(organisation: string): number
  /** Whether its own figures are stated by sources, with no dossiers behind them. */
  isStated(organisation: string, period: number): boolean
  /** What is counted of its own dossiers. */
  own(organisation: string, period: number): Amounts
  /** What ministries' systems hold beside that of it and all below it, as far as they tell. */
  besides(organisation: string, period: number): Besides
  /** What ministries' systems state of its own dossiers instead of giving them. */
  besidesStated(organisation: string, period: number): MinistryCounts
  /** As the portal counts it: with all below it where its figures are so. */
  whole(organisation: string, period: number): Amounts
  /** The organisations that stand next below in the portal's figures. */
  below(organisation: string): readonly string[]
  /** The own dossiers of these organisations in full, in one scan; now or as known at an instant (epoch ms). */
  dossiers(
    organisations: readonly string[],
    asKnownAt: number | undefined,
  ): Promise<ReadonlyMap<string, readonly StoredDossier[]>>
}

interface Book {
  readonly portal: PortalFigures
  readonly owns: Map<string, Own>
  /** Who answers for the dossiers of each organisation that has any. */
  readonly answering: Map<string, Own>
}

/** Counts for all portals in one scan of the dossiers. */
export async function countHere(
  store: Store,
  portals: readonly PortalFigures[],
  organisation: string | undefined,
): Promise<readonly CountedHere[]> {
  const books = portals.map(bookOf)
  const days = daysOf(portals)
  const organisations = await codesWithin(store, portals, { organisation, ...days })
  if (organisations?.length !== 0) {
    const sources = await sourcesToScan(store, portals)
    const query = { organisations, sources, ...days, fields: COUNTED_FIELDS }
    for await (const batch of store.scanDossiers(query)) {
      for (const dossier of batch) for (const book of books) addTo(book, dossier)
    }
  }
  for (const book of books) {
    await addStated(store, book, organisation)
    const holderOf = (code: string) => answeringFor(book, code)
    await addMinistryCounts(store, book.portal, { organisation, holderOf })
  }
  return books.map((book) => describe(store, book))
}

/** Units without dossiers count as sources state them, where a portal's figures are rows by the same rule. */
async function addStated(
  store: Store,
  book: Book,
  organisation: string | undefined,
): Promise<void> {
  const { comparison, periods } = book.portal
  if (comparison.counts !== 'row') return
  const counting = await openCounting(store, comparison.rule)
  const sources = await sourcesOfProvince(store, book.portal)
  if (sources?.length === 0) return
  for (const [index, { from, to }] of periods.entries()) {
    const { units } = await statedUnits(counting, { organisation, sources, from, to, by: [] })
    for (const { whole } of units) {
      const own = answeringFor(book, whole.subject.organisation)
      const known = own.stated.get(index)
      const amounts = amountsOf(whole.columns)
      own.stated.set(index, known ? sumOf([known, amounts]) : amounts)
    }
  }
}

function daysOf(portals: readonly PortalFigures[]): Days {
  const periods = portals.flatMap((portal) => portal.periods)
  return {
    from: Math.min(...periods.map(({ from }) => from)),
    to: Math.max(...periods.map(({ to }) => to)),
  }
}

async function codesWithin(
  store: Store,
  portals: readonly PortalFigures[],
  { organisation, to }: { readonly organisation: string | undefined; readonly to: DayNumber },
): Promise<readonly string[] | undefined> {
  if (organisation === undefined) return undefined
  const sources = await sourcesToScan(store, portals)
  const cells = await store.ledger({ sources, from: to, to, byDay: false })
  const codes = new Set(cells.map((cell) => cell.organisationCode))
  return [...codes].filter((code) => isWithin(code, organisation)).toSorted()
}

function bookOf(portal: PortalFigures): Book {
  const owns = [...portal.organisations].map((code) => [code, emptyOwn(portal, code)] as const)
  return { portal, owns: new Map(owns), answering: new Map() }
}

function emptyOwn({ counting, periods }: PortalFigures, organisation: string): Own {
  const [counter, besides] = [counting.counter(periods), counting.counter(periods)]
  return { organisation, counter, besides, besidesStated: new Map(), size: 0, stated: new Map() }
}

function addTo(book: Book, dossier: CountableDossier): void {
  if (!isCounted(book.portal, dossier)) return
  const own = answeringFor(book, dossier.organisationCode)
  own.size += 1
  const isBeside = Object.hasOwn(book.portal.ministries, dossier.source)
  const counter = isBeside && book.portal.comparison.dossiers === 'others' ? 'besides' : 'counter'
  own[counter].add(dossier)
}

function isCounted({ source, comparison }: PortalFigures, dossier: CountableDossier): boolean {
  return (dossier.source === source) === (comparison.dossiers === 'own')
}

function answeringFor({ portal, owns, answering }: Book, code: string): Own {
  const known = answering.get(code)
  if (known) return known
  const organisation = (isNested(portal) ? nearestListed(code, owns) : undefined) ?? code
  const own = owns.get(organisation) ?? emptyOwn(portal, organisation)
  owns.set(organisation, own)
  answering.set(code, own)
  return own
}

function isNested({ comparison }: PortalFigures): boolean {
  return comparison.organisations === 'with-all-below'
}

function nearestListed(code: string, listed: ReadonlyMap<string, unknown>): string | undefined {
  if (listed.has(code)) return code
  const parent = parentOrganisationCode(code)
  return parent === undefined ? undefined : nearestListed(parent, listed)
}

function describe(store: Store, book: Book): CountedHere {
  const { portal, owns } = book
  const organisations = [...owns.keys()].toSorted()
  const children = isNested(portal) ? childrenOf(organisations, owns) : undefined
  const below = (code: string) => children?.get(code) ?? []
  const own = (code: string, period: number): Amounts => {
    const { counter, stated } = owns.get(code) ?? {}
    return sumOf([counter?.amounts(period) ?? {}, stated?.get(period) ?? {}])
  }
  const whole = (code: string, period: number): Amounts =>
    sumOf([own(code, period), ...below(code).map((other) => whole(other, period))])
  const besides = (code: string, period: number): Besides => {
    const { besides: counter, besidesStated } = owns.get(code) ?? {}
    const next = below(code).map((other) => besides(other, period))
    const own = besidesStated?.get(period)?.map(({ amounts }) => amounts) ?? []
    const counted = [counter?.amounts(period) ?? {}, ...next.map((other) => other.counted)]
    return { counted: sumOf(counted), stated: [...own, ...next.flatMap((other) => other.stated)] }
  }
  return {
    organisations,
    size: (code) => owns.get(code)?.size ?? 0,
    isStated: (code, period) => owns.get(code)?.stated.has(period) ?? false,
    own,
    besides,
    besidesStated: (code, period) => owns.get(code)?.besidesStated.get(period) ?? [],
    whole,
    below,
    dossiers: (codes, asKnownAt) => readDossiers(store, book, { codes, asKnownAt }),
  }
}

function childrenOf(
  organisations: readonly string[],
  listed: ReadonlyMap<string, unknown>,
): ReadonlyMap<string | undefined, readonly string[]> {
  return Map.groupBy(organisations, (code) => {
    const parent = parentOrganisationCode(code)
    return parent === undefined ? undefined : nearestListed(parent, listed)
  })
}

async function readDossiers(
  store: Store,
  { portal, answering }: Book,
  asked: { readonly codes: readonly string[]; readonly asKnownAt: number | undefined },
): Promise<ReadonlyMap<string, readonly StoredDossier[]>> {
  const { codes, asKnownAt } = asked
  const dossiers = new Map(codes.map((code): [string, StoredDossier[]] => [code, []]))
  const organisations = [...answering]
    .filter(([, own]) => dossiers.has(own.organisation))
    .map(([code]) => code)
  if (organisations.length === 0) return dossiers
  const sources = await sourcesToScan(store, [portal])
  const query = { organisations, sources, ...daysOf([portal]), asKnownAt }
  for await (const batch of store.scanDossiers(query)) {
    for (const dossier of batch) {
      if (!isCounted(portal, dossier)) continue
      const own = answering.get(dossier.organisationCode)
      if (own) dossiers.get(own.organisation)?.push(dossier)
    }
  }
  for (const own of dossiers.values()) own.sort(byKey)
  return dossiers
}

/** Of dossiers of the same instant, and among those that are here twice, the same ones are named whatever the order of storage. */
function byKey(a: StoredDossier, b: StoredDossier): number {
  if (a.source !== b.source) return a.source < b.source ? -1 : 1
  return a.code < b.code ? -1 : 1
}
