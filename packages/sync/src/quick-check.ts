import type { z } from 'zod'

/** Whether a value passes a schema as it is, so that the schema would give it back unchanged. */
export type QuickCheck = (value: unknown) => boolean

type Type = z.core.$ZodType
type Def = z.core.$ZodTypes['_zod']['def']

/**
 * A check that is derived from a schema and makes nothing: where it holds, the schema holds and changes nothing. Where it does
 * not, the schema says what is wrong, if anything is. Undefined for a schema that may change what it is given.
 */
export function quickCheck(schema: Type): QuickCheck | undefined {
  const isOfType = ofType(schema)
  const checks = checksOf(schema)
  if (!isOfType || checks.length === 0) return isOfType
  return (value) => isOfType(value) && checks.every((check) => passes(check, value))
}

function ofType(schema: Type): QuickCheck | undefined {
  const def = schema._zod.def as Def
  if ('coerce' in def && def.coerce) return undefined
  switch (def.type) {
    case 'string':
      return (value) => typeof value === 'string'
    case 'number':
      return Number.isFinite
    case 'boolean':
      return (value) => typeof value === 'boolean'
    case 'enum': {
      const { values } = schema._zod
      return values && ((value) => values.has(value as string))
    }
    case 'nullable':
      return orElse(null, def.innerType)
    case 'optional':
      return orElse(undefined, def.innerType)
    case 'array':
      return listOf(def.element)
    case 'object':
      return def.catchall ? undefined : objectOf(def.shape)
    default:
      return undefined
  }
}

function orElse(nothing: null | undefined, schema: Type): QuickCheck | undefined {
  const check = quickCheck(schema)
  return check && ((value) => value === nothing || check(value))
}

function listOf(schema: Type): QuickCheck | undefined {
  const check = quickCheck(schema)
  return check && ((value) => Array.isArray(value) && value.every(check))
}

/** Of objects that are no instances of a class, with no other fields. */
function objectOf(shape: Readonly<Record<string, Type>>): QuickCheck | undefined {
  const checks = new Map<string, QuickCheck>()
  for (const [name, schema] of Object.entries(shape)) {
    const check = quickCheck(schema)
    if (!check) return undefined
    checks.set(name, check)
  }
  const fields = [...checks]
  return (value) => {
    if (!isPlain(value)) return false
    for (const name in value) if (!checks.has(name)) return false
    return fields.every(([name, check]) => check(value[name]))
  }
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  )
}

type Check = z.core.$ZodCheck<unknown>

/** A format of numbers is a check of its own. */
function checksOf(schema: Type): readonly Check[] {
  const { checks = [] } = schema._zod.def
  const own = schema._zod.traits.has('$ZodCheck') ? [schema] : []
  return [...own, ...checks] as unknown as readonly Check[]
}

/** A check that changes the value, or that has to be waited for, does not pass. */
function passes({ _zod: check }: Check, value: unknown): boolean {
  const payload: z.core.ParsePayload = { value, issues: [] }
  if (check.def.when && !check.def.when(payload)) return true
  return (
    check.check(payload) === undefined &&
    payload.issues.length === 0 &&
    Object.is(payload.value, value)
  )
}
