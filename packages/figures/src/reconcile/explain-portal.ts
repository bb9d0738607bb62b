import type { Amounts, Explanation } from '@cchc/domain/reconcile'
import { isNothing, minus, only, sumOf } from '@cchc/domain/reconcile'
import { findCauses, type Place, type Sides } from './find-causes.ts'
import type { Besides } from './ministry-counts.ts'
import type { PortalFigures } from './portal-figures.ts'

/** One organisation and period on both sides. */
export interface Compared {
  readonly organisation: string
  readonly period: number
  readonly here: Amounts
  /** What ministries' systems hold beside that. */
  readonly besides: Besides
  /** The causes found at the organisation and at those below it. */
  readonly explanations: readonly Explanation[]
}

interface Known extends Compared {
  /** What the organisation adds to the differences of the one above it. */
  readonly shown: Amounts
  /** Dossiers without a channel whose difference no figure has shown so far. */
  readonly unstatedChannels: number
}

interface Difference extends Place {
  readonly here: Amounts
  readonly besides: Besides
  /** There minus here, with what arises below. */
  readonly difference: Amounts
  readonly below: readonly Known[]
}

/**
 * Finds causes from the lowest organisations up, so that a difference is explained where it arises and only carried upwards.
 * The dossiers of those that differ on one level are read together.
 */
export async function explainPortal(sides: Sides): Promise<readonly Compared[]> {
  const known = new Map<string, Known>()
  for (const level of levelsOf(sides.counted.organisations)) {
    const places = level.flatMap((organisation) =>
      [...sides.portal.periods.keys()].map((period) => {
        const next = sides.counted.below(organisation)
        const below = next.flatMap((code) => known.get(`${code} ${period}`) ?? [])
        return differenceAt(sides, { organisation, period, below })
      }),
    )
    const causes = await findCauses(
      sides,
      places.filter(({ ownDifference }) => !isNothing(ownDifference)),
    )
    for (const place of places) {
      const key = `${place.organisation} ${place.period}`
      known.set(key, knownOf(sides, place, causes.get(place) ?? []))
    }
  }
  return [...known.values()].toSorted(byPlace)
}

/** Organisations with none of the others below them first. */
function levelsOf(organisations: readonly string[]): readonly (readonly string[])[] {
  const byDepth = Map.groupBy(organisations, (code) => code.split('.').length)
  return [...byDepth].toSorted(([a], [b]) => b - a).map(([, level]) => level)
}

function byPlace(a: Compared, b: Compared): number {
  if (a.organisation !== b.organisation) return a.organisation < b.organisation ? -1 : 1
  return a.period - b.period
}

function differenceAt(
  { portal, counted }: Sides,
  place: Pick<Difference, 'organisation' | 'period' | 'below'>,
): Difference {
  const { organisation, period, below } = place
  const here = counted.whole(organisation, period)
  const there = statedThere(portal, organisation, period)
  const keys = Object.keys(there)
  const difference = minus(there, only(here, keys))
  const ownUnstated = counted.own(organisation, period)['received.unknown'] ?? 0
  return {
    ...place,
    here,
    besides: counted.besides(organisation, period),
    difference,
    ownDifference: minus(difference, only(sumOf(below.map(({ shown }) => shown)), keys)),
    unstatedChannels: below.reduce((sum, one) => sum + one.unstatedChannels, ownUnstated),
  }
}

/** Only figures with a value: null is no data and compares with nothing. */
function statedThere(portal: PortalFigures, organisation: string, period: number): Amounts {
  return Object.fromEntries(
    portal.figures.flatMap(({ key }) => {
      const value = portal.stated(organisation, period, key)?.value ?? null
      return value === null ? [] : [[key, value]]
    }),
  )
}

function knownOf(
  { portal: { comparison } }: Sides,
  place: Difference,
  found: readonly Explanation[],
): Known {
  const { organisation, period, here, besides, difference, below, unstatedChannels } = place
  const explanations = [...below.flatMap((one) => one.explanations), ...found]
  const effects = sumOf(explanations.map(({ effect }) => effect))
  const unstated = comparison.counts === 'cohort' ? comparison.unstatedChannel : undefined
  return {
    organisation,
    period,
    here,
    besides,
    explanations,
    shown: { ...effects, ...difference },
    unstatedChannels: `received.${unstated}` in difference ? 0 : unstatedChannels,
  }
}
