import { AS_PRINTED, type FigureCell, type Figures, withValue } from './figure-cell.ts'
import { fittingValues, isUnbroken, type RelationsOf } from './fitting-values.ts'
import type { Relation } from './relation.ts'

/** Of more cells, pairs would take too long, and hardly one of them would be the only one. */
const MOST_CELLS = 80

/**
 * The changes of two cells that satisfy broken relations of which no one change does; none where it cannot be known
 * whether there are others, undefined where no two cells do, or there are too many to know.
 */
export function pairsThatMend(
  group: readonly Relation[],
  bound: RelationsOf,
): readonly Figures[] | undefined {
  const cells = [...new Set(group.flatMap((relation) => relation.cells))]
  if (cells.length > MOST_CELLS) return undefined
  const found: Figures[] = []
  for (const pair of pairsIn(cells, group)) {
    const changes = changesOf(pair, bound)
    if (changes === undefined) return []
    found.push(...changes)
    if (found.length > 1) return []
  }
  return found.length > 0 ? found : undefined
}

type Pair = readonly [FigureCell, FigureCell]

/** Pairs of which each broken relation holds one. */
function pairsIn(cells: readonly FigureCell[], group: readonly Relation[]): readonly Pair[] {
  return cells.flatMap((one, index) => {
    const others = group.filter((relation) => !relation.cells.includes(one))
    if (others.length === group.length) return []
    return cells
      .slice(index + 1)
      .filter((other) => others.every((relation) => relation.cells.includes(other)))
      .map((other): Pair => [one, other])
  })
}

/** By the cell first that something binds without the other; undefined = several values fit either. */
function changesOf([one, other]: Pair, bound: RelationsOf): readonly Figures[] | undefined {
  return inTurn([one, other], bound) ?? inTurn([other, one], bound)
}

function inTurn([first, second]: Pair, bound: RelationsOf): readonly Figures[] | undefined {
  const alone = bound(first).filter((relation) => !relation.cells.includes(second))
  const isBound = alone.some((relation) => relation.valuesOf(first, AS_PRINTED).length > 0)
  const values = fittingValues(first, { relations: alone, instead: AS_PRINTED })
  const [value] = values
  if (!isBound || values.length > 1) return undefined
  if (value === undefined) return []
  const instead = new Map([[first, withValue(first, value)]])
  return fittingValues(second, { relations: bound(second), instead })
    .map((fitting) => new Map([...instead, [second, withValue(second, fitting)]]))
    .filter((both) => isUnbroken(bound(first), both))
}
