import { AS_PRINTED, type FigureCell, type Figures, withValue } from './figure-cell.ts'
import { fittingValues, isUnbroken, type RelationsOf } from './fitting-values.ts'
import type { Relation } from './relation.ts'

/** More of them are no slips: the table was not understood. */
const MOST_CHANGES = 20

/**
 * The changes of several cells of one sum, each of which also breaks another one that binds it to one value: with all of
 * them the sum itself holds. That it does so by chance is out of the question; none where two sums could be that one.
 */
export function fansThatMend(group: readonly Relation[], bound: RelationsOf): readonly Figures[] {
  if (group.length > MOST_CHANGES + 1) return []
  const found = group.flatMap((hub) => fanAround(hub, { group, bound }) ?? [])
  return found.length === 1 ? found : []
}

function fanAround(
  hub: Relation,
  { group, bound }: { readonly group: readonly Relation[]; readonly bound: RelationsOf },
): Figures | undefined {
  const figures = new Map<FigureCell, ReturnType<typeof withValue>>()
  for (const relation of group) {
    if (relation === hub) continue
    const [cell, ...others] = relation.cells.filter((one) => hub.cells.includes(one))
    if (!cell || others.length > 0 || hub.isLimit) return undefined
    const relations = bound(cell).filter((one) => one !== hub)
    const [value, ...more] = fittingValues(cell, { relations, instead: AS_PRINTED })
    if (value === undefined || more.length > 0) return undefined
    figures.set(cell, withValue(cell, value))
  }
  const touched = [...figures.keys()].flatMap(bound)
  return figures.size > 1 && isUnbroken([hub, ...touched], figures) ? figures : undefined
}
