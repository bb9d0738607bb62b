import type { Connector } from '@cchc/connector-kit'
import {
  ConfigError,
  type Fault,
  faultAt,
  type Message,
  messageOfIssue,
  type ReportTemplate,
  say,
} from '@cchc/domain'
import type { z } from 'zod'
import { suggestion } from '../near.ts'
import { connectorIds, loadConnector } from './connectors.ts'
import { HubSettings, SourceId, SourceSettings } from './hub-settings.ts'
import { type Inspected, inspect, join } from './inspect.ts'
import { type Shape, shapeOf } from './schema-shape.ts'
import type { SecretSources } from './secret-reference.ts'

/** A source that is ready to be opened. */
export interface ConfiguredSource {
  readonly id: string
  readonly connector: Connector
  /** Parsed by the connector's own schema; holds secrets. */
  readonly config: unknown
  readonly maxAgeHours: number
}

export interface HubConfig extends HubSettings {
  readonly sources: readonly ConfiguredSource[]
  /** The forms of the configured folder. */
  readonly templates: readonly ReportTemplate[]
}

/** Checks a written configuration; throws a ConfigError that names every fault at once. */
export async function checkConfig(
  written: unknown,
  options: { readonly name: Message; readonly secrets: SecretSources },
): Promise<Omit<HubConfig, 'templates'>> {
  const { name, secrets } = options
  const { sources: writtenSources, ...rest } = mapping(written)
  const settings = checked(rest, { schema: HubSettings, shape: settingsShape(), path: '', secrets })
  const sources: Checked<ConfiguredSource>[] = []
  for (const [id, source] of Object.entries(mapping(writtenSources))) {
    sources.push(await checkSource({ id, source, secrets }))
  }
  const faults = [
    ...shapeFaults(written, writtenSources),
    ...settings.faults,
    ...sources.flatMap((source) => source.faults),
  ]
  if (faults.length > 0 || !settings.value) throw invalid(name, faults)
  return {
    ...settings.value,
    sources: sources.flatMap(({ value }) => (value ? [value] : [])),
  }
}

interface Checked<T> {
  readonly value: T | undefined
  readonly faults: readonly Fault[]
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

function isMapping(value: unknown): boolean {
  return (
    value === undefined || value === null || (typeof value === 'object' && !Array.isArray(value))
  )
}

/** An empty section is read as one without settings. */
function mapping(value: unknown): Record<string, unknown> {
  if (value === undefined || value === null || !isMapping(value)) return {}
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null))
}

async function checkSource(entry: {
  readonly id: string
  readonly source: unknown
  readonly secrets: SecretSources
}): Promise<Checked<ConfiguredSource>> {
  const { id, secrets } = entry
  const path = `sources.${id}`
  const idFaults = faultsIn(SourceId.safeParse(id, REPORTED), path)
  const { connector: kind, maxAgeHours, ...rest } = mapping(entry.source)
  const connector = typeof kind === 'string' ? await loadConnector(kind) : undefined
  const common = checked(
    { connector: kind, ...(maxAgeHours === undefined ? {} : { maxAgeHours }) },
    { schema: SourceSettings, shape: shapeOf(SourceSettings), path, secrets },
  )
  if (!connector) {
    const unknown = typeof kind === 'string' ? [unknownConnector(path, kind)] : []
    return { value: undefined, faults: [...idFaults, ...common.faults, ...unknown] }
  }
  const shape = withCommonKeys(shapeOf(connector.config))
  const own = checked(rest, { schema: connector.config, shape, path, secrets })
  const faults = [...idFaults, ...common.faults, ...own.faults]
  if (faults.length > 0 || !common.value) return { value: undefined, faults }
  const value = { id, connector, config: own.value, maxAgeHours: common.value.maxAgeHours }
  return { value, faults }
}

function withCommonKeys(shape: Shape): Shape {
  return { ...shape, properties: { ...shapeOf(SourceSettings).properties, ...shape.properties } }
}

function unknownConnector(path: string, kind: string): Fault {
  const known = connectorIds()
  return {
    path: join(path, 'connector'),
    message: say('no connector is called {kind}. {suggestion} Allowed: {names}', {
      kind,
      suggestion: suggestion(kind, known),
      names: known.join(', '),
    }),
  }
}

function checked<S extends z.ZodType>(
  written: unknown,
  options: {
    readonly schema: S
    readonly shape: Shape
    readonly path: string
    readonly secrets: SecretSources
  },
): Checked<z.output<S>> {
  const inspected: Inspected = inspect(written, options)
  const parsed = options.schema.safeParse(inspected.value, REPORTED)
  const found = new Set(inspected.faults.map(({ path }) => path))
  const wrong = faultsIn(parsed, options.path)
  const faults = [...inspected.faults, ...wrong.filter(({ path }) => !found.has(path))]
  return { value: parsed.success ? parsed.data : undefined, faults }
}

/** What is missing, or needs quotes, is seen by the input. */
const REPORTED = { reportInput: true } as const

function faultsIn(parsed: z.ZodSafeParseResult<unknown>, path: string): Fault[] {
  return (parsed.error?.issues ?? []).map((issue) => ({
    path: issue.path.map(String).reduce(join, path),
    message: settingFault(issue),
  }))
}

/** Says what is allowed, in words for people who do not write schemas. */
function settingFault(issue: z.core.$ZodIssue): Message {
  if (issue.code === 'invalid_key') return messageOfIssue(issue.issues[0] ?? issue)
  const fault = messageOfIssue(issue)
  if (issue.code !== 'invalid_type') return fault
  if (issue.input === undefined) {
    return say('is required ({expected})', { expected: KINDS[issue.expected] ?? issue.expected })
  }
  const unquoted = issue.expected === 'string' && Number.isFinite(issue.input)
  return unquoted ? say('{fault}: put it in quotes', { fault }) : fault
}

const KINDS: Readonly<Record<string, Message>> = {
  string: say('string'),
  number: say('number'),
  int: say('int'),
  boolean: say('boolean'),
  array: say('array'),
  object: say('object'),
  record: say('record'),
}
