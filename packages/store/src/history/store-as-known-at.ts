import type { Store } from '../store.ts'
import { storeWith } from '../store-with.ts'

/**
 * The reading half of a store as it was known at an instant (epoch ms): what was learnt later is not there, what was
 * superseded or removed since is. Everything it gives stays the same for ever, once the instant is settled.
 */
export function storeAsKnownAt(store: Store, asKnownAt: number): Store {
  const counted = new Map<string, ReturnType<Store['ledger']>>()
  return storeWith(store, {
    scanDossiers: (query) => store.scanDossiers({ ...query, asKnownAt }),
    listRecords: (entity, query = {}) => store.listRecords(entity, { ...query, asKnownAt }),
    listCompletions: () => store.listCompletions({ asKnownAt }),
    listEnteredFigures: (query = {}) => store.listEnteredFigures({ ...query, asKnownAt }),
    listDocuments: (query = {}) => store.listDocuments({ ...query, asKnownAt }),
    listPeriodEvents: (query = {}) => store.listPeriodEvents({ ...query, asKnownAt }),
    ledger(query) {
      const key = JSON.stringify(query)
      const cells = counted.get(key) ?? store.ledger({ ...query, asKnownAt })
      counted.set(key, cells)
      return cells
    },
  })
}
