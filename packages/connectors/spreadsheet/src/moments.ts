import { type Instant, vietnamInstant } from '@cchc/domain'
import type { GridCell } from '@cchc/files/grid'

/** When something was: an instant, and whether the cell names the time of day too. */
export interface Moment {
  readonly at: Instant
  readonly isDay: boolean
}

/** Which of the two numbers before the year a list writes first. */
export type DateOrder = 'day-first' | 'month-first'

const WRITTEN =
  /^(?:(\d{1,2})[:hg](\d{2})(?::(\d{2}))?\s*(?:,|ngày|-)?\s*)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:\s*(?:,|-|lúc)?\s*(\d{1,2})[:hg](\d{2})(?::(\d{2}))?(?:\s*(sa|ch|am|pm))?)?$/iu
const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?/
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
  const text = cell?.moment ?? cell?.text.replace(/\s+/g, ' ') ?? ''
  if (text === '' || /^[-–—.]+$/.test(text)) return undefined
  const parts = ISO.exec(text)
  if (parts) {
    const [, year, month, day, hour, minute, second] = parts
    return momentOf([year, month, day], [hour, minute, second])
  }
  const written = WRITTEN.exec(text)
  if (written) {
    const [, h1, m1, s1, first, second, year, h2, m2, s2, half] = written
    const [day, month] = order === 'day-first' ? [first, second] : [second, first]
    const clock = h1 === undefined ? [hourOf(h2, half), m2, s2] : [h1, m1, s1]
    return momentOf([year, month, day], clock)
  }
  return serialMoment(cell?.code ?? '')
}

/** The first two numbers of a date that is written out; undefined for any other cell. */
export function writtenNumbers(cell: GridCell | undefined): readonly [number, number] | undefined {
  if (cell === undefined || cell.moment !== undefined) return undefined
  const written = WRITTEN.exec(cell.text.replace(/\s+/g, ' '))
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
  const clock = new Date(Math.round((value - SERIAL.epoch) * 86_400) * 1000).toISOString()
  const [, year, month, day, hour, minute, second] = ISO.exec(clock) ?? []
  return momentOf([year, month, day], [hour, minute, second])
}
