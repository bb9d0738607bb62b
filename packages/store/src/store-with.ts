import type { Store } from './store.ts'

/** A store that answers some questions in another way than the one behind it, and all others as that one does. */
export function storeWith(store: Store, changed: Partial<Store>): Store {
  return withChanged(store, changed)
}

/** The same of anything that has methods. */
export function withChanged<T extends object>(base: T, changed: Partial<T>): T {
  return new Proxy(base, {
    get(target, name) {
      const member: unknown = Reflect.get(changed, name) ?? Reflect.get(target, name, target)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}
