import { type CountingRule, OrganisationLevel, type Ratio } from '@cchc/domain'
import { LEVEL_NAMES } from '../dimension/level.ts'
import type { OrganisationTree } from '../organisations/organisation-tree.ts'
import { RANKED_MEASURES, type RankedMeasureId } from './measures.ts'
import { medianOf, type Place, placeAmong, type Rated, rated, similarTo } from './rank.ts'
import { type OwnRow, unitsOfLevel } from './units-of-level.ts'

/** A unit and where it stands among those of its level. */
export interface RankedUnit extends Rated {
  readonly name: string
  /** null = it has no rate: nothing that could be on time, or online. */
  readonly place: Place | null
  /** Its rate is of so few dossiers that one of them moves it much. */
  readonly isSmall: boolean
  /** Its place among units with between half and twice as many dossiers, itself with them; null = there are none. */
  readonly similar: { readonly rank: number; readonly units: readonly string[] } | null
}

/** The units of one level, the best first, those without a place last. */
export interface RankedLevel {
  readonly level: OrganisationLevel
  readonly name: string
  readonly ranked: number
  readonly median: Ratio | null
  readonly units: readonly RankedUnit[]
}

interface Ranking {
  readonly tree: OrganisationTree
  readonly rule: CountingRule
  readonly measure: RankedMeasureId
  /** A rate of fewer dossiers is marked as small. */
  readonly smallBelow: number
}

/** Puts units in order within their level: communes never against departments, ties sharing a place. */
export function rankUnits(rows: readonly OwnRow[], ranking: Ranking): readonly RankedLevel[] {
  const { tree, rule, measure } = ranking
  const { rateOf, best } = measureOf(measure)
  const byLevel = unitsOfLevel(tree, rows)
  const levels = OrganisationLevel.options.filter((level) => byLevel.has(level))
  return levels.map((level) => {
    const units = byLevel.get(level) ?? []
    const all = units.map(({ code, name, row }) => {
      return { code, name, rate: row && rateOf(row, rule) }
    })
    const withRate = rated(all)
    const placed = all.map((unit) => placedUnit(unit, withRate, { ...ranking, best }))
    return {
      ...{ level, name: LEVEL_NAMES[level], ranked: withRate.length, median: medianOf(withRate) },
      units: placed.toSorted(bestFirst),
    }
  })
}

/** What units are put in order by. */
export function measureOf(id: RankedMeasureId): (typeof RANKED_MEASURES)[number] {
  return RANKED_MEASURES.find((one) => one.id === id) ?? RANKED_MEASURES[0]
}

type NamedRate = Rated & { readonly name: string }

interface How {
  readonly best: 'highest' | 'lowest'
  readonly smallBelow: number
}

function placedUnit(
  unit: NamedRate,
  all: ReturnType<typeof rated<NamedRate>>,
  { best, smallBelow }: How,
): RankedUnit {
  const own = all.find(({ code }) => code === unit.code)
  if (!own) return { ...unit, place: null, isSmall: true, similar: null }
  const near = similarTo(own, all)
  const similar = { rank: placeAmong(own, near, best).rank, units: near.map(({ code }) => code) }
  return {
    ...unit,
    place: placeAmong(own, all, best),
    isSmall: own.rate.denominator < smallBelow,
    similar: near.length === 0 ? null : similar,
  }
}

/** Those that share a place stand by how many dossiers they have, then by code. */
function bestFirst(one: RankedUnit, other: RankedUnit): number {
  const rank = ({ place }: RankedUnit) => place?.rank ?? Number.POSITIVE_INFINITY
  const size = ({ rate }: RankedUnit) => rate?.denominator ?? 0
  const byRank = rank(one) === rank(other) ? 0 : rank(one) - rank(other)
  return byRank || size(other) - size(one) || (one.code < other.code ? -1 : 1)
}
