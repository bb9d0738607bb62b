import { fansThatMend } from './fans-that-mend.ts'
import {
  AS_PRINTED,
  beforeZerosWereLost,
  type FigureCell,
  type Figures,
  withValue,
} from './figure-cell.ts'
import { fittingValues, type RelationsOf } from './fitting-values.ts'
import { pairsThatMend } from './pairs-that-mend.ts'
import type { Relation } from './relation.ts'

/**
 * Cells whose change satisfies what is broken; `figures` does so, and is the only way where `isUnique`. `rules` = how
 * many relations hold then that do not now.
 */
export interface Mend {
  readonly figures: Figures
  readonly isUnique: boolean
  readonly rules: number
}

/** More cells of one sum are not tried one by one. */
const MOST_TRIED = 400
/** A table in which more is broken was not understood, or is not about sums at all. */
const MOST_BROKEN = 200

/**
 * For each group of broken relations that hang together, the ways to satisfy it, and all others of its cells, by the
 * fewest changes: one cell, two where no cell alone does, several of one sum where no two do. Limits alone tell nothing, since many values keep them. Figures
 * that lost a digit are groups of their own.
 */
export function smallestMends(relations: readonly Relation[]): readonly (readonly Mend[])[] {
  const byCell = new Map<FigureCell, Relation[]>()
  for (const relation of relations) {
    for (const cell of relation.cells) byCell.set(cell, [...(byCell.get(cell) ?? []), relation])
  }
  const bound = (cell: FigureCell) => byCell.get(cell) ?? []
  const broken = relations.filter((one) => one.outcome(AS_PRINTED) === 'broken')
  if (broken.length > MOST_BROKEN) return []
  const doubtful = [...byCell.keys()].filter(({ figure }) => figure.state === 'doubtful')
  return [
    ...groupsOf(broken).map((group) => mendsOf(group, bound)),
    ...doubtful.map((cell) => restored(cell, bound)),
  ]
}

/** Relations that share cells, with one another or by others between them. */
function groupsOf(relations: readonly Relation[]): readonly (readonly Relation[])[] {
  let groups: (readonly Relation[])[] = []
  for (const relation of relations) {
    const touches = (group: readonly Relation[]) =>
      group.some(({ cells }) => cells.some((cell) => relation.cells.includes(cell)))
    const joined = [...groups.filter(touches).flat(), relation]
    groups = [...groups.filter((group) => !touches(group)), joined]
  }
  return groups
}

function mendsOf(group: readonly Relation[], bound: RelationsOf): readonly Mend[] {
  const [first, ...others] = group
  const shared = (first?.cells ?? []).filter((cell) =>
    others.every((relation) => relation.cells.includes(cell)),
  )
  if (shared.length > MOST_TRIED || group.every(({ isLimit }) => isLimit)) return []
  const alone = shared.flatMap((cell) => {
    const values = fittingValues(cell, { relations: bound(cell), instead: AS_PRINTED })
    return values.slice(0, 1).map((value) => {
      return mendOf(new Map([[cell, withValue(cell, value)]]), bound, values.length === 1)
    })
  })
  if (alone.length > 0) return alone
  const pairs = pairsThatMend(group, bound)
  const several = pairs === undefined ? fansThatMend(group, bound) : pairs
  return several.map((figures) => mendOf(figures, bound))
}

/** A figure that lost a digit by the one value that fits, or with the zeros that spreadsheets drop where these fit. */
function restored(cell: FigureCell, bound: RelationsOf): readonly Mend[] {
  const relations = bound(cell)
  const values = fittingValues(cell, { relations, instead: AS_PRINTED })
  const before = beforeZerosWereLost(cell)
  const fitting = [before, ...(values.length === 1 ? values : [])]
    .flatMap((value) => (value === undefined ? [] : new Map([[cell, withValue(cell, value)]])))
    .filter((figures) => {
      const outcomes = relations
        .filter(({ isLimit }) => !isLimit)
        .map((one) => one.outcome(figures))
      const isOver = relations.some((one) => one.outcome(figures) === 'broken')
      return outcomes.includes('holds') && !isOver
    })
  return fitting.slice(0, 1).map((figures) => mendOf(figures, bound))
}

function mendOf(figures: Figures, bound: RelationsOf, isUnique = true): Mend {
  const touched = new Set([...figures.keys()].flatMap(bound))
  const mended = [...touched].filter(
    (one) => one.outcome(AS_PRINTED) !== 'holds' && one.outcome(figures) === 'holds',
  )
  return { figures, isUnique, rules: mended.length }
}
