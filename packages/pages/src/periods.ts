import {
  type Day,
  earlierPeriod,
  isAppError,
  monthsOf,
  parsePeriod,
  periodTitle,
  plusDays,
  type ReportingMonth,
  type ReportingPeriod,
} from '@cchc/domain'
import { printedDays } from './printed.ts'

/** Of which day it is today, and on which day reporting months end. */
export interface Calendar {
  readonly today: Day
  readonly cutOffDay: number
}

/** The reporting year so far, until yesterday: what every source that is read each night can have told. */
export function periodSoFar({ today, cutOffDay }: Calendar): string {
  const yesterday = plusDays(today, -1)
  const years = [Number(today.slice(0, 4)) + 1, Number(today.slice(0, 4))]
  const running = years
    .map((year) => parsePeriod(String(year), { day: cutOffDay }))
    .find(({ from, to }) => from <= yesterday && yesterday <= to)
  return running ? `${running.from}..${yesterday}` : String(years[1])
}

/** The same period a year before; undefined where it is none that can be read. */
export function yearBefore(period: string): string | undefined {
  return read(() => earlierPeriod(parsePeriod(period), 'last-year'))?.text
}

/** The last reporting month that is over. */
export function lastWholeMonth({ today, cutOffDay }: Calendar): string {
  const before = (month: string) => plusDays(`${month}-01`, -1).slice(0, 7)
  const month = today.slice(0, 7)
  const months = [month, before(month), before(before(month))].map((one) => one.replace('-', '-M'))
  const over = months.find((one) => (lastDayOf(one, cutOffDay) ?? today) < today)
  return over ?? String(Number(today.slice(0, 4)) - 1)
}

const PARTS_OF_YEAR: Readonly<Record<string, number>> = { M: 12, Q: 4, H: 2 }

/** The period of the same length just before; undefined where it is none of these. */
export function periodBefore(text: string): string | undefined {
  const [, year = '', kind = '', part = ''] = /^(\d{4})(?:-([MQH])(\d+))?$/.exec(text) ?? []
  if (year === '') return undefined
  if (kind === '') return String(Number(year) - 1)
  const isFirst = Number(part) === 1
  const before = isFirst ? (PARTS_OF_YEAR[kind] ?? 1) : Number(part) - 1
  const own = String(before).padStart(part.length, '0')
  return `${String(Number(year) - (isFirst ? 1 : 0))}-${kind}${own}`
}

/** A period that was typed; undefined where it is none. */
function readPeriod(text: string, cutOffDay?: number) {
  return read(() => parsePeriod(text, cutOffDay === undefined ? undefined : { day: cutOffDay }))
}

function read(period: () => ReportingPeriod): ReportingPeriod | undefined {
  try {
    return period()
  } catch (thrown) {
    if (isAppError(thrown)) return undefined
    throw thrown
  }
}

/** How a period is called: `Quý II năm 2023`, or its days. */
export function titleOf(text: string): string {
  const period = readPeriod(text)
  if (!period) return text
  return period.kind === 'custom' ? printedDays(period) : periodTitle(period)
}

/** The last day of a period; undefined where it is none. */
export function lastDayOf(text: string, cutOffDay: number): Day | undefined {
  return readPeriod(text, cutOffDay)?.to
}

const PARTS = [
  ...['', '-9M', '-H1', '-H2', '-Q1', '-Q2', '-Q3', '-Q4'],
  ...Array.from({ length: 12 }, (_, index) => `-M${String(index + 1).padStart(2, '0')}`),
]

/** Periods to choose from, by year, the latest first. */
export function choosablePeriods(chosen: string, { today }: Calendar) {
  const thisYear = Number(today.slice(0, 4))
  const year = readPeriod(chosen)?.year ?? thisYear
  const years = [...new Set([thisYear, thisYear - 1, year + 1, year, year - 1])]
  return years
    .filter((one) => one <= thisYear + 1 && one >= 1991)
    .toSorted((a, b) => b - a)
    .map((one) => ({ year: one, periods: PARTS.map((part) => `${one}${part}`) }))
}

/** A month of a period, by which name it can be asked for, and whether the period holds all of it. */
export interface ShownMonth extends ReportingMonth {
  readonly period: string
  readonly isWhole: boolean
}

/** The months of a period; the first and the last may be cut off by it. */
export function shownMonths(text: string, cutOffDay: number): readonly ShownMonth[] {
  const period = readPeriod(text, cutOffDay)
  return (period ? monthsOf(period) : []).map((month) => {
    const whole = readPeriod(month.label, cutOffDay)
    const isWhole = whole?.from === month.from && whole.to === month.to
    return { ...month, isWhole, period: isWhole ? month.label : `${month.from}..${month.to}` }
  })
}

/** The days of a week of due days; null = without a bound on that side. */
interface WeekOfDays {
  readonly week: string | null
  readonly from: Day | null
  readonly to: Day | null
}

/** A week as a table names it: `tuần 10 (02/03 – 08/03)`, `trước 19/01`. */
export function weekTitle(one: WeekOfDays): string {
  return [weekName(one), weekDays(one)].filter(Boolean).join(' ')
}

/** The number of a week, where it stands by itself. */
export function weekName({ week }: WeekOfDays): string {
  return week === null ? '' : `tuần ${String(Number(week.slice(-2)))}`
}

/** Its days, as far as they are bound. */
export function weekDays({ from, to }: WeekOfDays): string {
  if (from !== null && to !== null) return `${dayAndMonth(from)}–${dayAndMonth(to)}`
  if (to !== null) return `đến ${dayAndMonth(to)}`
  return from === null ? '' : `từ ${dayAndMonth(from)}`
}

function dayAndMonth(day: Day): string {
  return `${day.slice(8)}/${day.slice(5, 7)}`
}
