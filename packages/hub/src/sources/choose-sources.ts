import { say } from '@cchc/domain'
import type { HubConfig } from '../config/check-config.ts'
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
