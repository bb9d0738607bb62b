import { folded } from '@cchc/domain'
import { EMPTY_CELL, type Grid, type GridRow } from '../grid/grid.ts'
import { listPlaces } from './find-columns.ts'
import { CODE, wideHeadAt } from './wide-head.ts'

/** Rows with fewer filled cells are titles and signatures, which stretch over what is below. */
const FEWEST_CELLS = 3

/** The tables that stand beside one another in a grid, an empty column between them, each as a grid whose cells keep their places. */
export function sideBySide(grid: Grid): readonly Grid[] {
  const gap = gapsIn(grid.rows).find((column) => {
    const left = headsIn(within(grid.rows, 0, column))
    const right = left.length === 0 ? [] : headsIn(within(grid.rows, column))
    return right.some((head) => CODE.test(head[0] ?? '') || left.some((one) => isAlike(one, head)))
  })
  if (gap === undefined) return [grid]
  const { sheet, rows } = grid
  const right = { sheet, rows: within(rows, gap) }
  return [{ ...grid, rows: within(rows, 0, gap) }, ...sideBySide(right)]
}

/** Columns with nothing in them between columns that hold something. */
function gapsIn(rows: readonly GridRow[]): readonly number[] {
  const filled = new Set<number>()
  for (const { cells } of rows) {
    const own = cells.flatMap(({ text }, at) => (text === '' ? [] : at))
    if (own.length >= FEWEST_CELLS) for (const at of own) filled.add(at)
  }
  const first = Math.min(...filled)
  return [...filled]
    .map((at) => at - 1)
    .filter((at) => at > first && !filled.has(at))
    .toSorted((a, b) => a - b)
}

/** Rows with the cells from one column to before another; the others are blank. */
function within(
  rows: readonly GridRow[],
  from: number,
  to = Number.POSITIVE_INFINITY,
): readonly GridRow[] {
  return rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell, at) => (at >= from && at < to ? cell : EMPTY_CELL)),
  }))
}

/** The folded texts of the rows that head tables. */
function headsIn(rows: readonly GridRow[]): readonly (readonly string[])[] {
  return rows
    .filter((row, index) => listPlaces(row) || wideHeadAt(rows, index))
    .map(({ cells }) => cells.flatMap(({ text }) => (text === '' ? [] : folded(text))))
}

/** Whether tables have one head for the names of their rows. */
function isAlike([first = '']: readonly string[], [other = '']: readonly string[]): boolean {
  return first !== '' && first === other
}
