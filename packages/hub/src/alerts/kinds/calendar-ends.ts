import { dayNumberOf, dayText, plusDays, say } from '@cchc/domain'
import { defineAlert } from '../alert.ts'

/** The holidays of days that are near are not known. */
export const calendarEnds = defineAlert({
  id: 'calendar-ends',
  about: {
    en: 'the holidays of a year are not known that begins within endsWithinDays; broken once it has begun',
    vi: 'chưa biết ngày nghỉ lễ của năm sẽ bắt đầu trong endsWithinDays ngày tới; coi là hỏng khi năm đó đã bắt đầu',
  },
  fix: say('Put those of the new year under calendar.days once their notice is published.'),
  find: ({ now, limits, calendarYears: years }) => {
    const today = dayText(dayNumberOf(now))
    const last = plusDays(today, limits.endsWithinDays)
    const missing = [today, last].map(yearOf).find((year) => !years.includes(year))
    if (missing === undefined) return []
    const severity = missing === yearOf(today) ? 'broken' : 'look'
    const facts = { year: missing, years: years.join(', ') }
    const sentence = say('Holidays are known of {years}, not yet of {year}', facts)
    return [{ subject: String(missing), severity, sentence }]
  },
  example: {
    known: {
      now: Date.parse('2026-12-02T08:00:00+07:00'),
      limits: { refusedAbove: 0, endsWithinDays: 30 },
      calendarYears: [2025, 2026],
    },
    holds: [{ subject: '2027', severity: 'look' }],
  },
})

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}
