import { resolve } from 'node:path'
import { decodeBytes, isAppError, type Message, say } from '@cchc/domain'
import { readOrdinary } from '@cchc/files/disk'

/** Where secrets come from. */
export interface SecretSources {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Folder that `${file:…}` starts from. */
  readonly folder: string
}

/** What a reference stands for, or what is wrong with it. */
export type Resolved = { readonly value: string } | { readonly fault: Message }

const ENV = /^\$\{env:([A-Za-z_][A-Za-z0-9_]*)\}$/
const FILE = /^\$\{file:([^}]+)\}$/

/** Written in a configuration's JSON Schema for values that must be references. */
export const REFERENCE_PATTERN = '^\\$\\{(env:[A-Za-z_][A-Za-z0-9_]*|file:[^}]+)\\}$'

/** Whether a text was meant as a reference, well written or not. */
export function looksLikeReference(value: unknown): boolean {
  return typeof value === 'string' && value.includes('${')
}

/** Resolves `${env:NAME}` and `${file:PATH}`; a fault never repeats what was written, for it may be the secret itself. */
export function resolveSecret(written: unknown, sources: SecretSources): Resolved {
  const text = typeof written === 'string' ? written.trim() : ''
  const variable = ENV.exec(text)?.[1]
  if (variable) return fromEnvironment(variable, sources)
  const path = FILE.exec(text)?.[1]
  if (path) return fromFile(path, sources)
  return {
    fault: say(
      `is a secret and must not be written here: write \${env:NAME} and set that environment variable, or \${file:PATH} and put it into that file`,
    ),
  }
}

function fromEnvironment(name: string, { env }: SecretSources): Resolved {
  const value = env[name]
  if (value !== undefined && value !== '') return { value }
  return {
    fault: say(
      `the environment variable {name} is not set: export {name}=… before you start, or write \${file:PATH} and put the value into that file`,
      { name },
    ),
  }
}

function fromFile(path: string, { folder }: SecretSources): Resolved {
  try {
    const decoded = decodeBytes(readOrdinary(resolve(folder, path)))
    if (!('text' in decoded)) return { fault: say('the file {path} is not UTF-8 text', { path }) }
    const value = decoded.text.replace(/\r?\n$/, '')
    return value === '' ? { fault: say('the file {path} is empty', { path }) } : { value }
  } catch (error) {
    if (isAppError(error)) return { fault: error.said }
    const code = (error as NodeJS.ErrnoException).code ?? say('unreadable')
    return { fault: say('the file {path} cannot be read ({code})', { path, code }) }
  }
}
