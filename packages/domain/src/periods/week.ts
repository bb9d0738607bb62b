import { type Day, type DayNumber, dayNumber, dayText } from '../time.ts'

/** Years that periods can be of. */
export const YEARS = { first: 1991, last: 2099 } as const

const WEEK = /^(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])$/

/** A week of ISO 8601, Monday to Sunday; `year` is the one that the week belongs to. */
export interface Week {
  readonly text: string
  readonly kind: 'week'
  readonly year: number
  readonly from: Day
  readonly to: Day
}

/** Reads `2026-W48`; undefined for anything else, and for a 53rd week of a year that has 52. */
export function weekOf(text: string): Week | undefined {
  const [, year, week] = (WEEK.exec(text) ?? []).map(Number)
  if (year === undefined || week === undefined) return undefined
  if (year < YEARS.first || year > YEARS.last) return undefined
  const from = firstMonday(year) + (week - 1) * 7
  if (from >= firstMonday(year + 1)) return undefined
  return { text, kind: 'week', year, from: dayText(from), to: dayText(from + 6) }
}

/** The week that a day belongs to, as `weekOf` reads it. */
export function weekTextOf(day: Day): string {
  const number = dayNumber(day)
  const thursday = number - ((number + 3) % 7) + 3
  const year = Number(dayText(thursday).slice(0, 4))
  const week = Math.floor((thursday - firstMonday(year)) / 7) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** Of the week that holds 4 January; day 0 was a Thursday. */
function firstMonday(year: number): DayNumber {
  const fourth = Date.UTC(year, 0, 4) / 86_400_000
  return fourth - ((fourth + 3) % 7)
}
