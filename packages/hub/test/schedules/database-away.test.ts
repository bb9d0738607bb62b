import { StoreError, say } from '@cchc/domain'
import type { RunWriter, Store } from '@cchc/store'
import { expect, test } from 'vitest'
import { performSlot } from '../../src/schedules/perform-slot.ts'
import { openScheduleRange } from './schedule-range.ts'

const range = openScheduleRange()
const AT = Date.parse('2026-03-01T02:15:00+07:00')

/** A database that goes away in the middle of each run and is back to write its end. */
function comingBack(store: Store): Store {
  const commit = () => Promise.reject(new StoreError(say('the database is gone')))
  return {
    ...store,
    beginRun: async (request) =>
      new Proxy(await store.beginRun(request), {
        get(writer, name: keyof RunWriter) {
          const own = name === 'commit' ? commit : writer[name]
          return typeof own === 'function' ? own.bind(writer) : own
        },
      }),
  }
}

test('a database that is restarted again and again is no try of the slot, for a day', async () => {
  const one = await range.open({ nightly: { sync: 'all', at: '15 2 * * *' } })
  await one.once()
  const context = await one.context()
  const attempt = (instant: number) =>
    performSlot(
      { ...context, store: comingBack(one.store), now: () => instant },
      { schedule: 'nightly', at: AT },
      {},
    )
  const slot = async () => (await one.store.listSlots({ schedule: 'nightly', limit: 20 })).at(-1)
  for (let turn = 0; turn < 4; turn += 1) {
    await attempt(AT + turn * 60_000)
    expect(await slot()).toMatchObject({
      ...{ at: AT, state: 'due', tries: 0, dueAt: AT + turn * 60_000 + 30_000 },
      told: [expect.objectContaining({ template: '{source}: {reason}' })],
    })
  }
  const nextDay = AT + 25 * 3_600_000
  await attempt(nextDay)
  expect(await slot()).toMatchObject({ state: 'due', tries: 1, dueAt: nextDay + 300_000 })
  one.setClock('2026-03-02T03:25:00')
  await one.once()
  expect(await slot()).toMatchObject({ state: 'skipped' })
})
