import { dayNumberOf, dayText, startOfDay, vietnamInstant } from '@cchc/domain'

const TWO_DIGITS = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'))

interface DayTexts {
  readonly start: number
  /** `dd/MM/yyyy ` */
  readonly spaced: string
  /** `yyyyMMdd` */
  readonly compact: string
}

const days = new Map<number, DayTexts>()

function dayTexts(instant: number): DayTexts {
  const day = dayNumberOf(instant)
  const known = days.get(day)
  if (known) return known
  const [year, month, date] = dayText(day).split('-')
  const texts = {
    start: startOfDay(day),
    spaced: `${date}/${month}/${year} `,
    compact: `${year}${month}${date}`,
  }
  days.set(day, texts)
  return texts
}

/** `dd/MM/yyyy HH:mm:ss` in Asia/Ho_Chi_Minh. */
export function spacedDate(instant: number): string {
  const { start, spaced } = dayTexts(instant)
  const seconds = Math.floor((instant - start) / 1000)
  const minutes = Math.floor(seconds / 60)
  const hour = TWO_DIGITS[Math.floor(minutes / 60)]
  return `${spaced}${hour}:${TWO_DIGITS[minutes % 60]}:${TWO_DIGITS[seconds % 60]}`
}

/** `yyyyMMddHHmmss` in Asia/Ho_Chi_Minh. */
export function compactDate(instant: number): string {
  return dayTexts(instant).compact + spacedDate(instant).slice(11).replaceAll(':', '')
}

/** First instant of a day written `dd/MM/yyyy`; undefined for anything else. */
export function parseDay(text: string): number | undefined {
  const match = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text.trim())
  if (!match) return undefined
  const instant = vietnamInstant({
    year: Number(match[3]),
    month: Number(match[2]),
    day: Number(match[1]),
  })
  return Number.isNaN(instant) ? undefined : instant
}

const SPECIAL = /[&<>"']/
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text for XML content or attributes. */
export function escapeXml(text: string): string {
  if (!SPECIAL.test(text)) return text
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

const wired = new Map<string, string>()

/**
 * XML content as the bytes of its UTF-8, one character each: strings of single bytes join and go out many times
 * faster than Vietnamese ones. Kept for each text, so only for texts of which there are few.
 */
export function wireText(text: string): string {
  const known = wired.get(text)
  if (known !== undefined) return known
  const wire = Buffer.from(escapeXml(text)).toString('latin1')
  wired.set(text, wire)
  return wire
}
