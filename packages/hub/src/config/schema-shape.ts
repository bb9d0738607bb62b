import { z } from 'zod'

/** The part of a JSON Schema that configuration checks look at. */
export interface Shape {
  readonly secret?: boolean
  readonly maySecret?: boolean
  readonly type?: string
  readonly properties?: Readonly<Record<string, Shape>>
  readonly additionalProperties?: Shape | boolean
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
  readonly [keyword: string]: unknown
}

/** What a person may write for a schema, as JSON Schema with our marks. */
export function shapeOf(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema, {
    unrepresentable: 'any',
    io: 'input',
    reused: 'inline',
  }) as Shape
}

/** The alternative that a value was meant for: the only one of its kind. */
export function chosen(shape: Shape, value: unknown): Shape {
  if (!shape.anyOf || typeof value !== 'object' || value === null) return shape
  const kind = Array.isArray(value) ? 'items' : 'properties'
  const candidates = shape.anyOf.filter((alternative) => alternative[kind] !== undefined)
  return candidates.length === 1 && candidates[0] ? candidates[0] : shape
}
