/** The first day that the hub reads. */
export const SINCE = '2024-12-15'
export const YEAR_BEGINS = Date.parse(`${SINCE}T00:00:00+07:00`)
export const DAY_MS = 86_400_000
export const YEAR_MS = 365 * DAY_MS
