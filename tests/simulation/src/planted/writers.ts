import type { RunWriter, Store } from '@cchc/store'
import { overridden } from '../overridden.ts'

/** The same store, of which every run writes by another writer. */
export function withWriters(
  store: Store,
  change: (writer: RunWriter) => Partial<RunWriter>,
): Store {
  const changed = async (request: Parameters<Store['beginRun']>[0]) => {
    const writer = await store.beginRun(request)
    return overridden(writer, change(writer))
  }
  return overridden(store, { beginRun: changed })
}
