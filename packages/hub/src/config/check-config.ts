import {
  ConfigError,
  type Fault,
  faultAt,
  type Message,
  type ReportTemplate,
  say,
} from '@cchc/domain'
import type { ConfiguredSource } from '../sources/configured-source.ts'
import { checkSource, type KnownConnectors } from './check-source.ts'
import { type Checked, checked, isMapping, mapping } from './checked.ts'
import { builtInConnectors, loadConnector } from './connectors.ts'
import { HubSettings } from './hub-settings.ts'
import { movedFaults } from './moved-faults.ts'
import { loadOutside, type OutsideConnectors } from './outside-connectors.ts'
import { unknownSources } from './schedule-faults.ts'
import { type Shape, shapeOf } from './schema-shape.ts'
import type { SecretSources } from './secret-reference.ts'

export interface HubConfig extends HubSettings {
  readonly sources: readonly ConfiguredSource[]
  /** The forms of the configured folder. */
  readonly templates: readonly ReportTemplate[]
  /** Where forms are learnt; absent = the configuration is no file. */
  readonly formsFolder?: string
}

/** Checks a written configuration; throws a ConfigError that names every fault at once. */
export async function checkConfig(
  written: unknown,
  options: { readonly name: Message; readonly secrets: SecretSources },
): Promise<Omit<HubConfig, 'templates'>> {
  const { name, secrets } = options
  const { sources: writtenSources, ...rest } = mapping(written)
  const settings = checked(rest, { schema: HubSettings, shape: settingsShape(), path: '', secrets })
  const outside = await loadOutside(settings.value?.connectors ?? [], {
    folder: secrets.folder,
    taken: builtInConnectors(),
  })
  const connectors = withOutside(outside)
  const sources: Checked<ConfiguredSource>[] = []
  for (const [id, source] of Object.entries(
    isMapping(writtenSources) ? (writtenSources ?? {}) : {},
  )) {
    sources.push(await checkSource({ id, source, secrets, connectors }))
  }
  const faults = [
    ...shapeFaults(written, writtenSources),
    ...settings.faults,
    ...outside.faults,
    ...sources.flatMap((source) => source.faults),
    ...movedFaults(mapping(writtenSources)),
    ...unknownSources(settings.value?.schedules ?? {}, Object.keys(mapping(writtenSources))),
  ]
  if (faults.length > 0 || !settings.value) throw invalid(name, faults)
  return {
    ...settings.value,
    sources: sources.flatMap(({ value }) => (value ? [value] : [])),
  }
}

function withOutside({ connectors, faults }: OutsideConnectors): KnownConnectors {
  return {
    ids: [...builtInConnectors(), ...connectors.map(({ id }) => id)],
    lacking: faults.length > 0,
    load: async (id) => connectors.find((one) => one.id === id) ?? (await loadConnector(id)),
  }
}

/** `sources` is known at the top, though each source is checked by its connector. */
function settingsShape(): Shape {
  const shape = shapeOf(HubSettings)
  return { ...shape, properties: { ...shape.properties, sources: {} } }
}

function invalid(name: Message, faults: readonly Fault[]): ConfigError {
  const count = faults.length
  return new ConfigError(
    count === 1
      ? say('{name} has one fault', { name })
      : say('{name} has {count} faults', { name, count }),
    {
      faults,
      fix: say('Correct {name} and try again; cchc init writes an example with comments.', {
        name,
      }),
    },
  )
}

function shapeFaults(written: unknown, sources: unknown): Fault[] {
  const message = say('must be a mapping (name: value)')
  if (!isMapping(written)) return [faultAt(say('(whole file)'), message)]
  return isMapping(sources) ? [] : [{ path: 'sources', message }]
}
