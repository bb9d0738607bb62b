import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'
import type { Refusal } from './refusal.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * By what a refused record without a key is known again: its lasting id, or all that it holds besides its key where only
 * the key was refused. Null where it cannot be known again, or has a key.
 */
export function refusedContent(
  { key, reasons, fields }: Refusal,
  keyFields: readonly string[],
): string | null {
  if (key !== null) return null
  if (typeof fields.lastingId === 'string') return `id ${fields.lastingId}`
  return reasons.every(({ path }) => keyFields.includes(path)) ? besides(fields, keyFields) : null
}

/** Every name under which a record could have been refused without its key. */
export function acceptedContents(record: object, keyFields: readonly string[]): string[] {
  const fields = record as Fields
  const content = besides(fields, keyFields)
  return typeof fields.lastingId === 'string' ? [`id ${fields.lastingId}`, content] : [content]
}

function besides(fields: Fields, keyFields: readonly string[]): string {
  const rest = Object.entries(fields).filter(([name]) => !keyFields.includes(name))
  return digest(canonicalJson(Object.fromEntries(rest)))
}

/** A text's SHA-256, as it stands in the quarantine. */
export function digest(text: string): string {
  return `sha256 ${createHash('sha256').update(text).digest('hex')}`
}
