const OFFSET_MS = 7 * 3_600_000

/** How filters read the `Z` of a day: as a local day whatever it says, or as it says. */
export type SearchDays = 'local' | 'utc'

/** An instant as a filter takes it. */
export function filterInstant(instant: number, days: SearchDays): string {
  return new Date(days === 'local' ? instant + OFFSET_MS : instant).toISOString()
}
