import { resolve } from 'node:path'
import { say, UsageError } from '@cchc/domain'
import { looksLikeReference, resolveSecret, type SecretSources } from './secret-reference.ts'

/** The URL of a database with its path from the folder of the configuration. */
export function storeUrlIn(folder: string, url: string): string {
  const file = /^sqlite:(?!:memory:)(.+)$/.exec(url)?.[1]
  return file === undefined ? url : `sqlite:${resolve(folder, file)}`
}

/** The same of a URL that is given beside the configuration, written as it would be written there: a reference too. */
export function givenStoreUrl(written: string, sources: SecretSources): string {
  if (!looksLikeReference(written)) return storeUrlIn(sources.folder, written)
  const resolved = resolveSecret(written, sources)
  if ('value' in resolved) return storeUrlIn(sources.folder, resolved.value)
  const message = say('The database URL is wrong: {reason}.', { reason: resolved.fault })
  throw new UsageError(message, { faults: [{ path: 'to', message: resolved.fault }] })
}
