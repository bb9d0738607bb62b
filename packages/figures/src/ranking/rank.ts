import type { Ratio } from '@cchc/domain'

/** Something with a rate that can be put in order; null = not known, and 0/0 has no place either. */
export interface Rated {
  readonly code: string
  readonly rate: Ratio | null
}

/** Where one stands among others. */
export interface Place {
  /** 1 = the best; those that are equal share the place, and the next ones are that many further down. */
  readonly rank: number
  readonly isTied: boolean
  /** How many of the others are worse; of none where it stands alone. */
  readonly betterThan: Ratio
}

type HasRate = Rated & { readonly rate: Ratio }

/** Those that can be put in order. */
export function rated<T extends Rated>(all: readonly T[]): readonly (T & HasRate)[] {
  return all.filter((one): one is T & HasRate => one.rate !== null && one.rate.denominator > 0)
}

/** Puts one in its place among all, itself with them; rates are compared exactly, never as printed. */
export function placeAmong(
  one: HasRate,
  all: readonly HasRate[],
  best: 'highest' | 'lowest',
): Place {
  const others = all.filter(({ code }) => code !== one.code)
  const leads = others.map(({ rate }) => compared(rate, one.rate) * (best === 'highest' ? 1 : -1))
  return {
    rank: 1 + leads.filter((lead) => lead > 0).length,
    isTied: leads.includes(0),
    betterThan: { numerator: leads.filter((lead) => lead < 0).length, denominator: others.length },
  }
}

/** Below zero where the first is lower. */
function compared(one: Ratio, other: Ratio): number {
  return Math.sign(one.numerator * other.denominator - other.numerator * one.denominator)
}

/** The rate in the middle, of an even number the mean of the two: exact, as a fraction; null of none. */
export function medianOf(all: readonly HasRate[]): Ratio | null {
  const rates = all.map(({ rate }) => rate).toSorted(compared)
  const [low, high] = [rates[(rates.length - 1) >> 1], rates[rates.length >> 1]]
  if (!low || !high) return null
  if (low === high) return low
  return lowestTerms({
    numerator: low.numerator * high.denominator + high.numerator * low.denominator,
    denominator: 2 * low.denominator * high.denominator,
  })
}

function lowestTerms({ numerator, denominator }: Ratio): Ratio {
  const divisor = greatestDivisor(numerator, denominator)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? Math.max(1, one) : greatestDivisor(other, one % other)
}

const MOST_SIMILAR = 9

/** Those whose rate is of between half and twice as many dossiers, the nearest first, without the one itself. */
export function similarTo<T extends HasRate>(one: T, all: readonly T[]): readonly T[] {
  const distance = ({ rate }: T) =>
    Math.abs(Math.log(rate.denominator) - Math.log(one.rate.denominator))
  return all
    .filter((other) => other.code !== one.code && distance(other) <= Math.LN2 + 1e-9)
    .toSorted((a, b) => distance(a) - distance(b) || (a.code < b.code ? -1 : 1))
    .slice(0, MOST_SIMILAR)
}
