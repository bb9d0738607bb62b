import { type Amounts, isNothing, minus, only, sumOf } from './amounts.ts'
import type { Explanation } from './cause.ts'

/** What is to be explained: there minus here, over the figures that both sides state. */
export interface Puzzle {
  readonly difference: Amounts
  /** Keys of the figures that the portal states; effects on others cannot be checked. */
  readonly stated: readonly string[]
  /** Causes whose dossiers are known: each applies wholly or not at all. */
  readonly fixed: readonly Explanation[]
  /** Causes whose size follows from what is left; undefined when none of them can be at work. */
  readonly fitting: (rest: Amounts) => readonly Explanation[] | undefined
}

/** Causes that together make up the difference, and what stays open. */
export interface Solution {
  readonly explanations: readonly Explanation[]
  readonly rest: Amounts
}

/** More causes at once would explain almost anything. */
const MOST_FIXED = 3

/**
 * The causes whose effects add up to the difference exactly, those that assume least where several do. Where none do, the
 * causes that bring every figure they touch nearer, with the rest stated; never a cause that makes a figure worse.
 */
export function explainDifference(puzzle: Puzzle): Solution {
  const { difference, stated } = puzzle
  const whole = only(difference, stated)
  if (isNothing(whole)) return { explanations: [], rest: whole }
  const fixed = puzzle.fixed.filter(({ effect }) => !isNothing(only(effect, stated)))
  const solutions = subsetsOf(fixed).map((chosen) => solutionOf(puzzle, { whole, chosen }))
  const exact = solutions.filter(({ rest }) => isNothing(rest))
  if (exact.length > 0) return likeliest(exact)
  return nearest(
    solutions.filter((solution) => improves(whole, solution, stated)),
    whole,
  )
}

function solutionOf(
  { stated, fitting }: Puzzle,
  { whole, chosen }: { readonly whole: Amounts; readonly chosen: readonly Explanation[] },
): Solution {
  const left = restOf(whole, chosen, stated)
  const fitted = isNothing(left) ? [] : (fitting(left) ?? [])
  const explanations = [...chosen, ...fitted]
  return { explanations, rest: restOf(whole, explanations, stated) }
}

function restOf(
  whole: Amounts,
  explanations: readonly Explanation[],
  stated: readonly string[],
): Amounts {
  return only(minus(whole, sumOf(explanations.map(({ effect }) => effect))), stated)
}

/** Smaller subsets first; within a size in the order given. */
function subsetsOf<T>(items: readonly T[]): (readonly T[])[] {
  let last: { readonly chosen: readonly T[]; readonly next: number }[] = [{ chosen: [], next: 0 }]
  const all: (readonly T[])[] = [[]]
  for (let size = 1; size <= MOST_FIXED; size += 1) {
    last = last.flatMap(({ chosen, next }) =>
      items.slice(next).map((item, at) => ({ chosen: [...chosen, item], next: next + at + 1 })),
    )
    all.push(...last.map(({ chosen }) => chosen))
  }
  return all
}

function likeliest(solutions: readonly Solution[]): Solution {
  return solutions.reduce((best, one) => (isLikelier(one, best) ? one : best))
}

function isLikelier(one: Solution, other: Solution): boolean {
  const [left, right] = [weights(one), weights(other)]
  const at = left.findIndex((weight, index) => weight !== right[index])
  return at !== -1 && (left[at] ?? 0) < (right[at] ?? 0)
}

/** What must be assumed, the boldest assumption first: another rule, dossiers that only the sums tell of, many causes. */
function weights({ explanations }: Solution): readonly number[] {
  const fitted = explanations.filter(({ confidence }) => confidence === 'arithmetic')
  return [
    explanations.filter(({ cause }) => cause === 'rule_difference').length,
    fitted.reduce((sum, { affected }) => sum + Math.max(...Object.values(affected)), 0),
    explanations.length,
  ]
}

function nearest(solutions: readonly Solution[], whole: Amounts): Solution {
  const none: Solution = { explanations: [], rest: whole }
  return solutions.reduce((best, one) => (size(one.rest) < size(best.rest) ? one : best), none)
}

function improves(whole: Amounts, { explanations, rest }: Solution, stated: readonly string[]) {
  const touched = stated.filter((key) =>
    explanations.some(({ effect }) => (effect[key] ?? 0) !== 0),
  )
  return touched.every((key) => Math.abs(rest[key] ?? 0) < Math.abs(whole[key] ?? 0))
}

function size(amounts: Amounts): number {
  return Object.values(amounts).reduce((sum, amount) => sum + Math.abs(amount), 0)
}
