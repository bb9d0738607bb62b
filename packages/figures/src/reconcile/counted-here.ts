import { type DayNumber, parentOrganisationCode } from '@cchc/domain'
import { type Amounts, sumOf } from '@cchc/domain/reconcile'
import type { Store, StoredDossier } from '@cchc/store'
import { isWithin } from '../organisations/organisation-tree.ts'
import type { Counter } from './portal-definition.ts'
import type { PortalFigures } from './portal-figures.ts'

/** What the hub counts of the dossiers for which one organisation answers at a portal, those below it left out. */
interface Own {
  readonly counter: Counter
  readonly codes: Set<string>
}

/** The hub's side of one portal's figures. */
export interface CountedHere {
  /** Organisations that the portal states, and those with dossiers that it states nowhere. */
  readonly organisations: readonly string[]
  /** The dossiers of the organisation itself and of those below it that have no figures of their own. */
  own(organisation: string, period: number): Amounts
  /** As the portal counts it: with all below it where its figures are so. */
  whole(organisation: string, period: number): Amounts
  /** The organisations that stand next below in the portal's figures. */
  below(organisation: string): readonly string[]
  /** The organisation's own dossiers in full, now or as known at an instant (epoch ms). */
  dossiers(organisation: string, asKnownAt?: number): Promise<readonly StoredDossier[]>
}

interface Book {
  readonly figures: PortalFigures
  readonly owns: Map<string, Own>
}

/** Counts for all portals in one scan of the dossiers. */
export async function countHere(
  store: Store,
  portals: readonly PortalFigures[],
  organisation: string | undefined,
): Promise<readonly CountedHere[]> {
  const books = portals.map((figures) => ({ figures, owns: ownsOf(figures) }))
  const days = daysOf(portals)
  const organisations = await codesWithin(store, organisation, days)
  const filter = organisations === undefined ? {} : { organisations }
  if (organisations?.length !== 0) {
    for await (const batch of store.scanDossiers({ ...filter, ...days })) {
      for (const dossier of batch) for (const book of books) addTo(book, dossier)
    }
  }
  return books.map((book) => describe(store, book))
}

function daysOf(portals: readonly PortalFigures[]): { from: DayNumber; to: DayNumber } {
  const periods = portals.flatMap((portal) => portal.periods)
  return {
    from: Math.min(...periods.map(({ from }) => from)),
    to: Math.max(...periods.map(({ to }) => to)),
  }
}

async function codesWithin(
  store: Store,
  organisation: string | undefined,
  { to }: { to: DayNumber },
): Promise<readonly string[] | undefined> {
  if (organisation === undefined) return undefined
  const cells = await store.ledger({ from: to, to, byDay: false })
  const codes = new Set(cells.map((cell) => cell.organisationCode))
  return [...codes].filter((code) => isWithin(code, organisation)).toSorted()
}

function ownsOf({ organisations, definition, periods }: PortalFigures): Map<string, Own> {
  return new Map(
    [...organisations].map((code) => [
      code,
      { counter: definition.counter(periods), codes: new Set<string>() },
    ]),
  )
}

function addTo({ figures, owns }: Book, dossier: StoredDossier): void {
  const { definition, source, periods } = figures
  if ((dossier.source === source) !== definition.ownDossiers) return
  const code = dossier.organisationCode
  const answers = (definition.nested ? nearestListed(code, owns) : undefined) ?? code
  const own = owns.get(answers) ?? { counter: definition.counter(periods), codes: new Set() }
  owns.set(answers, own)
  own.codes.add(code)
  own.counter.add(dossier)
}

function nearestListed(code: string, owns: ReadonlyMap<string, unknown>): string | undefined {
  if (owns.has(code)) return code
  const parent = parentOrganisationCode(code)
  return parent === undefined ? undefined : nearestListed(parent, owns)
}

function describe(store: Store, { figures, owns }: Book): CountedHere {
  const organisations = [...owns.keys()].toSorted()
  const { nested } = figures.definition
  const own = (code: string, period: number) => owns.get(code)?.counter.amounts(period) ?? {}
  const parents = new Map(organisations.map((code) => [code, parentAmong(code, owns)]))
  const below = (code: string) =>
    nested ? organisations.filter((other) => parents.get(other) === code) : []
  const whole = (code: string, period: number): Amounts =>
    sumOf([own(code, period), ...below(code).map((other) => whole(other, period))])
  return {
    organisations,
    own,
    whole,
    below,
    dossiers: (code, asKnownAt) =>
      readDossiers(store, figures, {
        organisations: [...(owns.get(code)?.codes ?? [])],
        ...(asKnownAt === undefined ? {} : { asKnownAt }),
      }),
  }
}

function parentAmong(code: string, owns: ReadonlyMap<string, unknown>): string | undefined {
  const parent = parentOrganisationCode(code)
  return parent === undefined ? undefined : nearestListed(parent, owns)
}

async function readDossiers(
  store: Store,
  figures: PortalFigures,
  query: { readonly organisations: readonly string[]; readonly asKnownAt?: number },
): Promise<readonly StoredDossier[]> {
  if (query.organisations.length === 0) return []
  const { source, definition } = figures
  const dossiers: StoredDossier[] = []
  for await (const batch of store.scanDossiers({ ...query, ...daysOf([figures]) })) {
    dossiers.push(...batch.filter((one) => (one.source === source) === definition.ownDossiers))
  }
  return dossiers
}
