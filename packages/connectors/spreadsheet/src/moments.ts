import { type Instant, vietnamInstant } from '@cchc/domain'
import type { GridCell } from '@cchc/files/grid'

/** When something was: an instant, and whether the cell names the time of day too. */
export interface Moment {
  readonly at: Instant
  readonly isDay: boolean
}

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'.split('|')
/** Dates of which words or the place of the year say which number is the month. */
const IN_WORDS = [
  /^(?<day>\d{1,2})[ -]?(?:tháng|thg) ?(?<month>\d{1,2})(?:,? năm |[ -])(?<year>\d{4}|\d\d)\b/,
  new RegExp(
    `^(?<day>\\d{1,2})[ -](?<month>${MONTHS.join('|')})[a-z]*[ -](?<year>\\d{4}|\\d\\d)\\b`,
  ),
  /^(?<year>(?:19|20)\d\d)\/(?<month>\d{1,2})\/(?<day>\d{1,2})\b/,
  /^(?<year>(?:19|20)\d\d)(?<month>[01]\d)(?<day>[0-3]\d)$/,
]

/** A date as it is read: `ngày 5 tháng 10 năm 2026`, `05-Oct-2026`, `5-thg 10-26`, `2026/10/05`, `20261005` are `2026-10-05`. */
function asDate(written: string): string {
  const text = written
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^ngày /, '')
  for (const pattern of IN_WORDS) {
    const { day, month = '', year } = pattern.exec(text)?.groups ?? {}
    if (day === undefined || year === undefined) continue
    const number = MONTHS.includes(month) ? MONTHS.indexOf(month) + 1 : month
    const full = year.length === 2 ? `20${year}` : year
    const iso = [full, `${number}`.padStart(2, '0'), day.padStart(2, '0')].join('-')
    return text.replace(pattern, iso)
  }
  return text
}

/** Which of the two numbers before the year a list writes first. */
export type DateOrder = 'day-first' | 'month-first'

const WRITTEN =
  /^(?:(\d{1,2})[:hg](\d{2})(?::(\d{2}))?\s*(?:,|ngày|-)?\s*)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:\s*(?:,|-|lúc)?\s*(\d{1,2})[:hg](\d{2})(?::(\d{2}))?(?:\s*(sa|ch|am|pm))?)?$/iu
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:(?:t| (?:lúc )?)(\d{1,2})[:hg](\d\d)(?::(\d\d)(?:\.\d{1,9})?)?)?$/i
/** An instant of another zone, or of this one with its name. */
const ZONED = /^\d{4}-\d\d-\d\dt\d\d:\d\d(:\d\d(\.\d{1,9})?)?(z|[+-]\d\d:?\d\d)$/i
/** Days from 1 January 1990 to 2100 as spreadsheets count them. */
const SERIAL = { first: 32_874, last: 73_050, epoch: 25_569 }

/**
 * Reads a date as spreadsheets hold it or people write it: `20/12/2022 08:30`, `08:30 20/12/2022`, `2022-12-20T08:30`, `20/12/22`, `20/12/2022 8:30 SA`, a
 * serial number; with the month first `12/20/2022`. Undefined = blank; NaN = no date, and days that do not exist.
 */
export function momentIn(
  cell: GridCell | undefined,
  order: DateOrder = 'day-first',
): Moment | undefined {
  const text = cell?.moment ?? (cell ? asDate(cell.text) : '')
  if (text === '' || /^[-–—.]+$/.test(text)) return undefined
  if (ZONED.test(text)) return { at: Date.parse(text), isDay: false }
  return isoMoment(text) ?? writtenMoment(text, order) ?? serialMoment(cell?.code ?? '')
}

function isoMoment(text: string): Moment | undefined {
  const [found, year, month, day, hour, minute, second] = ISO.exec(text) ?? []
  return found === undefined ? undefined : momentOf([year, month, day], [hour, minute, second])
}

function writtenMoment(text: string, order: DateOrder): Moment | undefined {
  const written = WRITTEN.exec(text)
  if (!written) return undefined
  const [, h1, m1, s1, first, second, year, h2, m2, s2, half] = written
  const [day, month] = order === 'day-first' ? [first, second] : [second, first]
  const clock = h1 === undefined ? [hourOf(h2, half), m2, s2] : [h1, m1, s1]
  return momentOf([year, month, day], clock)
}

/** The first two numbers of a date that is written out; undefined for any other cell. */
export function writtenNumbers(cell: GridCell | undefined): readonly [number, number] | undefined {
  if (cell === undefined || cell.moment !== undefined) return undefined
  const written = WRITTEN.exec(asDate(cell.text))
  return written ? [Number(written[4]), Number(written[5])] : undefined
}

/** `9` and `CH` (chiều) is 21; of the morning (SA) 12 is 0. */
function hourOf(hour: string | undefined, half: string | undefined): string | undefined {
  if (hour === undefined || half === undefined) return hour
  const isAfternoon = /^(ch|pm)$/i.test(half)
  const number = Number(hour)
  if (number < 1 || number > 12) return hour
  return String((number % 12) + (isAfternoon ? 12 : 0))
}

type Parts = readonly (string | undefined)[]

function momentOf([year, month, day]: Parts, [hour, minute, second]: Parts): Moment {
  const [h, m, s] = [Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0)]
  const date = {
    year: Number(year?.length === 2 ? `20${year}` : year),
    month: Number(month),
    day: Number(day),
  }
  const at = vietnamInstant({ ...date, hour: h, minute: m, second: s })
  return { at, isDay: h + m + s === 0 }
}

function serialMoment(code: string): Moment {
  const value = /^\d{5}([.,]\d+)?$/.test(code) ? Number(code.replace(',', '.')) : Number.NaN
  if (!(value >= SERIAL.first && value <= SERIAL.last)) return { at: Number.NaN, isDay: false }
  const clock = new Date(Math.round((value - SERIAL.epoch) * 86_400) * 1000)
    .toISOString()
    .slice(0, 19)
  return isoMoment(clock) ?? { at: Number.NaN, isDay: false }
}
