import { Day, type Instant, instantText } from '../time.ts'

const SHORT = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/
const LONG = /^ngày (\d{1,2})(?:[/.-]| tháng )(\d{1,2}) năm (\d{4})$/
const DAY = String.raw`(\d{1,2}(?:[/.-]| tháng )\d{1,2})(?:(?:[/.-]| năm )(\d{4}))?`
const RANGE = new RegExp(`^(?:từ )?(?:ngày )?${DAY}(?: ?[-–] ?| đến )(?:hết )?(?:ngày )?${DAY}$`)

/** Prints a day as officials write it: `07/7/2023`, `12/02/2023`; days below 10 and months 1, 2 are padded (NĐ 30/2020). */
export function printDay(day: Day): string {
  const { year, month, date } = paddedParts(day)
  return `${date}/${month}/${year}`
}

/** An instant as officials write it, `08:30 ngày 20/12/2022`. */
export function printInstant(instant: Instant): string {
  const local = instantText(instant)
  return `${local.slice(11, 16)} ngày ${printDay(local.slice(0, 10))}`
}

/** Prints `ngày 12 tháng 6 năm 2023`; days below 10 and months 1, 2 are padded (NĐ 30/2020/NĐ-CP). */
export function printLongDay(day: Day): string {
  const { year, month, date } = paddedParts(day)
  return `ngày ${date} tháng ${month} năm ${year}`
}

/** Prints `Từ ngày 15/12/2022 đến ngày 10/6/2023`. */
export function printDayRange(range: { readonly from: Day; readonly to: Day }): string {
  return `Từ ngày ${printDay(range.from)} đến ngày ${printDay(range.to)}`
}

/** Reads `12/6/2023`, `12/06/2023` or `ngày 12 tháng 6 năm 2023`; undefined for anything else or a day that is none. */
export function parseDay(text: string): Day | undefined {
  const plain = normalised(text)
  const match = SHORT.exec(plain) ?? LONG.exec(plain)
  if (!match) return undefined
  const [, date = '', month = '', year = ''] = match
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return Day.safeParse(day).success ? day : undefined
}

/** Reads `Từ ngày 15/12/2022 đến hết ngày 10/6/2023` and its shorter forms, the year once; undefined when it is not a range of days. */
export function parseDayRange(text: string): { from: Day; to: Day } | undefined {
  const [, first = '', firstYear, last = '', lastYear = ''] = RANGE.exec(normalised(text)) ?? []
  const from = parseDay(`ngày ${first} năm ${firstYear ?? lastYear}`)
  const to = parseDay(`ngày ${last} năm ${lastYear}`)
  return from !== undefined && to !== undefined && from <= to ? { from, to } : undefined
}

function paddedParts(day: Day): { year: string; month: string; date: string } {
  const [year = '', month = '', date = ''] = day.split('-')
  return { year, month: Number(month) < 3 ? month : String(Number(month)), date }
}

function normalised(text: string): string {
  return text.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ')
}

/** By the organisations (hệ thống đơn vị) of which day figures are shown, for a line beside them. */
export function printTreeDay(day: Day): string {
  return `Theo hệ thống đơn vị của ngày ${printDay(day)}`
}
