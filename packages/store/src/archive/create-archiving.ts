import type { Acting } from '../audit-log/acting.ts'
import { whileWritersWait } from '../history/settle.ts'
import type { Store } from '../store.ts'
import { withStoreErrors } from '../store-failure.ts'

/** Loaded only where it is asked for: archives are SQLite files, whatever the store is. */
export function createArchiving(
  dialect: Acting,
  now: () => number,
): Pick<Store, 'backUp' | 'restore' | 'moveTo'> {
  const attempt = <T>(work: () => Promise<T>) => withStoreErrors(dialect.explain, work)
  const logged = async <T>(done: Promise<T>) => {
    const result = await done
    if (dialect.act) await whileWritersWait(dialect, now, async () => undefined)
    return result
  }
  return {
    backUp: (request) =>
      attempt(async () => {
        const { backUp } = await import('./back-up.ts')
        return logged(backUp(dialect, { request, now }))
      }),
    restore: (request) =>
      attempt(async () => {
        const { restore } = await import('./restore.ts')
        return logged(restore(dialect, { request, now }))
      }),
    moveTo: (request) =>
      attempt(async () => logged((await import('./move.ts')).moveTo(dialect, request))),
  }
}
