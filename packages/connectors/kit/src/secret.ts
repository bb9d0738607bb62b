import { z } from 'zod'

interface Shape {
  readonly secret?: boolean
  readonly properties?: Readonly<Record<string, Shape>>
  readonly additionalProperties?: Shape | boolean
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly allOf?: readonly Shape[]
}

/** The values of a configuration that its schema marks with `.meta({ secret: true })`, at any depth. */
export function secretsOf(schema: z.ZodType, config: unknown): string[] {
  const shape = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input', reused: 'inline' })
  return [...new Set(collect(shape as Shape, config))]
}

function collect(shape: Shape, value: unknown): string[] {
  if (shape.secret === true) return texts(value)
  const alternatives = [shape.anyOf, shape.oneOf, shape.allOf].flatMap((list) => list ?? [])
  const inner = alternatives.flatMap((alternative) => collect(alternative, value))
  if (Array.isArray(value)) {
    const { items } = shape
    return items ? inner.concat(value.flatMap((item) => collect(items, item))) : inner
  }
  if (typeof value !== 'object' || value === null) return inner
  return inner.concat(Object.entries(value).flatMap(([name, item]) => member(shape, name, item)))
}

function member(shape: Shape, name: string, value: unknown): string[] {
  const rest = typeof shape.additionalProperties === 'object' ? shape.additionalProperties : {}
  return collect(shape.properties?.[name] ?? rest, value)
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(texts)
}
