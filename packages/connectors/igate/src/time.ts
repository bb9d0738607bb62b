const WRITTEN = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\d(?:\.\d{1,9})?)(?:Z|([+-]\d\d):?(\d\d))$/
const OFFSET_MS = 7 * 3_600_000

/**
 * Reads an instant as iGate writes it, `2022-09-21T17:00:00.000+0000`: the offset has no colon. Null where none is stated,
 * NaN for anything else and for days that do not exist.
 */
export function igateInstant(value: unknown): number | null {
  if (value === undefined || value === null || value === '') return null
  if (typeof value !== 'string') return Number.NaN
  const [, day = '', time = '', hours = '+00', minutes = '00'] = WRITTEN.exec(value) ?? []
  const isDay = new Date(Date.parse(`${day}T00:00Z`) || 0).toISOString().startsWith(day)
  return day !== '' && isDay ? Date.parse(`${day}${time}${hours}:${minutes}`) : Number.NaN
}

/** How filters read the `Z` of a day: as a local day whatever it says, or as it says. */
export type SearchDays = 'local' | 'utc'

/** An instant as a filter takes it. */
export function filterInstant(instant: number, days: SearchDays): string {
  return new Date(days === 'local' ? instant + OFFSET_MS : instant).toISOString()
}
