import { ConfigError, say } from '@cchc/domain'
import type { HubConfig } from '../config/check-config.ts'
import type { HubContext } from '../context.ts'
import { quoted, requireKnown } from '../near.ts'
import type { ConfiguredSource } from './configured-source.ts'

/** The configured sources of those ids, in the order of the configuration; throws NotFoundError for an unknown one. */
export function chooseSources(
  { sources }: Pick<HubConfig, 'sources'>,
  ids: readonly string[] | undefined,
): readonly ConfiguredSource[] {
  const known = sources.map(({ id }) => id)
  for (const id of ids ?? []) {
    requireKnown(id, known, say('No source {name} is configured', { name: quoted(id) }))
  }
  return sources.filter(({ id }) => !ids || ids.includes(id))
}

/** Throws ConfigError where there is nothing to read: that nothing failed would say that all is well. */
export function requireAnySource({ sources }: Pick<HubConfig, 'sources'>): void {
  if (sources.length > 0) return
  throw new ConfigError(say('No source is configured.'), {
    fix: say('Add one to the configuration: cchc init shows what it looks like.'),
  })
}

/** Throws NotFoundError for a source that is not configured and of which nothing is stored. */
export async function requireSource(
  { config, store }: Pick<HubContext, 'config' | 'store'>,
  id: string | undefined,
): Promise<void> {
  if (id === undefined) return
  if ((await store.listRuns({ source: id, limit: 1 })).items.length > 0) return
  chooseSources(config, [id])
}
