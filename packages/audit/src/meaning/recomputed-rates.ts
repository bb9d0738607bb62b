import type { Ratio } from '@cchc/domain'
import { type AuditContext, oncePerReport } from './audit-context.ts'
import type { RatioParts } from './ratio-among.ts'
import { ratiosWithParts } from './ratio-parts.ts'
import { hasNumber, isOnSide, percentOf, slackOf } from './rows.ts'

/** A printed rate, and the quotient of its parts. */
export interface RecomputedRate {
  readonly parts: RatioParts
  readonly ratio: Ratio
}

/** The rates whose parts have numbers. */
export const recomputedRates = oncePerReport((context: AuditContext): readonly RecomputedRate[] =>
  ratiosWithParts(context)
    .filter(({ rate, numerator, denominator }) => [rate, numerator, denominator].every(hasNumber))
    .map((parts) => {
      const { numerator, denominator } = parts
      const ratio = { numerator: numerator.figure.value, denominator: denominator.figure.value }
      return { parts, ratio }
    }),
)

/** That a rate differs from what its parts make. */
export function ofRate({ rate, numerator, denominator, certain }: RatioParts) {
  const lines = { partLine: numerator.line, wholeLine: denominator.line }
  return { at: rate, beside: [numerator, denominator], certain, ...lines }
}

/** The rates that are not the quotient of their parts at the printed precision, in any way of reading them. */
export const differingRates = oncePerReport((context: AuditContext): readonly RecomputedRate[] =>
  recomputedRates(context).filter(({ parts, ratio }) => {
    if (ratio.denominator === 0 || ratio.numerator < 0 || isAboveWhole(parts)) return false
    return !isPrinted(parts, ratio) && !isRoughly(parts, ratio) && !readsOtherwise(parts)
  }),
)

/** Whether a rate is printed as what its parts make, at its own precision. */
export function isPrinted({ rate }: Pick<RatioParts, 'rate'>, ratio: Ratio): boolean {
  return percentOf(ratio, rate.figure.decimals).value === rate.figure.value
}

/** Whether a rate that is not exact, or one of rounded parts, can be what is printed. */
function isRoughly({ rate, numerator, denominator }: RatioParts, ratio: Ratio): boolean {
  const [count, whole] = [slackOf([numerator.figure]), slackOf([denominator.figure])]
  const { value, decimals, side } = rate.figure
  const exact = (100 * ratio.numerator) / ratio.denominator
  if (side !== null) return isOnSide(side, { exact, value })
  if (count + whole === 0 || whole >= ratio.denominator) return false
  const half = 10 ** -decimals / 2
  const least = (100 * (ratio.numerator - count)) / (ratio.denominator + whole)
  const most = (100 * (ratio.numerator + count)) / (ratio.denominator - whole)
  return least <= value + half && most >= value - half
}

/** A part above its whole is told as such; unless it may be, or the printed rate denies it. */
function isAboveWhole({ rate, numerator, denominator, mayExceed }: RatioParts): boolean {
  const above = numerator.figure.value > denominator.figure.value
  return above && !(mayExceed && rate.figure.value <= 100)
}

/** Whether another count, or several together, make the printed rate where its label names none. */
function readsOtherwise({ rate, denominator, candidates = [] }: RatioParts): boolean {
  const values = candidates.filter(hasNumber).map((row) => row.figure.value)
  const sums = values.flatMap((value, index) => [
    value,
    ...values.slice(index + 1).map((other) => value + other),
  ])
  return sums.some((numerator) => {
    return isPrinted({ rate }, { numerator, denominator: denominator.figure.value })
  })
}

/** Whether a rate is printed as a fraction of one: `0,95` for 95 %. */
export function isFractionOfOne({ parts: { rate }, ratio }: RecomputedRate): boolean {
  const { value, decimals, percent } = rate.figure
  const { numerator, denominator } = ratio
  if (percent) return false
  if (value === 1) return numerator === denominator
  return value < 1 && decimals > 0 && Math.abs(numerator / denominator - value) < 10 ** -decimals
}
