import type { DayNumber, DayRange } from '@cchc/domain'

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

/** The days of a window as sums, and those at its ends of which no sums are. */
interface Split {
  readonly spans: readonly Span[]
  readonly edges: readonly DayRange[]
}

/** The fewest sums that are days of a window, inclusive, and what is left of the halves of months in which it begins and ends. */
export function splitDays(from: DayNumber, to: DayNumber): Split {
  const [first, last] = [Math.max(from, FIRST), Math.min(to, LAST)]
  const begin = firstFrom('half', first)
  const end = last === LAST ? LAST + 1 : firstDayOf('half', last + 1)
  if (begin >= end) return { spans: [], edges: ranges([[first, last]]) }
  const edges: [DayNumber, DayNumber][] = [
    [first, begin - 1],
    [end, last],
  ]
  return { spans: fewest(begin, end - 1), edges: ranges(edges) }
}

function ranges(days: readonly (readonly [DayNumber, DayNumber])[]): DayRange[] {
  return days.filter(([from, to]) => from <= to).map(([from, to]) => ({ from, to }))
}

function fewest(from: DayNumber, to: DayNumber): readonly Span[] {
  const calendar = split(from, to, 'year')
  const reporting = split(from, to, 'reportingYear')
  return daysOfHalves(reporting) < daysOfHalves(calendar) ? reporting : calendar
}

function daysOfHalves(spans: readonly Span[]): number {
  const halves = spans.filter(({ grain }) => grain === 'half')
  return halves.reduce((sum, { from, to }) => sum + to - from + 1, 0)
}

function split(from: DayNumber, to: DayNumber, years: 'year' | 'reportingYear'): Span[] {
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

/** More days than a time of the grain has, and fewer than it has with the next. */
const STRIDES = { half: 20, year: 370, reportingYear: 370 } as const satisfies Record<Grain, number>

/** The first day on or after this one on which a time of the grain begins; before the first of all days nothing has happened. */
function firstFrom(grain: Grain, day: DayNumber): DayNumber {
  const begin = firstDayOf(grain, day)
  return begin === day || day === FIRST ? day : firstDayOf(grain, begin + STRIDES[grain])
}
