import type { Store } from '@cchc/store'
import { storeCountingOnce } from '@cchc/store/views'
import type { ConfiguredSource } from './configured-source.ts'
import { ministriesOf } from './ministries.ts'

type Sources = readonly Pick<ConfiguredSource, 'id' | 'ministry' | 'movedTo'>[]

/**
 * The store as figures see it: what was moved from one system into another counts once, as the latter has it; what
 * ministries' systems hold counts as the configuration says, and never twice.
 */
export function countingOnce(store: Store, sources: Sources): Store {
  const ministries = Object.entries(ministriesOf(sources))
  return storeCountingOnce(store, [
    ...movedSources(sources).map((source) => ({ source, owner: null, counted: true })),
    ...ministries.map(([source, { name, counted }]) => ({ source, owner: name, counted })),
  ])
}

/** What dossiers were moved through last stands first: of two that hold one, it has the newer state. */
function movedSources(sources: Sources): readonly string[] {
  const moves = new Map(
    sources.flatMap(({ id, movedTo }): [string, string][] => (movedTo ? [[id, movedTo]] : [])),
  )
  const steps = (id: string): number => {
    const next = moves.get(id)
    return next === undefined ? 0 : 1 + steps(next)
  }
  return [...moves.keys()].toSorted((a, b) => steps(a) - steps(b))
}
