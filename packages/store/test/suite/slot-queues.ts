import { describe, expect, test } from 'vitest'
import type { OfferedSlot } from '../../src/index.ts'
import type { Fixture } from './fixture.ts'

const slot = (at: number, change: Partial<OfferedSlot> = {}): OfferedSlot => {
  return { schedule: 'nightly', at, state: 'due', crashes: 0, ...change }
}

export function testSlotQueues(fixture: Fixture): void {
  describe('the queue of slots', () => {
    test('brings each slot that is offered to one taker, and those under way end before it closes', async () => {
      const { store } = await fixture.fresh()
      const taken: string[] = []
      const begun = Promise.withResolvers<void>()
      const goOn = Promise.withResolvers<void>()
      const queue = await store.openSlotQueue({
        atOnce: 2,
        async take({ at }) {
          taken.push(`begins ${at}`)
          if (taken.length === 2) begun.resolve()
          await goOn.promise
          taken.push(`ends ${at}`)
        },
        onError: (thrown) => void taken.push(String(thrown)),
      })
      await queue.offer([slot(1), slot(2)])
      await queue.offer([slot(1), slot(2)])
      await begun.promise
      await queue.offer([slot(1), slot(2)])
      const closed = queue.close()
      goOn.resolve()
      await closed
      expect(taken.sort()).toEqual(['begins 1', 'begins 2', 'ends 1', 'ends 2'])
    })

    test('is opened by several at once, and each slot comes to one of them', async () => {
      const { store, url } = await fixture.fresh()
      const stores = [store, await fixture.open(url), await fixture.open(url)]
      const taken: number[] = []
      const all = Promise.withResolvers<void>()
      const taker = {
        atOnce: 1,
        take: async ({ at }: { at: number }) => {
          if (taken.push(at) === 6) all.resolve()
        },
        onError: all.reject,
      }
      const queues = await Promise.all(stores.map((one) => one.openSlotQueue(taker)))
      await queues[0]?.offer([1, 2, 3, 4, 5, 6].map((at) => slot(at)))
      await all.promise
      for (const queue of queues) await queue.close()
      expect(taken.sort()).toEqual([1, 2, 3, 4, 5, 6])
    })

    test('tells what goes wrong, and takes what is offered afterwards', async () => {
      const { store } = await fixture.fresh()
      const taken: number[] = []
      const troubles: unknown[] = []
      const done = Promise.withResolvers<void>()
      const queue = await store.openSlotQueue({
        atOnce: 1,
        async take({ at }) {
          taken.push(at)
          if (at === 1) throw new Error('broken')
          done.resolve()
        },
        onError: (thrown) => void troubles.push(thrown),
      })
      await queue.offer([slot(1)])
      await queue.offer([slot(2)])
      await done.promise
      await queue.close()
      expect(taken).toEqual([1, 2])
      expect(troubles).toEqual([new Error('broken')])
    })
  })
}
