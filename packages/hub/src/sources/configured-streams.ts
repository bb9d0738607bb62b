import type { Store, StreamCompletion } from '@cchc/store'
import { storeWith } from '@cchc/store/views'
import type { ConfiguredSource } from './configured-source.ts'

/**
 * The store as its configuration has it: streams that were never read are known from when the configuration was opened
 * on (`since`, epoch ms), and sources that are gone owe nothing more.
 */
export function withConfiguredStreams(
  store: Store,
  { sources, since }: { readonly sources: readonly ConfiguredSource[]; readonly since: number },
): Store {
  const configured = sources.flatMap(streamsOf)
  const ids = new Set(sources.map(({ id }) => id))
  return storeWith(store, {
    async listCompletions(query = {}) {
      const stored = await store.listCompletions(query)
      const known = stored.map((one) => ({
        ...configured.find((own) => isSame(own, one)),
        ...one,
        ...(!ids.has(one.source) && { retired: true }),
      }))
      if (query.asKnownAt !== undefined && query.asKnownAt < since) return known
      return [...known, ...configured.filter((own) => !stored.some((one) => isSame(own, one)))]
    },
  })
}

type Stream = Pick<StreamCompletion, 'source' | 'stream'>

function isSame(a: Stream, b: Stream): boolean {
  return a.source === b.source && a.stream === b.stream
}

function streamsOf({ id, connector }: ConfiguredSource): StreamCompletion[] {
  return Object.entries(connector.streams).map(([stream, { entity }]) => {
    return { source: id, stream, entity, completedAt: null, covered: null }
  })
}
