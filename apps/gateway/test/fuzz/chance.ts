/** Chance that a seed decides, so that what was found is found again. */
export interface Chance {
  /** A whole number from 0 up to, and without, `end`. */
  below(end: number): number
  pick<T>(from: readonly T[]): T
  /** Whether something happens that happens so many times out of a hundred. */
  percent(share: number): boolean
}

/** The generator mulberry32 of a seed. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(next() * end)
  return {
    below,
    pick: (from) => {
      const picked = from[below(from.length)]
      if (picked === undefined) throw new RangeError('nothing to pick from')
      return picked
    },
    percent: (share) => below(100) < share,
  }
}
