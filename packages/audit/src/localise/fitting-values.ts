import { type FigureCell, type Figures, isExact, withValue } from './figure-cell.ts'
import type { Relation } from './relation.ts'

/** Which relations bind a cell. */
export type RelationsOf = (cell: FigureCell) => readonly Relation[]

/** What a value is held against: relations, and figures tried in other cells. */
interface Held {
  readonly relations: readonly Relation[]
  readonly instead: Figures
}

/** The values of a cell with which none of these relations is broken; what stands there is none of them. */
export function fittingValues(cell: FigureCell, { relations, instead }: Held): readonly number[] {
  if (!isExact(cell.figure)) return []
  const all = new Set(relations.flatMap((relation) => relation.valuesOf(cell, instead)))
  return [...all].filter((value) => {
    const isNew = value !== cell.figure.value && (value >= 0 || cell.figure.value < 0)
    const figures = new Map([...instead, [cell, withValue(cell, value)]])
    return isNew && isUnbroken(relations, figures)
  })
}

/** Whether figures break none of these relations. */
export function isUnbroken(relations: readonly Relation[], figures: Figures): boolean {
  return relations.every((relation) => relation.outcome(figures) !== 'broken')
}
