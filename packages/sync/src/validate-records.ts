import type { StreamSpec } from '@cchc/connector-kit'
import { inWords, type Message, messageOfIssue, say } from '@cchc/domain'
import type { Refusal } from '@cchc/store'
import type { z } from 'zod'

/** A page's records, sorted into those that can be stored and those that cannot. */
export interface Validated {
  readonly accepted: readonly unknown[]
  readonly refusals: readonly Refusal[]
}

type Shape = Readonly<Record<string, z.ZodType>>

/** Validates each record by the stream's own schema. A refusal holds no value that did not pass its field's check. */
export function createValidator(spec: StreamSpec): (records: readonly unknown[]) => Validated {
  const shape = shapeOf(spec.record)
  return (records) => {
    const accepted: unknown[] = []
    const refusals: Refusal[] = []
    for (const record of records) {
      const result = spec.record.safeParse(record, { reportInput: true })
      if (result.success) accepted.push(result.data)
      else refusals.push(refusalOf({ record, shape, key: spec.key, issues: result.error.issues }))
    }
    return { accepted, refusals }
  }
}

function shapeOf(schema: z.ZodType): Shape {
  if ('shape' in schema) return schema.shape as Shape
  return 'in' in schema ? shapeOf(schema.in as z.ZodType) : {}
}

function refusalOf(refused: {
  readonly record: unknown
  readonly shape: Shape
  readonly key: readonly string[]
  readonly issues: readonly z.core.$ZodIssue[]
}): Refusal {
  const { record, shape, key, issues } = refused
  const fields = validFields(record, shape)
  const complete = key.every((name) => fields[name] !== undefined && fields[name] !== null)
  return {
    key: complete ? Object.fromEntries(key.map((name) => [name, String(fields[name])])) : null,
    reasons: issues.map((issue) => ({
      path: issue.path.map(String).join('.'),
      message: messageWithoutValue(issue, record),
    })),
    fields,
  }
}

function validFields(record: unknown, shape: Shape): Record<string, unknown> {
  if (typeof record !== 'object' || record === null) return {}
  const fields: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(shape)) {
    const result = schema.safeParse((record as Record<string, unknown>)[name])
    if (result.success && result.data !== undefined) fields[name] = result.data
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
