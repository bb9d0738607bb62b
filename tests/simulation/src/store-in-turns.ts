import type { RunWriter, Store } from '@cchc/store'
import { openWatchedStore } from '@cchc/store/testing'
import type { SimulatedProcess } from './process.ts'
import type { VirtualTime } from './virtual-time.ts'

/** What stands between the hub and its store: nothing, or a planted bug. */
export type Plant = (store: Store) => Store

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
    { databaseNow, beforeStatement: () => process.step() },
  )
  return plant(inTurns(store, options))
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
      const value = Reflect.get(target, key, target)
      const name = String(key)
      if (typeof value !== 'function') return value
      if (name === 'close') return value.bind(target)
      return name.startsWith('scan') ? scanIn(value) : callIn(name, value)
    },
  })
}

type Method = (first: unknown, second: unknown) => unknown

function isWriter(value: unknown): value is RunWriter {
  return typeof value === 'object' && value !== null && 'completePass' in value
}
