import { builtInConnectors, loadConnector } from './connectors.ts'
import { HubSettings, SourceSettings } from './hub-settings.ts'
import { type Shape, shapeOf } from './schema-shape.ts'
import { REFERENCE_PATTERN } from './secret-reference.ts'
import { SourceId } from './source-id.ts'

/** The JSON Schema of `cchc.config.yaml` for editors: every connector's settings, secrets only as references. */
export async function configJsonSchema(): Promise<Record<string, unknown>> {
  const settings = closed(shapeOf(HubSettings))
  return {
    ...settings,
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'cchc.config.yaml',
    properties: {
      ...settings.properties,
      sources: {
        type: 'object',
        propertyNames: withoutDialect(shapeOf(SourceId)),
        additionalProperties: {
          anyOf: [...(await Promise.all(builtInConnectors().map(sourceShape))), outsideShape()],
        },
      },
    },
  }
}

async function sourceShape(id: string): Promise<Shape> {
  const connector = await loadConnector(id)
  if (!connector) throw new RangeError(`no connector ${id}`)
  const own = closed(shapeOf(connector.config))
  const common = closed(shapeOf(SourceSettings))
  const required = [own.required, common.required].flatMap((names) => (names ?? []) as string[])
  return withoutDialect({
    ...own,
    title: connector.title,
    properties: { ...common.properties, connector: { const: id }, ...own.properties },
    required: [...new Set(required)],
  })
}

/** A source whose connector comes from outside: what it may say is checked when its connector is loaded. */
function outsideShape(): Shape {
  const common = withoutDialect(shapeOf(SourceSettings))
  const connector = { type: 'string', not: { enum: builtInConnectors() } }
  return { ...common, title: 'connectors', properties: { ...common.properties, connector } }
}

function withoutDialect({ $schema: _, ...shape }: Shape): Shape {
  return shape
}

/** Objects allow no other keys, and secrets nothing but references: what the configuration check does, too. */
function closed(shape: Shape): Shape {
  const { secret, maySecret: _, properties, items, anyOf, additionalProperties, ...rest } = shape
  if (secret) return { type: 'string', pattern: REFERENCE_PATTERN }
  return {
    ...rest,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, inner]) => [name, closed(inner)]),
      ),
    }),
    ...(items && { items: closed(items) }),
    ...(anyOf && { anyOf: anyOf.map(closed) }),
    ...closedRest({ properties, additionalProperties }),
  }
}

function closedRest(shape: {
  readonly properties: Shape['properties'] | undefined
  readonly additionalProperties: Shape['additionalProperties'] | undefined
}): Shape {
  const { properties, additionalProperties } = shape
  if (typeof additionalProperties === 'object') {
    return { additionalProperties: closed(additionalProperties) }
  }
  return properties ? { additionalProperties: false } : {}
}
