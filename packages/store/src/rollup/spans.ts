import type { DayNumber } from '@cchc/domain'

/**
 * How long the time of a sum is: half of a month (periods of reports begin on the first or the fifteenth), a calendar year, or a
 * year of reports, which begins on 15/12 (NĐ 09/2019/NĐ-CP Đ.12). Sums of days would take as much room as the dossiers.
 */
export const GRAINS = { half: 0, year: 1, reportingYear: 2 } as const
export type Grain = keyof typeof GRAINS

/** Sums of one grain that begin on these days, inclusive. */
export interface Span {
  readonly grain: Grain
  readonly from: DayNumber
  readonly to: DayNumber
}

/** Instants are those of 1990 to 2100; no event is outside these days. */
const [FIRST, LAST] = [0, 50_000]

const DAY_MS = 86_400_000
const MIDDLE = 15
const DECEMBER = 11

/** The day on which the time of that grain begins in which a day is. */
export function firstDayOf(grain: Grain, day: DayNumber): DayNumber {
  const date = new Date(day * DAY_MS)
  const year = date.getUTCFullYear()
  if (grain === 'year') return Date.UTC(year, 0) / DAY_MS
  if (grain === 'reportingYear') {
    const begin = Date.UTC(year, DECEMBER, MIDDLE) / DAY_MS
    return day < begin ? Date.UTC(year - 1, DECEMBER, MIDDLE) / DAY_MS : begin
  }
  const first = date.getUTCDate() < MIDDLE ? 1 : MIDDLE
  return Date.UTC(year, date.getUTCMonth(), first) / DAY_MS
}

/** The fewest sums that are together the days of a window, inclusive; undefined where sums are no such days. */
export function spansOf(from: DayNumber, to: DayNumber): readonly Span[] | undefined {
  const [first, last] = [Math.max(from, FIRST), Math.min(to, LAST)]
  if (first > last) return []
  const isWhole = firstDayOf('half', first) === first
  const endsWhole = last === LAST || firstDayOf('half', last + 1) === last + 1
  if (!isWhole || !endsWhole) return undefined
  const [calendar, reporting] = YEARS.map((grain) => split(first, last, grain))
  return daysOfHalves(reporting) < daysOfHalves(calendar) ? reporting : calendar
}

const YEARS = ['year', 'reportingYear'] as const

function daysOfHalves(spans: readonly Span[] = []): number {
  const halves = spans.filter(({ grain }) => grain === 'half')
  return halves.reduce((sum, { from, to }) => sum + to - from + 1, 0)
}

function split(from: DayNumber, to: DayNumber, years: (typeof YEARS)[number]): Span[] {
  const begin = firstFrom(years, from)
  const end = firstDayOf(years, to + 1)
  if (begin >= end) return [{ grain: 'half', from, to }]
  const parts: Span[] = [
    { grain: 'half', from, to: begin - 1 },
    { grain: years, from: begin, to: end - 1 },
    { grain: 'half', from: end, to },
  ]
  return parts.filter((span) => span.from <= span.to)
}

/** The first day on or after this one on which a year begins; before the first of all days nothing has happened. */
function firstFrom(years: (typeof YEARS)[number], day: DayNumber): DayNumber {
  const begin = firstDayOf(years, day)
  return begin === day || day === FIRST ? day : firstDayOf(years, begin + 370)
}
