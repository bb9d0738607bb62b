import { type Day, type DayNumber, dayNumber, dayText } from '../time.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** Whether a day in Asia/Ho_Chi_Minh is a working day: Monday to Friday, unless the calendar says otherwise. */
export function isWorkingDay(day: Day, { days }: WorkingCalendar): boolean {
  const stated = days.get(day)
  return stated ? stated.kind === 'working' : isWeekday(dayNumber(day))
}

/** The day `count` working days after a day (before it where negative), which itself is not counted; 0 = the day itself. */
export function addWorkingDays(
  day: Day,
  { count, calendar }: { readonly count: number; readonly calendar: WorkingCalendar },
): Day {
  if (!Number.isInteger(count)) throw new RangeError(`not a number of days: ${count}`)
  const step = Math.sign(count)
  let current = dayNumber(day)
  for (let left = Math.abs(count); left > 0; ) {
    current += step
    if (isWorkingDay(dayText(current), calendar)) left -= 1
  }
  return dayText(current)
}

/** Working days after `from` up to and with `to`; negative where `to` lies before `from`. */
export function workingDaysBetween(
  { from, to }: { readonly from: Day; readonly to: Day },
  calendar: WorkingCalendar,
): number {
  if (to < from) return -workingDaysBetween({ from: to, to: from }, calendar)
  let count = 0
  for (let day = dayNumber(from) + 1; day <= dayNumber(to); day += 1) {
    if (isWorkingDay(dayText(day), calendar)) count += 1
  }
  return count
}

/** 1970-01-01 was a Thursday. */
function isWeekday(day: DayNumber): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7
  return weekday !== 0 && weekday !== 6
}
