/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export type Random = () => number

export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A whole number from `low` to `high`, both included. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1))
}

/** Draws indices in proportion to weights. */
export class Weighted {
  readonly #cumulative: Float64Array

  constructor(weights: readonly number[]) {
    this.#cumulative = new Float64Array(weights.length)
    let sum = 0
    for (let i = 0; i < weights.length; i += 1) {
      sum += weights[i] ?? 0
      this.#cumulative[i] = sum
    }
  }

  draw(random: Random): number {
    return this.#find(random() * this.#upTo(this.#cumulative.length))
  }

  /** Draws from `low`..`high` (both included) only; a range without weight gives its first index. */
  drawBetween(random: Random, low: number, high: number): number {
    const below = this.#upTo(low)
    const found = this.#find(below + random() * (this.#upTo(high + 1) - below))
    return Math.min(Math.max(found, low), high)
  }

  #upTo(count: number): number {
    return count === 0 ? 0 : (this.#cumulative[count - 1] ?? 0)
  }

  /** The first index whose cumulative weight lies above `value`. */
  #find(value: number): number {
    let low = 0
    let high = this.#cumulative.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#cumulative[middle] ?? 0) > value) high = middle
      else low = middle + 1
    }
    return low
  }
}
