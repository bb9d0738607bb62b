import { say } from '@cchc/domain'
import { refuse } from './map-each.ts'

/** A record as a portal wrote it: texts from XML; numbers, booleans, nulls, lists and objects too from JSON. */
export type Row = Readonly<Record<string, unknown>>

/** Whether a value has fields. */
export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A field as text, empty when it is not stated; refuses the row where it is a list or an object. */
export function text(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return String(value)
  return refuse(say('holds a list or an object where a text belongs'))
}

/** A field as text, empty too where it is none; for what only helps to find a row. */
export function looseText(value: unknown): string {
  return typeof value === 'object' ? '' : text(value)
}
