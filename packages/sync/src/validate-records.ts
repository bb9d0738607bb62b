import { type StreamSpec, unreadableReason } from '@cchc/connector-kit'
import {
  cleanTexts,
  type Dossier,
  type Fault,
  inWords,
  type Message,
  messageOfIssue,
  say,
} from '@cchc/domain'
import type { Refusal } from '@cchc/store'
import type { z } from 'zod'
import { datesAhead } from './clock-findings.ts'
import { type QuickCheck, quickCheck } from './quick-check.ts'

/** A page's records, sorted into those that can be stored and those that cannot. */
export interface Validated {
  readonly accepted: readonly unknown[]
  readonly refusals: readonly Refusal[]
}

type Shape = Readonly<Record<string, z.ZodType>>

/**
 * Cleans every text of each record, for every store alike, and validates it by the stream's own schema. A refusal holds
 * no value that did not pass its field's check. A throw of a schema costs its record alone. A dossier of which something
 * is dated ahead of `now` is refused: it would count without anybody's knowing, or not count.
 */
export function createValidator(
  spec: StreamSpec,
  now: () => number,
): (records: readonly unknown[]) => Validated {
  const shape = shapeOf(spec.record)
  const isSound = quickCheck(spec.record) ?? (() => false)
  return (records) => {
    const accepted: unknown[] = []
    const refusals: Refusal[] = []
    for (const received of records) {
      const record = guarded(() => cleanTexts(received))
      const result = guarded(() => check({ spec, isSound, now: now() }, record))
      if (result?.success) accepted.push(result.data)
      else refusals.push(refusalOf({ record, shape, key: spec.key, reasons: result?.reasons }))
    }
    return { accepted, refusals }
  }
}

type Checked =
  | { readonly success: true; readonly data: unknown }
  | { readonly success: false; readonly reasons: readonly Fault[] }

interface Judged {
  readonly spec: StreamSpec
  readonly isSound: QuickCheck
  readonly now: number
}

function check({ spec, isSound, now }: Judged, record: unknown): Checked {
  const unreadable = unreadableReason(record)
  if (unreadable) return { success: false, reasons: [unreadable] }
  const result = isSound(record)
    ? { success: true as const, data: record }
    : spec.record.safeParse(record, { reportInput: true })
  if (result.success) {
    const ahead = spec.entity === 'dossier' ? datesAhead(result.data as Dossier, now) : []
    return ahead.length === 0 ? result : { success: false, reasons: ahead }
  }
  const reasons = result.error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: messageWithoutValue(issue, record),
  }))
  return { success: false, reasons }
}

/** Undefined for what throws, such as a record that is nested too deeply. */
function guarded<T>(action: () => T): T | undefined {
  try {
    return action()
  } catch {}
}

function shapeOf(schema: z.ZodType): Shape {
  if ('shape' in schema) return schema.shape as Shape
  return 'in' in schema ? shapeOf(schema.in as z.ZodType) : {}
}

function refusalOf(refused: {
  readonly record: unknown
  readonly shape: Shape
  readonly key: readonly string[]
  readonly reasons: readonly Fault[] | undefined
}): Refusal {
  const { record, shape, key } = refused
  const { reasons = [{ path: '', message: say('holds something that cannot be read') }] } = refused
  const fields = validFields(record, shape)
  const complete = key.every((name) => fields[name] !== undefined)
  return {
    key: complete
      ? Object.fromEntries(key.map((name) => [name, String(fields[name] ?? '')]))
      : null,
    reasons,
    fields,
  }
}

function validFields(record: unknown, shape: Shape): Record<string, unknown> {
  if (typeof record !== 'object') return {}
  const fields: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(shape)) {
    const result = guarded(() => schema.safeParse((record as Record<string, unknown>)[name]))
    if (result?.success && result.data !== undefined) fields[name] = result.data
  }
  return fields
}

/** A schema's author can put the value into the message; names of unknown fields come from the portal. */
function messageWithoutValue(issue: z.core.$ZodIssue, record: unknown): Message {
  if (issue.code === 'unrecognized_keys') return say('has fields that are not allowed')
  const message = messageOfIssue(issue)
  const value = valueAt(record, issue.path)
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const tellsIt = text !== '' && inWords(message).includes(text)
  return tellsIt ? say('is not a valid value') : message
}

function valueAt(record: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null
        ? (value as Record<PropertyKey, unknown>)[name]
        : undefined,
    record,
  )
}
