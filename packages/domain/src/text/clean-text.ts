const HARMLESS = /^[\t\n\x20-\x7e]*$/
const SPACING = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** Controls, and what is no character at all: neither may stand in XML, nor in a document that is made of it. */
const CONTROLS = /[^\P{Cc}\t\n]|[\ufffe\uffff]/gu
const REPLACED = '\ufffd'

/**
 * A text as it may be stored and shown: NFC, without control characters other than tab and line feed, without half
 * characters. Those that separate words become a line feed or a space, others U+FFFD, so that two texts that differ stay different
 * from what was never damaged.
 */
export function cleanText(text: string): string {
  if (HARMLESS.test(text)) return text
  return text
    .toWellFormed()
    .replace(SPACING, (found) => (found.startsWith('\r') ? '\n' : ' '))
    .replace(CONTROLS, REPLACED)
    .normalize('NFC')
}

/** The same value with every text in it cleaned, at any depth; itself where nothing had to be cleaned. */
export function cleanTexts<T>(value: T): T
export function cleanTexts(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return cleanList(value)
  return isPlainObject(value) ? cleanObject(value) : value
}

function cleanList(list: readonly unknown[]): readonly unknown[] {
  const cleaned = list.map((item) => cleanTexts(item))
  return cleaned.every((item, index) => Object.is(item, list[index])) ? list : cleaned
}

function cleanObject(object: Record<string, unknown>): Record<string, unknown> {
  let cleaned = object
  for (const name of Object.keys(object)) {
    const value = cleanTexts(object[name])
    if (Object.is(value, object[name])) continue
    if (cleaned === object) cleaned = { ...object }
    cleaned[name] = value
  }
  return cleaned
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  )
}
