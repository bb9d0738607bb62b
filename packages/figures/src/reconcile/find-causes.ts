import type { Amounts, Explanation } from '@cchc/domain/reconcile'
import {
  explainDifference,
  fittingCauses,
  handledInMinistry,
  isNothing,
  knownCauses,
  statedByMinistry,
} from '@cchc/domain/reconcile'
import type { StoredDossier } from '@cchc/store'
import type { CountedHere } from './counted-here.ts'
import type { PortalFigures } from './portal-figures.ts'

/** An organisation and period with the part of the difference that arises there. */
export interface Place {
  readonly organisation: string
  readonly period: number
  readonly ownDifference: Amounts
  /** Dossiers of no stated channel whose difference shows here and in no organisation below. */
  readonly unstatedChannels: number
}

/** Both sides of one portal. */
export interface Sides {
  readonly portal: PortalFigures
  readonly counted: CountedHere
  readonly lateDays: number
}

type Dossiers = ReadonlyMap<string, readonly StoredDossier[]>

/** So many dossiers are in memory at once, or those of one organisation where it has more. */
const MOST_DOSSIERS = 200_000

/** The causes at places that do not hold each other; one scan reads the dossiers of many. */
export async function findCauses<P extends Place>(
  sides: Sides,
  places: readonly P[],
): Promise<ReadonlyMap<P, readonly Explanation[]>> {
  const found = new Map<P, readonly Explanation[]>()
  for (const group of groupsOf(places, sides.counted)) {
    const now = await sides.counted.dossiers(organisationsOf(group), undefined)
    const byInstant = Map.groupBy(group, (place) => instantOfOlder(sides.portal, place, now))
    for (const [instant, those] of byInstant) {
      const then =
        instant === undefined ? now : await sides.counted.dossiers(organisationsOf(those), instant)
      for (const place of those) found.set(place, explain(sides, place, { now, then }))
    }
  }
  return found
}

/** Places in the order given, those of one organisation together, by the size of what is read for them. */
function groupsOf<P extends Place>(places: readonly P[], { size }: CountedHere): readonly P[][] {
  const groups: P[][] = []
  let dossiers = Number.POSITIVE_INFINITY
  for (const [organisation, those] of Map.groupBy(places, (place) => place.organisation)) {
    dossiers += size(organisation)
    if (dossiers > MOST_DOSSIERS) {
      groups.push([])
      dossiers = size(organisation)
    }
    groups.at(-1)?.push(...those)
  }
  return groups
}

function organisationsOf(places: readonly Place[]): readonly string[] {
  return [...new Set(places.map(({ organisation }) => organisation))]
}

/** When the portal's figures were taken, if the hub has learnt anything of the organisation since. */
function instantOfOlder(portal: PortalFigures, place: Place, now: Dossiers): number | undefined {
  const takenAt = takenWhen(portal, place)
  const dossiers = now.get(place.organisation) ?? []
  return dossiers.some(({ knownFrom }) => knownFrom > takenAt) ? takenAt : undefined
}

function takenWhen({ figures, stated }: PortalFigures, { organisation, period }: Place): number {
  const known = figures.map(({ key }) => stated(organisation, period, key)?.knownFrom)
  return Math.max(...known.flatMap((instant) => instant ?? []))
}

/** The figure here is not counted but stated by another source: nothing behind it can be looked at. */
function statedOtherwise(effect: Amounts): Explanation {
  const affected = Object.entries(effect).map(([key, amount]) => [key, Math.abs(amount)])
  return {
    cause: 'stated_otherwise',
    detail: null,
    confidence: 'identified',
    effect,
    affected: Object.fromEntries(affected),
  }
}

function explain(
  sides: Sides,
  place: Place,
  { now, then }: { readonly now: Dossiers; readonly then: Dossiers },
): readonly Explanation[] {
  const { portal, counted, lateDays } = sides
  const { organisation, period, ownDifference, unstatedChannels } = place
  const days = portal.periods[period]
  if (!days) return []
  const own = (those: Dossiers) => ownOf(portal, those.get(organisation) ?? [])
  const dossiersNow = own(now)
  const scene = {
    comparison: portal.comparison,
    counting: portal.counting,
    dossiers: dossiersNow,
    knownThen: own(then),
    days,
    takenAt: takenWhen(portal, place),
    lateDays,
    unstatedChannels,
  }
  const difference = { difference: ownDifference, stated: Object.keys(ownDifference) }
  const besides = inMinistries(sides, place, scene, now)
  if (dossiersNow.length === 0 && counted.isStated(organisation, period)) {
    const fixed = explainDifference({ ...difference, fixed: besides, fitting: () => [] })
    const { explanations, rest } = fixed
    return isNothing(rest) ? explanations : [...explanations, statedOtherwise(rest)]
  }
  return explainDifference({
    ...difference,
    fixed: [...besides, ...knownCauses(scene)],
    fitting: fittingCauses(scene),
  }).explanations
}

/** A portal of others' dossiers is explained by those of the province; ministries' systems hold the others. */
function ownOf(
  { comparison, ministries }: PortalFigures,
  dossiers: readonly StoredDossier[],
): readonly StoredDossier[] {
  if (comparison.dossiers === 'own') return dossiers
  return dossiers.filter(({ source }) => !Object.hasOwn(ministries, source))
}

/** What each ministry's system accounts for at a place, of its dossiers or of what it states. */
function inMinistries(
  { portal, counted }: Sides,
  { organisation, period }: Place,
  scene: Parameters<typeof handledInMinistry>[0],
  now: Dossiers,
): readonly Explanation[] {
  if (portal.comparison.dossiers === 'own') return []
  const dossiers = Map.groupBy(now.get(organisation) ?? [], ({ source }) => source)
  const stated = Map.groupBy(counted.besidesStated(organisation, period), ({ source }) => source)
  return Object.keys(portal.ministries).flatMap((source) => [
    ...(dossiers.has(source) ? [handledInMinistry(scene, source, dossiers.get(source) ?? [])] : []),
    ...(stated.has(source) ? [statedByMinistry(source, stated.get(source) ?? [])] : []),
  ])
}
