import { type Day, dayNumber, dayText } from '../time.ts'

const MONTHS = { month: 1, quarter: 3, year: 12 } as const

/** A period of the calendar, as portals state figures; not a reporting period with a cut-off day of its own. */
export type CalendarPeriod = keyof typeof MONTHS
export const CALENDAR_PERIODS = Object.keys(MONTHS) as readonly CalendarPeriod[]

/** The period that has exactly these inclusive days; undefined = none. */
export function calendarPeriodOf(from: Day, to: Day): CalendarPeriod | undefined {
  const next = dayText(dayNumber(to) + 1)
  if (!from.endsWith('-01') || !next.endsWith('-01')) return undefined
  const [first, end] = [monthNumber(from), monthNumber(next)]
  return CALENDAR_PERIODS.find(
    (period) => end - first === MONTHS[period] && first % MONTHS[period] === 0,
  )
}

function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}
