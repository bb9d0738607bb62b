const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec'
const NAMED_DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)'
const TIME = '(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)'
const MONTH = '(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'
const ZONE = '(?:GMT|UTC?|Z|(?<offset>[+-]\\d\\d:?\\d\\d))'
/** IMF-fixdate, the form of RFC 850 and that of asctime, all in GMT. */
const OF_HTTP = forms([
  `${NAMED_DAY}, (?<day>\\d\\d) ${MONTH} (?<year>\\d{4}) ${TIME} (?:GMT|UTC)`,
  `${NAMED_DAY}[a-z]*, (?<day>\\d\\d)-${MONTH}-(?<year>\\d\\d) ${TIME} (?:GMT|UTC)`,
  `${NAMED_DAY} ${MONTH} (?<day>[ \\d]?\\d) ${TIME} (?<year>\\d{4})`,
])
/** As mail (RFC 5322) and cookies write dates, and ISO 8601. */
const OF_SERVERS = forms([
  `(?:${NAMED_DAY}[a-z]*, ?)?(?<day>\\d\\d?)[ -]${MONTH}[ -](?<year>\\d{4}|\\d\\d) ${TIME} ${ZONE}`,
  `(?<year>\\d{4})-(?<monthNumber>\\d\\d)-(?<day>\\d\\d)[T ]${TIME}(?:\\.\\d{1,9})? ?${ZONE}`,
])

/** Reads a date as HTTP writes it (RFC 9110 §5.6.7), in any of the three forms; NaN for anything else. */
export function httpDate(text: string, now: number): number {
  return dateIn(OF_HTTP, text, now)
}

/** The same, and dates that servers write against it: days of one digit, offsets from GMT, ISO 8601. */
export function serverDate(text: string, now: number): number {
  return dateIn([...OF_HTTP, ...OF_SERVERS], text, now)
}

function forms(patterns: readonly string[]): readonly RegExp[] {
  return patterns.map((pattern) => new RegExp(`^${pattern}$`, 'i'))
}

function dateIn(known: readonly RegExp[], text: string, now: number): number {
  const parts = known.map((form) => form.exec(text)?.groups).find((found) => found !== undefined)
  if (parts === undefined) return Number.NaN
  const { day, month = '', monthNumber, year = '', hour, minute, second, offset } = parts
  const monthIndex = monthNumber
    ? Number(monthNumber) - 1
    : MONTHS.toLowerCase().indexOf(month.toLowerCase()) / 3
  const at = Date.UTC(fullYear(year, now), monthIndex, Number(day), Number(hour), Number(minute))
  return at + Number(second) * 1000 - offsetMs(offset)
}

/** `+0700` and `+07:00` are seven hours before GMT. */
function offsetMs(offset = '+0000'): number {
  const digits = offset.replace(':', '')
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3))
  return (digits.startsWith('-') ? -minutes : minutes) * 60_000
}

/** Two digits that would lie more than fifty years ahead mean the century before. */
function fullYear(digits: string, now: number): number {
  if (digits.length === 4) return Number(digits)
  const thisYear = new Date(now).getUTCFullYear()
  const year = thisYear - (thisYear % 100) + Number(digits)
  return year > thisYear + 50 ? year - 100 : year
}
