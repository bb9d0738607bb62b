import { isRow, text } from '@cchc/connector-kit'

const VIETNAMESE = 228

/** A name: a text, or a list of `{ languageId, name }`, of which the Vietnamese one is read. */
export function nameIn(value: unknown): string {
  const named = [value].flat().filter(isRow)
  if (named.length === 0) return text(value).normalize('NFC')
  const own = named.find(({ languageId }) => languageId === VIETNAMESE) ?? named[0]
  return text(own?.name).normalize('NFC')
}
