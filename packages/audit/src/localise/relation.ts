import { exactSum, percentOf } from '../meaning/rows.ts'
import { type FigureCell, type Figures, figureIn, isExact } from './figure-cell.ts'

/** What arithmetic says of some cells of a table; `open` = one of them holds nothing that can be reckoned with. */
export interface Relation {
  readonly cells: readonly FigureCell[]
  /** Whether it only says how great a figure can be. */
  readonly isLimit: boolean
  outcome(instead: Figures): 'holds' | 'broken' | 'open'
  /** Values of one of its cells with which it may hold: of a range the ends and their neighbours; others are left out. */
  valuesOf(cell: FigureCell, instead: Figures): readonly number[]
}

type Cells = readonly FigureCell[]

/** A total and its parts; of several readings one has to add up. */
export function sumRelation(total: FigureCell, readings: readonly Cells[]): Relation {
  const cells = [...new Set([total, ...readings.flat()])]
  const isSigned = cells.some(({ figure }) => figure.value < 0)
  return {
    cells,
    isLimit: false,
    outcome: (instead) => {
      const whole = valueIn(total, instead)
      const sums = readings.map((parts) => sumIn(parts, instead))
      if (whole === undefined || sums.includes(undefined) || !areExact(cells, instead)) {
        return 'open'
      }
      const isAbove = cells.some((cell) => cell !== total && (valueIn(cell, instead) ?? 0) > whole)
      return sums.includes(exactSum([whole])) && !(isAbove && whole >= 0 && !isSigned)
        ? 'holds'
        : 'broken'
    },
    valuesOf: (cell, instead) =>
      readings.flatMap((parts) => {
        if (cell === total) return sumIn(parts, instead) ?? []
        const others = sumIn(without(parts, cell), instead)
        const whole = valueIn(total, instead)
        if (!parts.includes(cell) || others === undefined || whole === undefined) return []
        return exactSum([whole, -others])
      }),
  }
}

/** Parts that cannot be more than a whole, together. */
export function boundRelation(whole: FigureCell, parts: Cells): Relation {
  const cells = [whole, ...parts]
  return {
    cells,
    isLimit: true,
    outcome: (instead) => {
      const [limit, sum] = [valueIn(whole, instead), sumIn(parts, instead)]
      if (limit === undefined || sum === undefined || !areExact(cells, instead)) return 'open'
      return sum > limit ? 'broken' : 'holds'
    },
    valuesOf: (cell, instead) => {
      const [limit, sum] = [valueIn(whole, instead), sumIn(parts, instead)]
      const others = sumIn(without(parts, cell), instead)
      if (cell === whole) return sum === undefined ? [] : [sum, sum + 1]
      if (limit === undefined || others === undefined) return []
      return [exactSum([limit, -others]), exactSum([limit, -others, -1])]
    },
  }
}

/** What a share may be of. */
export interface ShareReading {
  readonly count: Cells
  readonly whole: Cells
}

/** A share and the cells that it may be of; one reading has to make it, half-up at its precision. */
export function shareRelation(share: FigureCell, readings: readonly ShareReading[]): Relation {
  const parts = readings.flatMap(({ count, whole }) => [...count, ...whole])
  const cells = [...new Set([share, ...parts])]
  return {
    cells,
    isLimit: false,
    outcome: (instead) => {
      const printed = figureIn(share, instead)
      const made = readings.flatMap((reading) => madeBy(reading, { printed, instead }) ?? [])
      const isOpen = printed.state !== 'number' || made.length === 0 || !areExact(cells, instead)
      if (isOpen) return 'open'
      return made.includes(printed.value) ? 'holds' : 'broken'
    },
    valuesOf: (cell, instead) => {
      const printed = figureIn(share, instead)
      return readings.flatMap((reading) =>
        cell === share
          ? (madeBy(reading, { printed, instead }) ?? [])
          : ratioEnds(cell, { ...reading, printed, instead }),
      )
    },
  }
}

interface Printed {
  readonly printed: ReturnType<typeof figureIn>
  readonly instead: Figures
}

function madeBy({ count, whole }: ShareReading, { printed, instead }: Printed): number | undefined {
  const [numerator, denominator] = [sumIn(count, instead), sumIn(whole, instead)]
  if (numerator === undefined || !denominator || denominator < 0) return undefined
  return percentOf({ numerator, denominator }, printed.decimals).value
}

/** The values of a part with which a quotient is rounded to what is printed: 100·(x + a) = p·(x + b) at both ends of p. */
function ratioEnds(
  cell: FigureCell,
  { count, whole, printed, instead }: ShareReading & Printed,
): readonly number[] {
  const above = sumIn(without(count, cell), instead)
  const below = sumIn(without(whole, cell), instead)
  if (printed.state !== 'number' || above === undefined || below === undefined) return []
  const [inCount, inWhole] = [count.includes(cell) ? 100 : 0, whole.includes(cell) ? 1 : 0]
  const half = 10 ** -printed.decimals / 2
  const ends = [printed.value - half, printed.value + half].map((percent) => {
    return (percent * below - 100 * above) / (inCount - percent * inWhole)
  })
  if (!ends.every(Number.isFinite)) return []
  const step = 10 ** -cell.figure.decimals
  const least = Math.ceil(Math.min(...ends) / step - ROUNDED)
  const most = Math.floor(Math.max(...ends) / step + ROUNDED)
  return [least, least + 1, most - 1, most].map((steps) => exactSum([steps * step]))
}

/** What binary fractions may be off. */
const ROUNDED = 1e-6

function without(cells: Cells, cell: FigureCell): Cells {
  return cells.filter((one) => one !== cell)
}

/** A dash among parts is nothing; undefined = no number. */
function valueIn(cell: FigureCell, instead: Figures): number | undefined {
  const { state, value } = figureIn(cell, instead)
  return state === 'number' ? value : undefined
}

function sumIn(cells: Cells, instead: Figures): number | undefined {
  const known = cells.filter((cell) => figureIn(cell, instead).state !== 'not_applicable')
  const values = known.map((cell) => valueIn(cell, instead))
  return values.includes(undefined) ? undefined : exactSum(values.map((value) => value ?? 0))
}

/** Rounded figures bind one another too loosely to tell which of them is wrong. */
function areExact(cells: Cells, instead: Figures): boolean {
  return cells.every((cell) => isExact(figureIn(cell, instead)))
}
