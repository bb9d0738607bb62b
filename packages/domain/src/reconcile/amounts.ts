/** Counts by the key of their figure, such as `received` or `onTime.online`; an absent key is 0. */
export type Amounts = Readonly<Record<string, number>>

/** One side minus the other, over the keys of both. */
export function minus(left: Amounts, right: Amounts): Amounts {
  return combined(left, right, -1)
}

/** The sum of many. */
export function sumOf(parts: Iterable<Amounts>): Amounts {
  let sum: Amounts = {}
  for (const part of parts) sum = combined(sum, part, 1)
  return sum
}

/** The same amounts with the opposite sign. */
export function negated(amounts: Amounts): Amounts {
  return combined({}, amounts, -1)
}

/** Only the keys named. */
export function only(amounts: Amounts, keys: readonly string[]): Amounts {
  return Object.fromEntries(keys.map((key) => [key, amounts[key] ?? 0]))
}

/** Whether nothing is left. */
export function isNothing(amounts: Amounts): boolean {
  return Object.values(amounts).every((amount) => amount === 0)
}

function combined(left: Amounts, right: Amounts, sign: 1 | -1): Amounts {
  const result: Record<string, number> = { ...left }
  for (const [key, amount] of Object.entries(right)) {
    result[key] = (result[key] ?? 0) + sign * amount
  }
  return result
}
