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

/**
 * What a person may write for a schema, as JSON Schema with our marks. Alternatives stand under `anyOf` alone, and what
 * must hold together is one shape.
 */
export function shapeOf(schema: z.ZodType): Shape {
  const known = SHAPES.get(schema)
  if (known) return known
  const shape = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input', reused: 'inline' })
  const plain = plainShape(shape as Shape)
  SHAPES.set(schema, plain)
  return plain
}

/** Schemas stand for as long as the program; every source of one connector is checked by the same. */
const SHAPES = new WeakMap<z.ZodType, Shape>()

function plainShape({ oneOf, allOf, ...shape }: Shape): Shape {
  const inner = mapped(shape)
  const alternatives = [...(shape.anyOf ?? []), ...listOf(oneOf)].map(plainShape)
  const own = alternatives.length === 0 ? inner : { ...inner, anyOf: alternatives }
  return listOf(allOf).map(plainShape).reduce(together, own)
}

function mapped({ prefixItems, ...shape }: Shape): Shape {
  const { properties, additionalProperties } = shape
  const places = listOf(prefixItems)
  const items = places.length > 0 ? { anyOf: places } : shape.items
  return {
    ...shape,
    ...(properties && { properties: mapValues(properties) }),
    ...(items && { items: plainShape(items) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: plainShape(additionalProperties),
    }),
  }
}

function mapValues(properties: Readonly<Record<string, Shape>>): Record<string, Shape> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, inner]) => [name, plainShape(inner)]),
  )
}

function listOf(value: unknown): readonly Shape[] {
  return Array.isArray(value) ? (value as Shape[]) : []
}

/** One shape that allows what both do; a property that either marks as a secret is one. */
function together(a: Shape, b: Shape): Shape {
  const properties = { ...a.properties }
  for (const [name, inner] of Object.entries(b.properties ?? {})) {
    const known = properties[name]
    properties[name] =
      known === undefined ? inner : { ...known, ...inner, ...marksOf(known, inner) }
  }
  const required = [a.required, b.required].flatMap((names) => (names ?? []) as string[])
  const hasProperties = Object.keys(properties).length > 0
  const anyOf = [a.anyOf, b.anyOf].flatMap((alternatives) => alternatives ?? [])
  return {
    ...a,
    ...b,
    ...marksOf(a, b),
    ...(hasProperties && { properties }),
    ...(anyOf.length > 0 && { anyOf }),
    ...(required.length > 0 && { required: [...new Set(required)] }),
  }
}

function marksOf(...shapes: readonly Shape[]): Shape {
  return {
    ...(shapes.some(({ secret }) => secret) && { secret: true }),
    ...(shapes.some(({ maySecret }) => maySecret) && { maySecret: true }),
  }
}

/**
 * The alternative that a value was meant for: the one whose constants it states, or the only one of its kind. Where
 * that cannot be told, what any of them allows, with every secret of any of them.
 */
export function chosen(shape: Shape, value: unknown): Shape {
  if (!shape.anyOf) return shape
  const { anyOf, ...common } = shape
  const own = Object.keys(common.properties ?? {}).length > 0 ? [common] : []
  const candidates = anyOf
    .map((alternative) => chosen(alternative, value))
    .filter((alternative) => isOfKind(alternative, value))
  const meant = candidates.filter((alternative) => statesConstants(alternative, value))
  const [first, ...others] = [...own, ...(meant.length > 0 ? meant : candidates)]
  return first === undefined ? shape : others.reduce(together, first)
}

function isOfKind(shape: Shape, value: unknown): boolean {
  if (Array.isArray(value)) return shape.items !== undefined
  if (typeof value === 'object' && value !== null) {
    return shape.properties !== undefined || typeof shape.additionalProperties === 'object'
  }
  if (shape.const !== undefined) return shape.const === value
  if (Array.isArray(shape.enum)) return shape.enum.includes(value)
  if (shape.type === 'integer') return Number.isInteger(value)
  return shape.type === undefined || shape.type === typeof value
}

function statesConstants(shape: Shape, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return shape.const === value
  return Object.entries(shape.properties ?? {}).every(([name, inner]) => {
    if (inner.const === undefined && !Array.isArray(inner.enum)) return true
    return isOfKind(inner, (value as Record<string, unknown>)[name])
  })
}
