import { z } from 'zod'
import { UsageError } from './errors.ts'
import { type Message, say } from './messages/say.ts'
import { periodInWords } from './periods/period-words.ts'
import { weekOf, weekTextOf, YEARS } from './periods/week.ts'
import { Day, type DayNumber, dayNumber, dayText } from './time.ts'
import { parseDayRange, printDayRange } from './vietnamese/date.ts'

/** Last day of a reporting month (ngày chốt số liệu), 1-31; in shorter months their last day. */
export interface CutOff {
  readonly day: number
}

const DEFAULT_CUT_OFF: CutOff = { day: 14 }

/**
 * A reporting period (kỳ báo cáo) with its inclusive days in Asia/Ho_Chi_Minh. Units deviate from the legal days, so
 * `from` and `to` are stored and never recomputed. `year` is the year that the period is reported for; of a week, ISO 8601's.
 */
export const ReportingPeriod = z
  .object({
    text: z.string().min(4).max(24),
    kind: z.enum(['year', 'half', 'quarter', 'month', 'week', 'nine_months', 'custom']),
    year: z.int().min(YEARS.first).max(YEARS.last),
    from: Day,
    to: Day,
    cutOffDay: z.int().min(1).max(31),
  })
  .refine((period) => period.from <= period.to, {
    path: ['to'],
    message: say('ends before it begins').template,
  })
export type ReportingPeriod = z.output<typeof ReportingPeriod>

/** A part of a period that lies in one reporting month, e.g. `2022-M01`; days are inclusive. */
export interface ReportingMonth {
  readonly label: string
  readonly from: Day
  readonly to: Day
}

interface Months {
  readonly kind: ReportingPeriod['kind']
  readonly year: number
  /** First and last reporting month, 1-12. */
  readonly first: number
  readonly last: number
}

const NAMED = /^(\d{4})(?:-(?:H([12])|Q([1-4])|M(0[1-9]|1[0-2])|(9M)))?$/
const RANGE = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/

/**
 * Reads 2023, 2023-H1, 2023-Q2, 2023-M06, 2023-W24, 2023-9M or 2022-12-15..2023-06-10, and the same in words (see
 * `periodInWords`, `parseDayRange`); throws a UsageError for anything else. A month ends on the cut-off day and begins on
 * the day after the last one's: 15th to 14th unless told otherwise (NĐ 09/2019/NĐ-CP Điều 12), so the year 2022 is
 * 2021-12-15..2022-12-14. A week is that of ISO 8601, Monday to Sunday, whatever the cut-off day.
 */
export function parsePeriod(text: string, cutOff: CutOff = DEFAULT_CUT_OFF): ReportingPeriod {
  const day = checkedCutOff(cutOff)
  const copied = WITH_DAYS.exec(text.trim())
  if (copied) return withDays(text, { words: copied[1] ?? '', days: copied[2] ?? '', day })
  const trimmed = writtenOut(text.trim())
  const range = RANGE.exec(trimmed)
  if (range) return customPeriod({ text: trimmed, from: range[1] ?? '', to: range[2] ?? '', day })
  const week = weekOf(trimmed.toUpperCase())
  if (week) return { ...week, cutOffDay: day }
  const months = namedMonths(trimmed.toUpperCase())
  if (!months) throw unreadable(text)
  return {
    text: trimmed.toUpperCase(),
    kind: months.kind,
    year: months.year,
    from: dayText(lastDayOfMonth({ year: months.year, month: months.first - 1, day }) + 1),
    to: dayText(lastDayOfMonth({ year: months.year, month: months.last, day })),
    cutOffDay: day,
  }
}

/** As heads of reports print it: `Quý III năm 2026 (Từ ngày 15/6/2026 đến ngày 14/9/2026)`. */
const WITH_DAYS = /^([^()]+?)\s*\(([^()]+)\)$/

/** The period that has a name where its days are those beside it; other days are what is meant. */
function withDays(
  text: string,
  { words, days, day }: { readonly words: string; readonly days: string; readonly day: number },
): ReportingPeriod {
  const range = parseDayRange(days)
  if (!range) throw unreadable(text)
  const beside = parsePeriod(`${range.from}..${range.to}`, { day })
  const week = /^tuần( thứ)? \d{1,2}$/iu.test(words.normalize('NFC'))
  const named = parsePeriod(week ? `${words}/${weekTextOf(range.from).slice(0, 4)}` : words, {
    day,
  })
  const isSame = named.from === beside.from && named.to === beside.to
  if (week && !isSame) throw unreadable(text, say('the week is another one'))
  return isSame ? named : beside
}

/** What people write in words as it is written in short; anything else as it stands. */
function writtenOut(text: string): string {
  const named = periodInWords(text)
  if (named?.isWhole) return named.written
  const range = parseDayRange(text)
  return range ? `${range.from}..${range.to}` : text
}

