import { say } from '@cchc/domain'
import { refuse } from './map-each.ts'

/** A record as a portal wrote it: texts from XML; numbers, booleans, nulls, lists and objects too from JSON. */
export type Row = Readonly<Record<string, unknown>>

/** Whether a value has fields. */
export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What stands at a path of fields; undefined where one of them is missing. */
export function fieldAt(row: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (isRow(value) ? value[name] : undefined), row)
}

/**
 * The rows of a list. Something else among them costs no more than itself: it becomes a row that says nothing. Undefined
 * where it is no list, or one without a single row: then the portal speaks another interface.
 */
export function rowsIn(value: unknown): Row[] | undefined {
  const isList = Array.isArray(value) && (value.length === 0 || value.some(mayBeRow))
  return isList ? value.map((row, index) => (isRow(row) ? row : { index })) : undefined
}

/** A null is a row that the portal lost. */
function mayBeRow(value: unknown): boolean {
  return value === null || isRow(value)
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

/**
 * A field as a number, which may come as text; null where none is stated, NaN for anything else. A text such as `1.000` is
 * none: in Vietnam it means a thousand, elsewhere one.
 */
export function numberIn(value: unknown): number | null {
  if (typeof value === 'number') return value
  if (value === null || value === undefined || value === '') return null
  const isNumber = typeof value === 'string' && NUMBER.test(value)
  return isNumber ? Number(value) : Number.NaN
}

const NUMBER = /^\s?-?\d{1,15}(?:\.(?!\d{3}\s?$)\d{1,10})?\s?$/
