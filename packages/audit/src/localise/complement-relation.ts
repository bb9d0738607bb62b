import { exactSum, isMadeBy } from '../meaning/rows.ts'
import { type FigureCell, figureIn } from './figure-cell.ts'
import type { Relation } from './relation.ts'

/** Shares that make 100 % together, but for what was rounded away. */
export function complementRelation(cells: readonly FigureCell[]): Relation {
  return {
    cells,
    isLimit: false,
    outcome: (instead) => {
      const figures = cells.map((cell) => figureIn(cell, instead))
      if (figures.some(({ state }) => state !== 'number')) return 'open'
      return isMadeBy(figures, { whole: 100 }) ? 'holds' : 'broken'
    },
    valuesOf: (cell, instead) => {
      const figures = cells.filter((one) => one !== cell).map((one) => figureIn(one, instead))
      if (figures.some(({ state }) => state !== 'number')) return []
      const rest = exactSum([100, ...figures.map(({ value }) => -value)])
      const step = 10 ** -cell.figure.decimals
      return [rest, exactSum([rest, step]), exactSum([rest, -step])]
    },
  }
}
