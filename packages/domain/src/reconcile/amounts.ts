/** Counts by the key of their figure, such as `received` or `onTime.online`; an absent key is 0. */
export type Amounts = Readonly<Record<string, number>>

/** One side minus the other, over the keys of both. */
export function minus(left: Amounts, right: Amounts): Amounts {
  const rest = { ...left }
  addTo(rest, right, -1)
  return rest
}

/** The sum of many. */
export function sumOf(parts: Iterable<Amounts>): Amounts {
  const sum: Record<string, number> = {}
  for (const part of parts) addTo(sum, part)
  return sum
}

/** The same amounts with the opposite sign. */
export function negated(amounts: Amounts): Amounts {
  return minus({}, amounts)
}

/** Only the keys named. */
export function only(amounts: Amounts, keys: readonly string[]): Amounts {
  return Object.fromEntries(keys.map((key) => [key, amounts[key] ?? 0]))
}

/** Whether nothing is left. */
export function isNothing(amounts: Amounts): boolean {
  return Object.values(amounts).every((amount) => amount === 0)
}

/** Adds amounts, so many times, to a sum that is still being made. */
export function addTo(sum: Record<string, number>, amounts: Amounts, times: number = 1): void {
  for (const key in amounts) sum[key] = (sum[key] ?? 0) + times * (amounts[key] ?? 0)
}
