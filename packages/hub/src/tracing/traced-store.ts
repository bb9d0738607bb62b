import type { Store } from '@cchc/store'
import type { Tracing } from './tracing.ts'

/** The same store, whose queries and commits are spans; what is read piece by piece is not. */
export function tracedStore(store: Store, tracing: Tracing): Store {
  const traced = spansOf('store', store, tracing)
  return {
    ...traced,
    actingFor: (act) => tracedStore(store.actingFor(act), tracing),
    beginRun: async (request) => spansOf('run', await traced.beginRun(request), tracing),
    claimPart: async (request) => {
      const part = await store.claimPart(request)
      return part && spansOf('part', part, tracing)
    },
  }
}

/** What grows in number with time alone, and what answers without a promise. */
const UNTRACED: ReadonlySet<string> = new Set([
  ...['heartbeat', 'keepSlot', 'close'],
  ...['scanDossiers', 'scanChanges', 'actingFor'],
])

function spansOf<T extends object>(name: string, target: T, tracing: Tracing): T {
  return new Proxy(target, {
    get(one, key) {
      const member: unknown = Reflect.get(one, key, one)
      if (typeof member !== 'function') return member
      const call = (...given: unknown[]) => Reflect.apply(member, one, given)
      if (typeof key !== 'string' || UNTRACED.has(key)) return call
      return (...given: unknown[]) =>
        tracing.span({ name: `${name} ${key}` }, async () => call(...given))
    },
  })
}
