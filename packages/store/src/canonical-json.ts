import { plainText } from './plain-text.ts'

/**
 * JSON with the properties of every object in the order of their names, so that equal values give equal texts; it
 * holds no character that one of the databases cannot keep.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'string') return plainText(part)
    return part !== null && typeof part === 'object' && !Array.isArray(part) ? sorted(part) : part
  })
}

function sorted(object: object): object {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)))
}
