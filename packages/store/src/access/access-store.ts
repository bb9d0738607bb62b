import type { Acting } from '../audit-log/acting.ts'
import { whileWritersWait } from '../history/settle.ts'
import { withStoreErrors } from '../store-failure.ts'
import type { AccessStore } from './access-key.ts'
import {
  createAccessKey,
  findAccessKey,
  hasAccessKeys,
  listAccessKeys,
  noteAccessKeyUse,
  revokeAccessKey,
} from './access-keys.ts'

/** The part of a store that keeps who may ask. */
export function createAccess(dialect: Acting, now: () => number): AccessStore {
  const { reader, writer } = dialect
  const attempt = <T>(work: () => Promise<T>) => withStoreErrors(dialect.explain, work)
  return {
    createAccessKey: (key) =>
      attempt(() =>
        whileWritersWait(dialect, now, (transaction, instant) =>
          createAccessKey(transaction, key, instant),
        ),
      ),
    listAccessKeys: () => attempt(() => listAccessKeys(reader)),
    hasAccessKeys: () => attempt(() => hasAccessKeys(reader)),
    findAccessKey: (id) => attempt(() => findAccessKey(reader, id)),
    revokeAccessKey: (id, by) =>
      attempt(() =>
        whileWritersWait(dialect, now, (transaction, instant) =>
          revokeAccessKey(transaction, id, { by, now: instant }),
        ),
      ),
    noteAccessKeyUse: (key) => attempt(() => noteAccessKeyUse(writer, key, now())),
  }
}
