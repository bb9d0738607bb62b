import {
  type CalendarDay,
  PUBLISHED_CALENDAR,
  type WorkingCalendar,
  withCalendarDays,
} from '@cchc/domain'
import type { HubSettings } from '../config/hub-settings.ts'

/** The calendar that holds here: `years` are those of which the holidays are known. */
export interface CalendarView {
  readonly years: readonly number[]
  readonly days: readonly CalendarDay[]
}

type Configured = Pick<HubSettings, 'calendar'>

/** The published calendar with the days that the configuration adds. */
export function workingCalendar({ calendar }: Configured): WorkingCalendar {
  return withCalendarDays(PUBLISHED_CALENDAR, calendar.days.map(complete))
}

/** Its days, of one year or of all, in their order. */
export function calendarOf(
  settings: Configured,
  { year }: { readonly year?: number } = {},
): CalendarView {
  const { days, years } = workingCalendar(settings)
  const wanted = [...days.values()].filter(
    ({ day }) => year === undefined || day.startsWith(`${year}-`),
  )
  return { years, days: wanted }
}

function complete(written: HubSettings['calendar']['days'][number]): CalendarDay {
  const { day, kind, name, basis = 'Cấu hình', verified = true } = written
  return { day, kind, name, basis, verified }
}
