import { z } from 'zod'

interface Shape {
  readonly secret?: boolean
  readonly properties?: Readonly<Record<string, Shape>>
  readonly additionalProperties?: Shape | boolean
  readonly items?: Shape | boolean
  readonly prefixItems?: readonly Shape[]
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Shape>>
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly allOf?: readonly Shape[]
}

/** The values of a configuration that its schema marks with `.meta({ secret: true })`, at any depth. */
export function secretsOf(schema: z.ZodType, config: unknown): string[] {
  const shape = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input', reused: 'inline' })
  return [...new Set(new SecretReader(shape as Shape).read(shape as Shape, config))]
}

/** Reads values by a shape whose parts may stand under the `$defs` of the whole. */
class SecretReader {
  readonly #whole: Shape

  constructor(whole: Shape) {
    this.#whole = whole
  }

  read(shape: Shape, value: unknown): string[] {
    if (shape.secret === true) return texts(value)
    const alternatives = [shape.anyOf, shape.oneOf, shape.allOf].flatMap((list) => list ?? [])
    const inner = [...alternatives, ...this.#named(shape)].flatMap((one) => this.read(one, value))
    if (typeof value !== 'object' || value === null) return inner
    const parts = Array.isArray(value) ? this.#items(shape, value) : this.#members(shape, value)
    return inner.concat(parts)
  }

  #named({ $ref }: Shape): Shape[] {
    if ($ref === '#') return [this.#whole]
    const found = this.#whole.$defs?.[$ref?.split('/').at(-1) ?? '']
    return found ? [found] : []
  }

  #items({ items, prefixItems = [] }: Shape, values: readonly unknown[]): string[] {
    const rest = typeof items === 'object' ? items : {}
    return values.flatMap((item, index) => this.read(prefixItems[index] ?? rest, item))
  }

  #members({ properties = {}, additionalProperties }: Shape, value: object): string[] {
    const rest = typeof additionalProperties === 'object' ? additionalProperties : {}
    return Object.entries(value).flatMap(([name, item]) =>
      this.read((Object.hasOwn(properties, name) ? properties[name] : undefined) ?? rest, item),
    )
  }
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(texts)
}
