import type { FigureText } from './figure-text.ts'
import { exactSum, percentOf } from './rows.ts'
import type { ColumnMeaning, ColumnSum } from './wide-columns.ts'
import type { ColumnShare } from './wide-shares.ts'

/**
 * What columns are of one another where no word says it: what nearly every row bears out, by figures that cannot agree by
 * chance.
 */

type Figures = readonly FigureText[]
type Numbers = readonly (number | undefined)[]

/** How many digits have to agree, all rows together, and in how many rows. */
const FEWEST_DIGITS = 4
const FEWEST_ROWS = 2
/** How many rows bear it out for one that does not. */
const ROWS_AGAINST_ONE = 2
/** More columns than these are hardly parts of one next to them. */
const MOST_PARTS = 8
/** How far left of a share its count and its whole stand at most. */
const NEAR = 6
/** Tables of more rows say no more by their others. */
const MOST_ROWS = 500

/** Columns that their neighbours add up to in nearly every row; a difference of two is one of them. */
export function sumsByFigures(
  rows: readonly Figures[],
  columns: readonly ColumnMeaning[],
): readonly ColumnSum[] {
  const numbers = rows.slice(0, MOST_ROWS).map(numbersIn)
  return columns.flatMap(({ at: total }, index) => {
    const borne = runsBeside(columns, index)
      .map((parts) => ({ parts, digits: digitsOf(numbers, outcomeOfSum(total, parts)) }))
      .filter(({ digits }) => digits >= FEWEST_DIGITS)
    const [best] = borne.toSorted((a, b) => b.digits - a.digits)
    return best ? [{ total, parts: best.parts, complete: true, byFigures: true }] : []
  })
}

/** The columns right or left of one, and its two neighbours. */
function runsBeside(
  columns: readonly ColumnMeaning[],
  index: number,
): readonly (readonly number[])[] {
  const at = (some: readonly ColumnMeaning[]) => some.map((column) => column.at)
  const counts = Array.from({ length: MOST_PARTS - 1 }, (_none, more) => more + 2)
  const runs = counts.flatMap((count) => [
    at(columns.slice(index + 1, index + 1 + count)),
    at(columns.slice(Math.max(0, index - count), index)),
  ])
  const around = at([columns[index - 1], columns[index + 1]].flatMap((one) => one ?? []))
  const sized = runs.filter((run, place) => run.length === counts[Math.floor(place / 2)])
  return around.length === 2 ? [...sized, around] : sized
}

/** Shares of columns to their left, one or two of which are of another, by what nearly every row makes of these. */
export function sharesByFigures(
  rows: readonly Figures[],
  { shares, columns }: Readonly<Record<'shares' | 'columns', readonly ColumnMeaning[]>>,
): readonly ColumnShare[] {
  const own = rows.slice(0, MOST_ROWS)
  return shares.flatMap(({ at: share }) => {
    const near = columns.filter(({ at }) => at < share).slice(-NEAR)
    const counts = near.flatMap(({ at }, index) => {
      const next = near[index + 1]?.at
      return next === undefined ? [[at]] : [[at], [at, next]]
    })
    const pairs = counts.flatMap((count) =>
      near.filter(({ at }) => !count.includes(at)).map(({ at }) => ({ count, whole: at })),
    )
    const readings = pairs
      .filter((pair) => digitsOf(own, outcomeOfShare(share, pair)) >= FEWEST_DIGITS)
      .map(({ count, whole }) => ({ count, whole: [whole] }))
    return readings.length > 0 ? [{ share, readings }] : []
  })
}

/** How many digits agree in a row; 0 = it says nothing, below 0 = it speaks against it. */
type OutcomeOf<Row> = (row: Row) => number

function digitsOf<Row>(rows: readonly Row[], outcomeOf: OutcomeOf<Row>): number {
  const outcomes = rows.map(outcomeOf)
  const agreed = outcomes.filter((digits) => digits > 0)
  const against = outcomes.filter((digits) => digits < 0).length
  const isBorne = agreed.length >= Math.max(FEWEST_ROWS, ROWS_AGAINST_ONE * against)
  return isBorne ? exactSum(agreed) : 0
}

function outcomeOfSum(total: number, parts: readonly number[]): OutcomeOf<Numbers> {
  return (row) => {
    const [whole, terms] = [row[total], parts.map((part) => row[part])]
    if (whole === undefined || terms.includes(undefined)) return 0
    const isTrivial = terms.filter((term) => term !== 0).length < 2
    if (exactSum(terms.map((term) => term ?? 0)) !== exactSum([whole])) return -1
    return isTrivial ? 0 : Math.log10(Math.max(1, Math.abs(whole)))
  }
}

function outcomeOfShare(
  share: number,
  { count, whole }: { readonly count: readonly number[]; readonly whole: number },
): OutcomeOf<Figures> {
  return (row) => {
    const printed = row[share]
    const [terms, denominator] = [count.map((at) => numberIn(row[at])), numberIn(row[whole])]
    if (printed?.state !== 'number' || printed.side !== null) return 0
    if (terms.includes(undefined) || denominator === undefined || denominator <= 0) return 0
    const numerator = exactSum(terms.map((term) => term ?? 0))
    const isMade = percentOf({ numerator, denominator }, printed.decimals).value === printed.value
    if (!isMade) return -1
    return numerator === 0 || numerator === denominator ? 0 : 2 + printed.decimals
  }
}

function numbersIn(figures: Figures): Numbers {
  return figures.map(numberIn)
}

function numberIn(figure: FigureText | undefined): number | undefined {
  return figure?.state === 'number' && figure.step === 0 ? figure.value : undefined
}
