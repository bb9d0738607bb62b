import { RunConflict, say } from '@cchc/domain'
import { describe, expect, test } from 'vitest'
import type { HeldSlot, Store } from '../../src/index.ts'
import { begin, type Fixture, finish, manualClock } from './fixture.ts'

const HOUR = 3_600_000
const NOW = 1_700_000_000_000
const ONE = { forEarlier: false }
const ENDED = { state: 'done', told: [say('too late')], files: ['a.xlsx'] } as const

const planned = (...slots: number[]) => slots.map((at) => ({ at, dueAt: at }))

export function testSlots(fixture: Fixture): void {
  describe('slots of schedules', () => {
    test('are kept once, and those ahead that are none any more are dropped', async () => {
      const { store } = await fixture.fresh()
      await store.planSlots('nightly', { slots: planned(NOW, NOW + HOUR), now: NOW })
      await claimed(store, NOW)
      await store.planSlots('nightly', { slots: planned(NOW, NOW + 2 * HOUR), now: NOW })
      expect(await slotsOf(store)).toEqual([
        [NOW + 2 * HOUR, 'due'],
        [NOW, 'running'],
      ])
      expect(await store.listLastSlots(NOW + HOUR)).toEqual([{ schedule: 'nightly', at: NOW }])
      expect(await store.listLastSlots(NOW - 1)).toEqual([])
    })

    test('are to be done from when they are due, by one at a time', async () => {
      const { store, url } = await fixture.fresh()
      const other = await fixture.open(url)
      const slots = [...planned(NOW), { at: NOW + 1, dueAt: NOW + HOUR }]
      await store.planSlots('nightly', { slots, now: NOW })
      expect(await dueOf(store, NOW - 1)).toEqual([])
      expect(await dueOf(store, NOW)).toEqual([NOW])
      expect(await claimOf(store, NOW + 1)).toBeUndefined()
      const attempts = await Promise.all([store, other, store].map((one) => claimOf(one, NOW)))
      expect(attempts.filter((slot) => slot !== undefined)).toHaveLength(1)
      expect(await dueOf(store, NOW)).toEqual([])
      expect(await claimOf(store, NOW + 1, NOW + HOUR)).toBeUndefined()
      await store.endSlot(held(attempts), { ...ENDED, now: NOW + 5 })
      expect(await claimOf(store, NOW)).toBeUndefined()
      const [, first] = await store.listSlots({ schedule: 'nightly', limit: 2 })
      expect(first).toMatchObject({ ...ENDED, beganAt: NOW, endedAt: NOW + 5, crashes: 0 })
      expect(await claimOf(other, NOW + 1, NOW + HOUR)).toMatchObject({ at: NOW + 1 })
    })

    test('of different schedules are done at the same time', async () => {
      const { store } = await fixture.fresh()
      for (const schedule of ['a', 'b']) {
        await store.planSlots(schedule, { slots: planned(NOW), now: NOW })
        const slot = await store.claimSlot({ schedule, at: NOW }, { now: NOW, ...ONE })
        expect(slot).toMatchObject({ schedule })
      }
    })

    test('that were missed can be done by one', async () => {
      const { store } = await fixture.fresh()
      await store.planSlots('nightly', { slots: planned(NOW, NOW + 1, NOW + 2), now: NOW + 2 })
      const last = { schedule: 'nightly', at: NOW + 2 }
      expect(await store.claimSlot(last, { now: NOW + 2, forEarlier: true })).toBeDefined()
      expect(await slotsOf(store)).toEqual([
        [NOW + 2, 'running'],
        [NOW + 1, 'skipped'],
        [NOW, 'skipped'],
      ])
    })

    test('are taken over when the lease is over, and who had them can do nothing any more', async () => {
      const { store, url } = await fixture.fresh()
      await store.planSlots('nightly', { slots: planned(NOW), now: NOW })
      const old = await claimed(store, NOW)
      await store.keepSlot(old)
      await fixture.query(url, 'update schedule_lease set expires_at = 1')
      expect(await dueOf(store, NOW)).toEqual([NOW])
      const next = await claimed(store, NOW)
      expect(next.crashes).toBe(1)
      const late = {
        keep: () => store.keepSlot(old),
        release: () => store.releaseSlot(old, { dueAt: 0, failed: true, told: [] }),
        end: () => store.endSlot(old, { ...ENDED, now: NOW }),
        run: () => begin(withSlot(store, old)),
      }
      for (const [name, attempt] of Object.entries(late)) {
        await expect(attempt(), name).rejects.toThrow(RunConflict)
      }
      expect((await store.listRuns()).items).toEqual([])
      await store.endSlot(next, { ...ENDED, now: NOW })
      await expect(store.keepSlot(next)).rejects.toThrow(RunConflict)
      expect(await slotsOf(store)).toEqual([[NOW, 'done']])
    })

    test('that are given back are due again later, with how often they failed', async () => {
      const { store } = await fixture.fresh()
      await store.planSlots('nightly', { slots: planned(NOW), now: NOW })
      const told = [say('too late')]
      const first = await claimed(store, NOW)
      await store.releaseSlot(first, { dueAt: NOW + HOUR, failed: true, told })
      expect(await claimOf(store, NOW)).toBeUndefined()
      const again = await claimOf(store, NOW, NOW + HOUR)
      expect(again).toMatchObject({ tries: 1, crashes: 0, told })
    })

    test('know the newest run of each source that they began', async () => {
      const { store, url } = await fixture.fresh()
      await store.planSlots('nightly', { slots: planned(NOW), now: NOW })
      const slot = await claimed(store, NOW)
      await begin(withSlot(store, slot))
      await fixture.query(url, 'update lease set expires_at = 1')
      await finish(await begin(withSlot(store, slot)))
      await finish(await begin(store, 'other'))
      const runs = [{ source: 'one-stop', run: '2', status: 'done' }]
      expect(await store.listSlotRuns(slot)).toEqual(runs)
    })

    test('that were done while the clock was far ahead are done when their time comes', async () => {
      const clock = manualClock(NOW)
      const { store } = await fixture.fresh({ now: clock.now })
      const ahead = NOW + 48 * HOUR
      await store.planSlots('nightly', { slots: planned(ahead), now: ahead })
      await store.endSlot(await claimed(store, ahead), { ...ENDED, now: ahead })
      await store.planSlots('nightly', { slots: planned(ahead), now: ahead })
      expect(await slotsOf(store)).toEqual([[ahead, 'done']])
      await store.planSlots('nightly', { slots: planned(ahead), now: NOW })
      expect(await slotsOf(store)).toEqual([[ahead, 'due']])
    })

    test('are no trouble in a database of before them', async () => {
      const { store, url } = await fixture.fresh()
      const { id } = await finish(await begin(store))
      await store.close()
      for (const table of ['schedule_slot', 'slot_run', 'schedule_lease']) {
        await fixture.query(url, `drop table ${table}`)
      }
      await fixture.query(url, `delete from kysely_migration where name = '014-schedules'`)
      const again = await fixture.open(url)
      expect(await again.listDueSlots(NOW)).toEqual([])
      expect((await again.getRun(id)).status).toBe('done')
    })
  })
}

function claimOf(store: Store, at: number, now = at) {
  return store.claimSlot({ schedule: 'nightly', at }, { now, ...ONE })
}

async function claimed(store: Store, at: number) {
  return (await claimOf(store, at)) ?? expect.fail('the slot is not to be had')
}

function held(attempts: readonly (HeldSlot | undefined)[]): HeldSlot {
  return attempts.find((slot) => slot !== undefined) ?? expect.fail('nobody has the slot')
}

async function slotsOf(store: Store) {
  const slots = await store.listSlots({ schedule: 'nightly', limit: 10 })
  return slots.map(({ at, state }) => [at, state])
}

async function dueOf(store: Store, now: number) {
  return (await store.listDueSlots(now)).map(({ at }) => at)
}

/** The store as a worker uses it that has a slot. */
function withSlot(store: Store, slot: HeldSlot): Store {
  return { ...store, beginRun: (request) => store.beginRun({ ...request, slot }) }
}
