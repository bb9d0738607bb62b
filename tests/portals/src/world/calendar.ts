import { type DayNumber, dayNumber, dayText } from '@cchc/domain'
import { Weighted } from './random.ts'

/** Public holidays with their days in lieu, 9/2021 to 12/2022; Tết Nhâm Dần ran from 31/1 to 4/2/2022. */
const HOLIDAYS = new Set(
  [
    '2021-09-02',
    '2021-09-03',
    '2022-01-03',
    '2022-01-31',
    '2022-02-01',
    '2022-02-02',
    '2022-02-03',
    '2022-02-04',
    '2022-04-11',
    '2022-05-02',
    '2022-05-03',
    '2022-09-01',
    '2022-09-02',
  ].map(dayNumber),
)

/** How busy a month is, January first. */
const SEASON = [0.82, 0.74, 1.12, 1.06, 1.02, 1.08, 1.1, 1.14, 1.05, 1.0, 0.98, 0.92]

/** Mondays are busy, Fridays quiet. */
const WEEKDAYS = [0, 1.2, 1.06, 1.02, 0.96, 0.82, 0]

/** The working days of a stretch of time: which they are, how to count along them, how busy each one is. */
export class WorkCalendar {
  readonly first: DayNumber
  readonly last: DayNumber
  readonly #workdays: DayNumber[] = []
  /** For each calendar day the position of the first working day on or after it. */
  readonly #positions: number[] = []
  readonly busyness: Weighted

  constructor(first: DayNumber, last: DayNumber) {
    this.first = first
    this.last = last
    for (let day = first; day <= last + 120; day += 1) {
      this.#positions.push(this.#workdays.length)
      if (weight(day) > 0) this.#workdays.push(day)
    }
    this.busyness = new Weighted(this.#workdays.map(weight))
  }

  /** Position of the first working day on or after `day`. */
  position(day: DayNumber): number {
    const position = this.#positions[day - this.first]
    if (position === undefined) throw new RangeError(`${dayText(day)} lies outside the calendar`)
    return position
  }

  day(position: number): DayNumber {
    const day = this.#workdays[position]
    if (day === undefined) throw new RangeError(`no working day number ${position} in the calendar`)
    return day
  }
}

function weight(day: DayNumber): number {
  if (HOLIDAYS.has(day)) return 0
  const date = new Date(dayText(day))
  return (WEEKDAYS[date.getUTCDay()] ?? 0) * (SEASON[date.getUTCMonth()] ?? 1)
}
