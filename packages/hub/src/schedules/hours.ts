import { dayNumberOf, type Instant, startOfDay } from '@cchc/domain'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const WRITTEN = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/

/** Hours of the day in Asia/Ho_Chi_Minh, as ms after midnight; they may lie across midnight. */
export interface Hours {
  readonly from: number
  readonly to: number
}

/** Reads `22:00-06:00`; undefined for anything else, and for hours that begin when they end. */
export function readHours(text: string): Hours | undefined {
  const [, ...written] = WRITTEN.exec(text) ?? []
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = written.map(Number)
  const from = (fromHour * 60 + fromMinute) * MINUTE_MS
  const to = (toHour * 60 + toMinute) * MINUTE_MS
  return written.length === 0 || from === to ? undefined : { from, to }
}

/** When the hours that an instant lies in, or else the next ones, begin and end. */
export function hoursAt(
  hours: Hours,
  at: Instant,
): { readonly from: Instant; readonly to: Instant } {
  const length = (hours.to - hours.from + DAY_MS) % DAY_MS
  const today = startOfDay(dayNumberOf(at)) + hours.from
  const begun = [today - DAY_MS, today].find((from) => at < from + length) ?? today + DAY_MS
  return { from: begun, to: begun + length }
}
