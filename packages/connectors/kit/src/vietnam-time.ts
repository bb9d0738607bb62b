const OFFSET_MS = 7 * 3_600_000
const DAY_MS = 86_400_000
const SLASH = 47
const COLON = 58
const SPACE = 32

/**
 * Reads a local time of Vietnam as portals write it, `dd/MM/yyyy HH:mm:ss`, `dd/MM/yyyy` or `yyyyMMddHHmmss`, as epoch
 * ms. Null for an absent or empty text, NaN for anything else and for days and times that do not exist.
 */
export function parsePortalTime(text: string | null | undefined): number | null {
  if (text === null || text === undefined || text === '') return null
  if (text.charCodeAt(2) === SLASH) return slashed(text)
  return text.length === 14 ? compact(text) : Number.NaN
}

const ISO = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\d(?:\.\d{1,9})?)(?:Z|([+-]\d\d):?(\d\d))$/

/**
 * Reads an instant in ISO 8601 with its offset, with or without a colon (`2022-09-21T17:00:00.000+0000`), as epoch ms. Null
 * where none is stated, NaN for anything else and for days that do not exist.
 */
export function parseIsoTime(value: unknown): number | null {
  if (value === undefined || value === null || value === '') return null
  if (typeof value !== 'string') return Number.NaN
  const [, day = '', time = '', hours = '+00', minutes = '00'] = ISO.exec(value) ?? []
  const isDay = new Date(Date.parse(`${day}T00:00Z`) || 0).toISOString().startsWith(day)
  return day !== '' && isDay ? Date.parse(`${day}${time}${hours}:${minutes}`) : Number.NaN
}

function slashed(text: string): number {
  if (text.charCodeAt(5) !== SLASH) return Number.NaN
  const date = epochDay(digits(text, 6, 4), digits(text, 3, 2), digits(text, 0, 2))
  if (text.length === 10) return date * DAY_MS - OFFSET_MS
  const separated =
    text.length === 19 &&
    text.charCodeAt(10) === SPACE &&
    text.charCodeAt(13) === COLON &&
    text.charCodeAt(16) === COLON
  if (!separated) return Number.NaN
  return (
    date * DAY_MS -
    OFFSET_MS +
    timeOfDay(digits(text, 11, 2), digits(text, 14, 2), digits(text, 17, 2))
  )
}

function compact(text: string): number {
  const date = epochDay(digits(text, 0, 4), digits(text, 4, 2), digits(text, 6, 2))
  return (
    date * DAY_MS -
    OFFSET_MS +
    timeOfDay(digits(text, 8, 2), digits(text, 10, 2), digits(text, 12, 2))
  )
}

function digits(text: string, start: number, count: number): number {
  let value = 0
  for (let i = start; i < start + count; i++) {
    const digit = text.charCodeAt(i) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

function timeOfDay(hour: number, minute: number, second: number): number {
  if (!(hour < 24 && minute < 60 && second < 60)) return Number.NaN
  return ((hour * 60 + minute) * 60 + second) * 1000
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar, counted in years that begin in March. */
function epochDay(year: number, month: number, day: number): number {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return Number.NaN
  const shifted = month > 2 ? year : year - 1
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400)
  return shifted * 365 + leapDays + dayOfYear - 719_468
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}
