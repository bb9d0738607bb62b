import { z } from 'zod'

/**
 * Vietnam has kept UTC+7 without daylight saving since 13/6/1975, before any dossier in these systems,
 * so a fixed offset is exact and a thousand times cheaper than Intl.
 */
const OFFSET_MS = 7 * 3_600_000
const DAY_MS = 86_400_000

/** An instant as epoch milliseconds (UTC), between 1990 and 2100. Portals' local times are converted by connectors. */
export const Instant = z.int().min(631_152_000_000).max(4_102_444_800_000)
export type Instant = z.output<typeof Instant>

/** Clocks of machines and portals differ by minutes, not by more than an hour. */
export const CLOCK_ALLOWANCE_MS = 3_600_000

/** Whether an instant lies so far ahead of a clock that it cannot be believed. */
export function isAhead(instant: Instant, now: Instant): boolean {
  return instant > now + CLOCK_ALLOWANCE_MS
}

const WRITTEN = /^\d{4}-\d\d(?:-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?)?$/

/**
 * The latest instant that a JSON value names anywhere, as ISO 8601 (a month or day: its first moment in Asia/Ho_Chi_Minh)
 * or as epoch ms.
 */
export function latestInstant(value: unknown): Instant | undefined {
  if (typeof value === 'number') return Instant.safeParse(value).data
  if (typeof value === 'string') {
    const at = WRITTEN.test(value) ? Date.parse(value) : Number.NaN
    if (Number.isNaN(at)) return undefined
    return value.includes('T') ? at : at - OFFSET_MS
  }
  if (typeof value !== 'object' || value === null) return undefined
  const found = Object.values(value).map(latestInstant)
  const known = found.filter((at) => at !== undefined)
  return known.length === 0 ? undefined : Math.max(...known)
}

/** A calendar day in Asia/Ho_Chi_Minh, written `YYYY-MM-DD`. */
export const Day = z.iso.date()
export type Day = z.output<typeof Day>

/** A calendar day in Asia/Ho_Chi_Minh as whole days since 1970-01-01: what ledgers are keyed by. */
export type DayNumber = number

/** The day in Asia/Ho_Chi_Minh on which an instant falls. */
export function dayNumberOf(instant: Instant): DayNumber {
  return Math.floor((instant + OFFSET_MS) / DAY_MS)
}

/** Reads `YYYY-MM-DD`; throws a RangeError for anything else. */
export function dayNumber(day: Day): DayNumber {
  const ms = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(ms)) throw new RangeError(`not a day: ${day}`)
  return ms / DAY_MS
}

/** Writes a day number as `YYYY-MM-DD`. */
export function dayText(day: DayNumber): Day {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** The day in Asia/Ho_Chi_Minh on which an instant falls, as `YYYY-MM-DD`. */
export function dayOf(instant: Instant): Day {
  return dayText(dayNumberOf(instant))
}

/** The day `count` days later; earlier where it is negative. */
export function plusDays(day: Day, count: number): Day {
  return dayText(dayNumber(day) + count)
}

/** First instant of a day in Asia/Ho_Chi_Minh. */
export function startOfDay(day: DayNumber): Instant {
  return day * DAY_MS - OFFSET_MS
}

/** A date and time as clocks in Vietnam show it; month 1-12, midnight unless told. */
export interface LocalTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour?: number
  readonly minute?: number
  readonly second?: number
}

/** The instant of a local date and time in Asia/Ho_Chi_Minh; NaN for a date that does not exist. */
export function vietnamInstant(local: LocalTime): Instant {
  const { year, month, day, hour = 0, minute = 0, second = 0 } = local
  const ms = Date.UTC(year, month - 1, day, hour, minute, second)
  const check = new Date(ms)
  const exists =
    check.getUTCMonth() === month - 1 &&
    check.getUTCDate() === day &&
    hour < 24 &&
    minute < 60 &&
    second < 60
  return exists ? ms - OFFSET_MS : Number.NaN
}

/** Writes an instant as ISO 8601 with Vietnam's offset, e.g. `2022-12-15T08:00:00+07:00`. */
export function instantText(instant: Instant): string {
  return new Date(instant + OFFSET_MS).toISOString().replace(/\.000Z$|Z$/, '+07:00')
}

/** Whether a saved position names an instant ahead of now; what lies before that may not have been read. */
export function isPositionAhead(cursor: unknown, now: number): boolean {
  return isAhead(latestInstant(cursor) ?? 0, now)
}
