import { type Fault, type Message, say } from '@cchc/domain'
import { nearest } from '../near.ts'
import { chosen, type Shape } from './schema-shape.ts'
import { looksLikeReference, resolveSecret, type SecretSources } from './secret-reference.ts'

/** A written value with its secrets filled in, and what is wrong with keys and secrets. */
export interface Inspected {
  readonly value: unknown
  readonly faults: readonly Fault[]
}

/** Finds unknown keys and resolves secrets, everywhere at once; types and bounds are the schema's own business. */
export function inspect(
  written: unknown,
  options: { readonly shape: Shape; readonly path: string; readonly secrets: SecretSources },
): Inspected {
  const faults: Fault[] = []
  const visit = (value: unknown, shape: Shape, path: string): unknown => {
    const own = chosen(shape, value)
    if (Array.isArray(value)) {
      return value.map((item, index) => visit(item, own.items ?? {}, join(path, String(index))))
    }
    if (typeof value === 'object' && value !== null) return members(value, own, path)
    return value === undefined || value === null ? value : leaf(value, own, path)
  }
  const members = (value: object, shape: Shape, path: string): Record<string, unknown> => {
    const entries = Object.entries(value).flatMap(([name, item]) => {
      const inner = memberShape(shape, name)
      if (inner) return [[name, visit(item, inner, join(path, name))] as const]
      faults.push({ path: join(path, name), message: unknownKey(name, shape) })
      return []
    })
    return Object.fromEntries(entries)
  }
  const leaf = (value: unknown, shape: Shape, path: string): unknown => {
    if (!shape.secret && !shape.maySecret) return plain(value, path)
    if (shape.maySecret && !looksLikeReference(value) && !hasPassword(value)) return value
    const resolved = resolveSecret(value, options.secrets)
    if ('value' in resolved) return resolved.value
    faults.push({ path, message: resolved.fault })
    return value
  }
  const plain = (value: unknown, path: string): unknown => {
    if (looksLikeReference(value)) {
      faults.push({ path, message: say('is no secret: write the value itself') })
    }
    if (namesUser(value)) {
      faults.push({ path, message: say('must not hold a user or password before the host') })
    }
    return value
  }
  return { value: visit(written, options.shape, options.path), faults }
}

/** Puts a path together as people write it in messages: `sources.one-stop.pageSize`. */
export function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}

function memberShape(shape: Shape, name: string): Shape | undefined {
  if (shape.properties && Object.hasOwn(shape.properties, name)) return shape.properties[name]
  if (typeof shape.additionalProperties === 'object') return shape.additionalProperties
  return shape.properties && shape.additionalProperties !== true ? undefined : {}
}

function unknownKey(name: string, shape: Shape): Message {
  const known = Object.keys(shape.properties ?? {})
  const [near] = nearest(name, known, 1)
  const names = known.join(', ')
  return near === undefined
    ? say('is not a setting; Allowed here: {names}', { names })
    : say('is not a setting; did you mean {near}? Allowed here: {names}', { near, names })
}

function hasPassword(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z+]+:\/\/[^/@\s]*:[^/@\s]+@/i.test(value)
}

function namesUser(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z+]+:\/\/[^/?#\s]*@/i.test(value)
}
