const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec'
const NAMED_DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)'
const TIME = '(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)'
const MONTH = '(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'
/** IMF-fixdate, the form of RFC 850 and that of asctime, all in GMT. */
const DATES = [
  `${NAMED_DAY}, (?<day>\\d\\d) ${MONTH} (?<year>\\d{4}) ${TIME} (?:GMT|UTC)`,
  `${NAMED_DAY}[a-z]*, (?<day>\\d\\d)-${MONTH}-(?<year>\\d\\d) ${TIME} (?:GMT|UTC)`,
  `${NAMED_DAY} ${MONTH} (?<day>[ \\d]?\\d) ${TIME} (?<year>\\d{4})`,
].map((form) => new RegExp(`^${form}$`, 'i'))

/** Reads a date as HTTP writes it (RFC 9110 §5.6.7), in any of the three forms; NaN for anything else. */
export function httpDate(text: string, now: number): number {
  const parts = DATES.map((form) => form.exec(text)?.groups).find((found) => found !== undefined)
  if (parts === undefined) return Number.NaN
  const { day, month = '', year = '', hour, minute, second } = parts
  const monthIndex = MONTHS.toLowerCase().indexOf(month.toLowerCase()) / 3
  const at = Date.UTC(fullYear(year, now), monthIndex, Number(day), Number(hour), Number(minute))
  return at + Number(second) * 1000
}

/** Two digits that would lie more than fifty years ahead mean the century before. */
function fullYear(digits: string, now: number): number {
  if (digits.length === 4) return Number(digits)
  const thisYear = new Date(now).getUTCFullYear()
  const year = thisYear - (thisYear % 100) + Number(digits)
  return year > thisYear + 50 ? year - 100 : year
}
