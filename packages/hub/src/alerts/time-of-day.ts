import {
  type Day,
  dayNumber,
  dayNumberOf,
  dayText,
  type Instant,
  plusDays,
  startOfDay,
} from '@cchc/domain'
import type { AlertSettings } from '../config/alert-settings.ts'
import { hoursAt, readHours } from '../schedules/hours.ts'

const DAY_MS = 24 * 3_600_000
const MINUTE_MS = 60_000

/** Something is told as late as a day after its hour: whoever was down tells it when up again, but not for ever. */
const LATEST_MS = DAY_MS

const WEEKDAYS = ['thursday', 'friday', 'saturday', 'sunday', 'monday', 'tuesday', 'wednesday']

/** Whether an instant lies within hours such as `22:00-06:00` of Vietnam's time, which may pass midnight. */
export function isWithinHours(hours: string | undefined, now: Instant): boolean {
  const written = hours === undefined ? undefined : readHours(hours)
  if (written === undefined) return false
  const { from, to } = hoursAt(written, now)
  return from <= now && now < to
}

/**
 * The last instant up to now at which the clock showed a time of day on a day that is one of those; undefined where that is
 * more than a day ago, or was told already.
 */
export function dueSlot(
  at: string,
  {
    now,
    toldAt,
    isDay,
  }: {
    readonly now: Instant
    readonly toldAt: Instant | undefined
    isDay(day: Day): boolean
  },
): Instant | undefined {
  const today = dayText(dayNumberOf(now))
  const slots = [today, plusDays(today, -1)].filter(isDay).map((day) => instantAt(day, at))
  const slot = slots.find((one) => one <= now && now - one < LATEST_MS)
  return slot !== undefined && (toldAt === undefined || toldAt < slot) ? slot : undefined
}

/** Whether a day is that day of the week. */
export function isWeekday(day: Day, weekday: NonNullable<AlertSettings['weekly']>['day']): boolean {
  return WEEKDAYS[((dayNumber(day) % 7) + 7) % 7] === weekday
}

function instantAt(day: Day, at: string): Instant {
  return startOfDay(dayNumber(day)) + minuteOf(at) * MINUTE_MS
}

function minuteOf(at: string): number {
  return Number(at.slice(0, 2)) * 60 + Number(at.slice(3))
}
