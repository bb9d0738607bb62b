import { UsageError } from '../errors.ts'
import { say } from '../messages/say.ts'
import { type Instant, startOfDay, vietnamInstant } from '../time.ts'

const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?`
const ZONE = String.raw`(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?`
const ISO = new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})(?:[T ]${TIME}${ZONE})?$`)
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})/(\d{1,2})/(\d{4})(?: ${TIME})?$`)
const TIME_FIRST = new RegExp(String.raw`^${TIME},? (?:ngày )?(\d{1,2})/(\d{1,2})/(\d{4})$`)

interface Parts {
  readonly year: string | undefined
  readonly month: string | undefined
  readonly day: string | undefined
  /** Hours, minutes, seconds and milliseconds as written; hours undefined = a whole day. */
  readonly time: readonly (string | undefined)[]
  readonly zone?: string | undefined
}

/**
 * Reads an instant as people write it: ISO 8601 with or without an offset, `20/12/2022 08:30` or
 * `08:30 ngày 20/12/2022`; without an offset it is Vietnam's time. A day alone means its last millisecond. Throws a
 * UsageError for anything else.
 */
export function parseInstant(text: string): Instant {
  const parts = partsOf(text.trim())
  const instant = parts ? instantOf(parts) : Number.NaN
  if (Number.isNaN(instant)) throw unreadable(text)
  return instant
}

function partsOf(text: string): Parts | undefined {
  const iso = ISO.exec(text)
  if (iso) {
    return { year: iso[1], month: iso[2], day: iso[3], time: iso.slice(4, 8), zone: iso[8] }
  }
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst) {
    const [, day, month, year, ...time] = dayFirst
    return { year, month, day, time }
  }
  const timeFirst = TIME_FIRST.exec(text)
  if (!timeFirst) return undefined
  const [, hour, minute, second, millisecond, day, month, year] = timeFirst
  return { year, month, day, time: [hour, minute, second, millisecond] }
}

function instantOf({ year, month, day, time, zone }: Parts): Instant {
  const [hour, minute = '0', second = '0', fraction = ''] = time
  const date = { year: Number(year), month: Number(month), day: Number(day) }
  if (hour === undefined) return endOfDay(vietnamInstant(date))
  const local = vietnamInstant({
    ...date,
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
  })
  return local + Number(fraction.padEnd(3, '0')) + zoneShift(zone)
}

function endOfDay(start: Instant): Instant {
  return start + startOfDay(1) - startOfDay(0) - 1
}

const VIETNAM_MINUTES = 7 * 60

/** What to add to an instant that was read as Vietnam's time when it was written in another zone. */
function zoneShift(zone: string | undefined): number {
  if (zone === undefined) return 0
  const offset =
    zone === 'Z'
      ? 0
      : (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)))
  return (VIETNAM_MINUTES - offset) * 60_000
}

const FORMS = {
  forms: '2022-12-20T08:30:00+07:00, 2022-12-20 08:30, 20/12/2022 08:30',
  day: '2022-12-20',
}

function unreadable(asked: string): UsageError {
  const text = JSON.stringify(asked.slice(0, 40))
  const message = say('must be written as {forms} or a day such as {day} (its end)', FORMS)
  return new UsageError(say('The instant {text} cannot be read.', { text }), {
    fix: say('Write it as {forms} or a day such as {day} (its end).', FORMS),
    faults: [{ path: 'asKnownAt', message }],
  })
}
