import type { RunWriter, Store } from '@cchc/store'
import { openWatchedStore, type StoreWatch } from '@cchc/store/testing'
import type { SimulatedProcess } from './process.ts'
import type { VirtualTime } from './virtual-time.ts'

/** What stands between the hub and its database: nothing, or a planted bug. */
export interface Plant {
  readonly store?: (store: Store) => Store
  readonly bulk?: StoreWatch['bulk']
}

interface OpenedFor {
  readonly url: string
  readonly process: SimulatedProcess
  readonly time: VirtualTime
  readonly databaseNow: () => number
  readonly plant: Plant
  /** Told of each call that has been answered. */
  readonly onCalled: (method: string) => void
}

const LONGEST_CALL_MS = 20

/** The store of one process: before each call others have their turn, and every statement is a step of the process. */
export async function openStoreInTurns(options: OpenedFor): Promise<Store> {
  const { url, process, databaseNow, plant } = options
  const store = await openWatchedStore(
    { url, now: process.now },
    { databaseNow, beforeStatement: () => process.step(true), bulk: plant.bulk },
  )
  const inItsTurns = inTurns(store, options)
  return plant.store?.(inItsTurns) ?? inItsTurns
}

function inTurns<T extends Store | RunWriter>(target: T, options: OpenedFor): T {
  const { process, time, onCalled } = options
  const callIn = (name: string, method: Method) => async (first: unknown, second: unknown) => {
    await process.turn(LONGEST_CALL_MS)
    const result = await time.outside(async () => method.call(target, first, second))
    onCalled(name)
    process.step()
    return isWriter(result) ? inTurns(result, options) : result
  }
  const scanIn = (method: Method) =>
    async function* (query: unknown) {
      await process.turn(LONGEST_CALL_MS)
      yield* method.call(target, query, undefined) as AsyncIterable<unknown>
    }
  return new Proxy(target, {
    get(_, key) {
      const value: unknown = Reflect.get(target, key, target)
      const name = String(key)
      if (!isMethod(value)) return value
      if (name === 'close') return value.bind(target)
      return name.startsWith('scan') ? scanIn(value) : callIn(name, value)
    },
  })
}

type Method = (first: unknown, second: unknown) => unknown

function isMethod(value: unknown): value is Method {
  return typeof value === 'function'
}

function isWriter(value: unknown): value is RunWriter {
  return typeof value === 'object' && value !== null && 'completePass' in value
}
