import type { Connector } from '@cchc/connector-kit'
import { type Fault, say } from '@cchc/domain'
import { suggestion } from '../near.ts'
import type { ConfiguredSource } from '../sources/configured-source.ts'
import { type Checked, checked, faultsIn, mapping, REPORTED } from './checked.ts'
import { SourceSettings } from './hub-settings.ts'
import { join } from './inspect.ts'
import { type Shape, shapeOf } from './schema-shape.ts'
import type { SecretSources } from './secret-reference.ts'
import { SourceId } from './source-id.ts'

/** The connectors that a source can name, each loaded when one does. */
export interface KnownConnectors {
  readonly ids: readonly string[]
  /** Whether others were named that could not be loaded: a name that is not known may be one of theirs. */
  readonly lacking: boolean
  load(id: string): Promise<Connector | undefined>
}

/** Checks a written source by the schema of its connector. */
export async function checkSource(entry: {
  readonly id: string
  readonly source: unknown
  readonly secrets: SecretSources
  readonly connectors: KnownConnectors
}): Promise<Checked<ConfiguredSource>> {
  const { id, secrets, connectors } = entry
  const path = `sources.${id}`
  const idFaults = faultsIn(SourceId.safeParse(id, REPORTED), path)
  const {
    connector: kind,
    maxAgeHours,
    gate,
    ministry,
    movedTo,
    drift,
    ...rest
  } = mapping(entry.source)
  const connector = typeof kind === 'string' ? await connectors.load(kind) : undefined
  const common = checked(
    { connector: kind, ...given({ maxAgeHours, gate, ministry, movedTo, drift }) },
    { schema: SourceSettings, shape: shapeOf(SourceSettings), path, secrets },
  )
  if (!connector) {
    const isUnknown = typeof kind === 'string' && !connectors.lacking
    const unknown = isUnknown ? [unknownConnector(path, kind, connectors.ids)] : []
    return { value: undefined, faults: [...idFaults, ...common.faults, ...unknown] }
  }
  const shape = withCommonKeys(shapeOf(connector.config))
  const own = checked(rest, { schema: connector.config, shape, path, secrets })
  const faults = [...idFaults, ...common.faults, ...own.faults, ...baseUrlFaults(rest, path)]
  if (faults.length > 0 || !common.value) return { value: undefined, faults }
  const { connector: _, ...facts } = common.value
  // The configuration is what this connector's own schema made of it.
  const value = { id, kind: connector.kind, connector, config: own.value, ...facts }
  return { value: value as ConfiguredSource, faults }
}

/** Only what is written. */
function given(keys: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined))
}

function withCommonKeys(shape: Shape): Shape {
  return { ...shape, properties: { ...shapeOf(SourceSettings).properties, ...shape.properties } }
}

function unknownConnector(path: string, kind: string, known: readonly string[]): Fault {
  return {
    path: join(path, 'connector'),
    message: say('no connector is called {kind}. {suggestion}', {
      kind,
      suggestion: suggestion(kind, known),
    }),
  }
}

/** Paths are put behind a base URL: a query or fragment there would be sent with none of them, or take their place. */
function baseUrlFaults({ baseUrl }: Readonly<Record<string, unknown>>, path: string): Fault[] {
  if (typeof baseUrl !== 'string' || !URL.canParse(baseUrl)) return []
  if (!/[?#]/.test(baseUrl)) return []
  return [{ path: join(path, 'baseUrl'), message: say('must end before ? or #') }]
}
