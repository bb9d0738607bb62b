import type { MinistrySystem } from '@cchc/domain'
import type { Store } from '@cchc/store'
import { storeCountingOnce } from '@cchc/store/views'
import type { ConfiguredSource } from './configured-source.ts'

/** The sources that are ministries' central systems, by their ids. */
export function ministriesOf(
  sources: readonly Pick<ConfiguredSource, 'id' | 'ministry'>[],
): Readonly<Record<string, MinistrySystem>> {
  return Object.fromEntries(
    sources.flatMap(({ id, ministry }) => (ministry ? [[id, ministry]] : [])),
  )
}

/** The store as figures see it: what ministries' systems hold counts as the configuration says, and never twice. */
export function withMinistries(store: Store, sources: readonly ConfiguredSource[]): Store {
  const ministries = Object.entries(ministriesOf(sources))
  return storeCountingOnce(
    store,
    ministries.map(([source, { name, counted }]) => ({ source, owner: name, counted })),
  )
}
