import { z } from 'zod'
import { Day } from '../time.ts'
import published from './working-calendar.json' with { type: 'json' }

/**
 * A day that is not what its weekday says: off (a holiday or a day swapped for another), or worked in its stead.
 * `verified` false = the notice itself was not at hand.
 */
export const CalendarDay = z.object({
  day: Day,
  kind: z.enum(['off', 'working']),
  name: z.string().min(1).max(200),
  basis: z.string().min(1).max(300),
  verified: z.boolean(),
})
export type CalendarDay = z.output<typeof CalendarDay>

/** Days that stand in for the weekdays' own rule, by day. Years that are not listed are not known. */
export interface WorkingCalendar {
  readonly days: ReadonlyMap<Day, CalendarDay>
  readonly years: readonly number[]
  /** Years of which the notice was not out: days of theirs that are not verified may be others. */
  readonly provisional: readonly number[]
}

const PublishedCalendar = z.object({
  years: z.array(z.int()),
  provisional: z.array(z.int()),
  days: z.array(CalendarDay),
})

/** The public holidays of Vietnam (Bộ luật Lao động 2019, Điều 112) and the days swapped by yearly notice. */
export const PUBLISHED_CALENDAR: WorkingCalendar = calendarOf(PublishedCalendar.parse(published))

/** A calendar with further days; one of the same day takes the place of the one before it, and its year is known then. */
export function withCalendarDays(
  calendar: WorkingCalendar,
  added: readonly CalendarDay[],
): WorkingCalendar {
  return calendarOf({
    years: [...calendar.years, ...added.map(({ day }) => Number(day.slice(0, 4)))],
    provisional: [...calendar.provisional],
    days: [...calendar.days.values(), ...added],
  })
}

/** Days that only follow from the law and the moon, until a notice or the configuration says them. */
export function provisionalDays({ days, provisional }: WorkingCalendar): readonly CalendarDay[] {
  const isProvisional = ({ day, verified }: CalendarDay) =>
    !verified && provisional.includes(Number(day.slice(0, 4)))
  return [...days.values()].filter(isProvisional)
}

/** Years of which no day is provisional. */
export function certainYears(calendar: WorkingCalendar): readonly number[] {
  const doubtful = new Set(provisionalDays(calendar).map(({ day }) => Number(day.slice(0, 4))))
  return calendar.years.filter((year) => !doubtful.has(year))
}

function calendarOf({
  years,
  provisional,
  days,
}: z.output<typeof PublishedCalendar>): WorkingCalendar {
  const byDay = new Map(days.map((one) => [one.day, one]))
  return {
    years: [...new Set(years)].toSorted((a, b) => a - b),
    provisional,
    days: new Map([...byDay].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  }
}