/** The reporting months of a period, split at its cut-off day; the first and the last are clipped to the period. */
export function monthsOf(period: ReportingPeriod): ReportingMonth[] {
  const months: ReportingMonth[] = []
  const last = dayNumber(period.to)
  let from = dayNumber(period.from)
  while (from <= last) {
    const { year, month } = reportingMonthOf(from, period.cutOffDay)
    const end = Math.min(lastDayOfMonth({ year, month, day: period.cutOffDay }), last)
    const label = `${year}-M${String(month).padStart(2, '0')}`
    months.push({ label, from: dayText(from), to: dayText(end) })
    from = end + 1
  }
  return months
}

const ROMAN = ['', 'I', 'II', 'III', 'IV']

/** The period as a report's head names it: "Năm 2022", "Quý II năm 2023", "Tuần 48 năm 2026", "Từ ngày 15/12/2022 đến ngày 10/6/2023". */
export function periodTitle(period: ReportingPeriod): string {
  if (period.kind === 'custom') return printDayRange(period)
  const part = Number(period.text.slice(6))
  const titles = {
    year: `Năm ${period.year}`,
    half: `6 tháng ${part === 1 ? 'đầu' : 'cuối'} năm ${period.year}`,
    quarter: `Quý ${ROMAN[part]} năm ${period.year}`,
    month: `Tháng ${part} năm ${period.year}`,
    week: `Tuần ${part} năm ${period.year}`,
    nine_months: `9 tháng đầu năm ${period.year}`,
  }
  return titles[period.kind]
}

function namedMonths(text: string): Months | undefined {
  const match = NAMED.exec(text)
  if (!match) return undefined
  const year = Number(match[1])
  if (year < YEARS.first || year > YEARS.last) return undefined
  const [half, quarter, month] = [match[2], match[3], match[4]].map(Number)
  if (half) return { kind: 'half', year, first: half * 6 - 5, last: half * 6 }
  if (quarter) return { kind: 'quarter', year, first: quarter * 3 - 2, last: quarter * 3 }
  if (month) return { kind: 'month', year, first: month, last: month }
  return match[5]
    ? { kind: 'nine_months', year, first: 1, last: 9 }
    : { kind: 'year', year, first: 1, last: 12 }
}

function customPeriod(range: { text: string; from: Day; to: Day; day: number }): ReportingPeriod {
  const { text, from, to, day } = range
  if (!Day.safeParse(from).success || !Day.safeParse(to).success) throw unreadable(text)
  if (from > to) throw unreadable(text, say('it ends before it begins'))
  const { year } = reportingMonthOf(dayNumber(to), day)
  const period = ReportingPeriod.safeParse({ text, kind: 'custom', year, from, to, cutOffDay: day })
  if (!period.success)
    throw unreadable(text, say('years from {first} to {last} can be read', YEARS))
  return period.data
}

/** The last day of a reporting month; month 0 is December of the year before. */
function lastDayOfMonth(at: { year: number; month: number; day: number }): DayNumber {
  const daysInMonth = new Date(Date.UTC(at.year, at.month, 0)).getUTCDate()
  return Date.UTC(at.year, at.month - 1, Math.min(at.day, daysInMonth)) / 86_400_000
}

function reportingMonthOf(day: DayNumber, cutOffDay: number): { year: number; month: number } {
  const date = new Date(day * 86_400_000)
  const year = date.getUTCFullYear()
  const month = date.getUTCMonth() + 1
  if (day <= lastDayOfMonth({ year, month, day: cutOffDay })) return { year, month }
  return month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 }
}

function checkedCutOff({ day }: CutOff): number {
  if (Number.isInteger(day) && day >= 1 && day <= 31) return day
  throw new UsageError(say('The cut-off day {day} is not a day of a month.', { day }), {
    fix: say('Give a whole number from 1 to 31; the default is 14.'),
    faults: [
      { path: 'cutOff.day', message: say('must be a whole number from 1 to {most}', { most: 31 }) },
    ],
  })
}

const FORMS = {
  forms: '2023, 2023-H1, 2023-H2, 2023-Q2, 2023-M06, 2023-W24, 2023-9M, Quý II/2023',
  last: '2022-12-15..2023-06-10',
}

function unreadable(asked: string, reason?: Message): UsageError {
  const text = JSON.stringify(asked.slice(0, 40))
  const said = reason
    ? say('The period {text} cannot be read: {reason}.', { text, reason })
    : say('The period {text} cannot be read.', { text })
  const message = reason ?? say('must be written as {forms} or {last}', FORMS)
  return new UsageError(said, {
    fix: say('Write a period as {forms} or {last}.', FORMS),
    faults: [{ path: 'period', message }],
  })
}
