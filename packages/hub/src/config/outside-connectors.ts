import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Connector, contractFault } from '@cchc/connector-kit'
import { type Fault, isAppError, type Message, say } from '@cchc/domain'

/** Connectors that are no part of the hub, and what kept others from being loaded; `path` is that of the setting. */
export interface OutsideConnectors {
  readonly connectors: readonly Connector[]
  readonly faults: readonly Fault[]
}

/** Those of this process, by id: their phrases are among the texts that it can say. */
const loaded = new Map<string, Connector>()

/** The connectors from outside that this process has loaded so far. */
export function loadedOutside(): Connector[] {
  return [...loaded.values()]
}

/**
 * Loads connectors by the names of their packages, which are installed beside the configuration or beside the hub, or
 * by paths that start from the configuration's folder. Every exported connector of a package is taken. Throws nothing:
 * what cannot be loaded is a fault, without the text of foreign errors.
 */
export async function loadOutside(
  named: readonly string[],
  options: { readonly folder: string; readonly taken: readonly string[] },
): Promise<OutsideConnectors> {
  const connectors = new Map<string, Connector>()
  const faults: Fault[] = []
  const refuse = (at: number, message: Message) =>
    faults.push({ path: `connectors.${at}`, message })
  for (const [at, name] of named.entries()) {
    const found = await exportsOf(name, options.folder)
    if ('fault' in found) refuse(at, found.fault)
    else for (const connector of found.connectors) take(connector, at)
  }
  function take(connector: Connector, at: number): void {
    const { id } = connector
    const other = contractFault(connector)
    if (other) refuse(at, other)
    else if (connectors.has(id) || options.taken.includes(id)) {
      refuse(at, say('brings a connector {id}, but there is one of that id already', { id }))
    } else connectors.set(id, connector)
  }
  for (const [id, connector] of connectors) loaded.set(id, connector)
  return { connectors: [...connectors.values()], faults }
}

type Found = { readonly connectors: readonly Connector[] } | { readonly fault: Message }

async function exportsOf(name: string, folder: string): Promise<Found> {
  const place = placeOf(name, folder)
  if (place === undefined) return { fault: notFound(name, folder) }
  try {
    const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(place).href)
    const connectors = [...new Set(Object.values(module))].filter(isConnector)
    if (connectors.length > 0) return { connectors }
    return { fault: say('exports no connector: export what defineConnector gives') }
  } catch (thrown) {
    return { fault: broken(thrown) }
  }
}

function notFound(name: string, folder: string): Message {
  if (isPath(name) && existsSync(resolve(folder, name, 'package.json'))) {
    return say('this package is not built: run npm install and npm run build in it')
  }
  return isPath(name)
    ? say(
        'there is no package and no module at this path; it starts from the folder of the configuration',
      )
    : say(
        'no package of this name is installed: npm install it beside the configuration, or name a path',
      )
}

function broken(thrown: unknown): Message {
  if (isAppError(thrown)) return thrown.said
  const { code, name = 'Error' } = (thrown ?? {}) as { code?: unknown; name?: string }
  return say('cannot be loaded ({code}): see what node says when it imports it', {
    code: typeof code === 'string' ? code : name,
  })
}

function isPath(name: string): boolean {
  return /^(\.{1,2}[/\\]|[/\\]|[A-Za-z]:[/\\])/.test(name) || name === '.'
}

/** The file that is imported for a name; undefined where there is none. */
function placeOf(name: string, folder: string): string | undefined {
  if (!isPath(name)) {
    return resolved(name, join(folder, 'package.json')) ?? resolved(name, import.meta.filename)
  }
  const path = resolve(folder, name)
  return ownEntry(path) ?? resolved(path, join(folder, 'package.json'))
}

/** A package's entry as it says itself; a package may name itself where it states exports. */
function ownEntry(path: string): string | undefined {
  try {
    const own = join(path, 'package.json')
    const { name } = JSON.parse(readFileSync(own, 'utf8')) as { readonly name?: unknown }
    return typeof name === 'string' ? resolved(name, own) : undefined
  } catch {
    return undefined
  }
}

function resolved(name: string, from: string): string | undefined {
  try {
    return createRequire(from).resolve(name)
  } catch {
    return undefined
  }
}

function isConnector(value: unknown): value is Connector {
  if (typeof value !== 'object' || value === null) return false
  const { id, version, title, config, streams, ...does } = value as Record<string, unknown>
  const isFunction = (name: string) => typeof does[name] === 'function'
  return (
    [id, version, title].every((text) => typeof text === 'string') &&
    [config, streams].every((part) => typeof part === 'object' && part !== null) &&
    (isFunction('receive') || ['open', 'check'].every(isFunction))
  )
}
