const OFFSET_MS = 7 * 3_600_000

/** An instant with an offset without a colon: in UTC, or in Vietnam's time. */
export function igateTime(instant: number, isLocal: boolean): string {
  const shown = new Date(isLocal ? instant + OFFSET_MS : instant).toISOString()
  return shown.replace('Z', isLocal ? '+0700' : '+0000')
}

/** A birthday: midnight in Vietnam, and so 17:00 UTC of the day before. */
export function igateBirthday(year: number, id: number): string {
  return igateTime(Date.UTC(year, id % 12, 1 + (id % 28)) - OFFSET_MS, false)
}

/**
 * The instant that a filter means by `2022-07-01T00:00:00.000Z`: a local day with a literal Z, unless `isStrict`. NaN for
 * anything else.
 */
export function filterInstant(text: string, isStrict: boolean): number {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/.test(text)) return Number.NaN
  return Date.parse(text) - (isStrict ? 0 : OFFSET_MS)
}
