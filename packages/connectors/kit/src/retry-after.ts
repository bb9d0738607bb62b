const SECONDS = /^\d+(?:\.\d*)?$/
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

/** No portal means more than a year; an instant beyond it could not be told. */
const LONGEST_MS = 366 * 86_400_000

/**
 * Reads Retry-After (RFC 9110 §10.2.3), seconds or a date in one of the three forms, as milliseconds from now: 0 to
 * one year, rounded up. Undefined when it is absent or says no wait, such as a negative number.
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  const text = header?.slice(0, 100).trim()
  if (text === undefined) return undefined
  const waitMs = SECONDS.test(text) ? Math.ceil(Number(text) * 1000) : httpDate(text, now) - now
  return Number.isNaN(waitMs) ? undefined : Math.min(LONGEST_MS, Math.max(0, waitMs))
}

function httpDate(text: string, now: number): number {
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

/** Exponential backoff with full jitter in its upper half: 0.25-0.5 s, 0.5-1 s, ... at most 15-30 s. */
export function backoffMs(attempt: number, random: () => number): number {
  const ceiling = Math.min(30_000, 500 * 2 ** attempt)
  return ceiling / 2 + (random() * ceiling) / 2
}
