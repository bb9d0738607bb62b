import type { Connector } from '@cchc/connector-kit'
import { ConfigError, type Fault, type ReportTemplate } from '@cchc/domain'
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
  options: { readonly name: string; readonly secrets: SecretSources },
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

function invalid(name: string, faults: readonly Fault[]): ConfigError {
  const count = faults.length === 1 ? 'one fault' : `${faults.length} faults`
  return new ConfigError(`${name} has ${count}`, {
    faults,
    fix: `Correct ${name} and try again; cchc init writes an example with comments.`,
  })
}

function shapeFaults(written: unknown, sources: unknown): Fault[] {
  const message = 'must be a mapping (name: value)'
  if (!isMapping(written)) return [{ path: '(whole file)', message }]
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
  const idFaults = faultsOf(SourceId.safeParse(id), { path, written: id })
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
    message: `no connector is called ${kind}. ${suggestion(kind, known)} Allowed: ${known.join(', ')}`,
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
  const parsed = options.schema.safeParse(inspected.value)
  const found = new Set(inspected.faults.map(({ path }) => path))
  const wrong = faultsOf(parsed, { path: options.path, written: inspected.value })
  const faults = [...inspected.faults, ...wrong.filter(({ path }) => !found.has(path))]
  return { value: parsed.success ? parsed.data : undefined, faults }
}

function faultsOf(
  parsed: z.ZodSafeParseResult<unknown>,
  context: { readonly path: string; readonly written: unknown },
): Fault[] {
  if (parsed.success) return []
  return parsed.error.issues.map((issue) => {
    const steps = issue.path.map(String)
    return { path: steps.reduce(join, context.path), message: inWords(issue) }
  })
}

/** Says what is allowed, in words for people who do not write schemas. */
function inWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message
  const missing = /^Invalid input: expected (.+), received undefined$/.exec(issue.message)
  if (missing) return `is required (${missing[1]})`
  const unquoted = /expected string, received number$/.test(issue.message)
  return unquoted ? `${issue.message}: put it in quotes` : issue.message
}
