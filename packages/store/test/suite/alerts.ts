import { say } from '@cchc/domain'
import { describe, expect, test } from 'vitest'
import type { AlertChange, AlertState, NewAlertMessage } from '../../src/index.ts'
import { type Fixture, manualClock } from './fixture.ts'

const SENTENCE = say('Source {source} is stale', { source: 'một cửa' })
const STATE: AlertState = {
  ...{ alert: 'source-stale', subject: 'one-stop', severity: 'look', sentence: SENTENCE },
  ...{ since: 1_700_000_000_000, goneAt: null, told: null },
}
const MESSAGE: NewAlertMessage = { id: 'm1', channel: 'thư', content: { text: 'Nguồn cũ' } }
const NOTHING: AlertChange = { states: [], slots: {}, messages: [] }
const DAY_MS = 24 * 3_600_000

export function testAlerts(fixture: Fixture): void {
  describe('what is told of the hub itself', () => {
    test('is kept with the messages that tell it, and changed from what it was', async () => {
      const { store, url } = await fixture.fresh()
      const told = { at: 5, severity: 'broken' as const }
      const states = [STATE, { ...STATE, subject: 'other', goneAt: 9, told }]
      await store.changeAlerts(100, (log) => {
        expect(log).toEqual({ states: [], slots: {} })
        return { states, slots: { weekly: 7 }, messages: [MESSAGE] }
      })
      const again = await fixture.open(url)
      expect(await again.readAlerts()).toEqual({ states, slots: { weekly: 7 } })
      expect(await again.listAlertMessages({ limit: 9 })).toEqual([
        { ...MESSAGE, createdAt: 100, dueAt: 100, attempts: 0, deliveredAt: null, failure: null },
      ])
      const worse: AlertState = { ...STATE, severity: 'broken', told }
      await again.changeAlerts(200, ({ slots }) => {
        return { states: [worse], slots: { ...slots, digest: 8 }, messages: [] }
      })
      expect(await store.readAlerts()).toEqual({
        states: [worse],
        slots: { weekly: 7, digest: 8 },
      })
    })

    test('changes wholly or not at all', async () => {
      const { store } = await fixture.fresh()
      await store.changeAlerts(1, () => ({ ...NOTHING, states: [STATE], messages: [MESSAGE] }))
      const twice = store.changeAlerts(2, () => ({ ...NOTHING, messages: [MESSAGE] }))
      await expect(twice).rejects.toThrow()
      const thrown = store.changeAlerts(3, () => {
        throw new RangeError('no')
      })
      await expect(thrown).rejects.toThrow('no')
      expect((await store.readAlerts()).states).toEqual([STATE])
    })

    test('is changed by one after the other, each seeing what the other did', async () => {
      const { store, url } = await fixture.fresh()
      const other = await fixture.open(url)
      const addOne = (subject: string) => (log: { readonly states: readonly AlertState[] }) => ({
        ...NOTHING,
        states: [...log.states, { ...STATE, subject }],
      })
      const subjects = ['a', 'b', 'c', 'd', 'e', 'f']
      await Promise.all(
        subjects.map((one, index) => (index % 2 ? store : other).changeAlerts(1, addOne(one))),
      )
      const { states } = await store.readAlerts()
      expect(states.map(({ subject }) => subject)).toEqual(subjects)
    })

    test('is delivered by one at a time, again after a while unless it was settled', async () => {
      const clock = manualClock()
      const { store, url } = await fixture.fresh({ now: clock.now })
      const other = await fixture.open(url)
      const second = { ...MESSAGE, id: 'm2' }
      await store.changeAlerts(10, () => ({ ...NOTHING, messages: [MESSAGE, second] }))
      const claims = [store, other, store].map((one) => one.claimAlertMessage(20, 60))
      const claimed = (await Promise.all(claims)).map((one) => one?.id)
      expect(claimed.toSorted()).toEqual(['m1', 'm2', undefined])
      await other.settleAlertMessage('m1', { deliveredAt: 21, dueAt: null, failure: null })
      expect(await other.claimAlertMessage(79, 60)).toBeUndefined()
      expect(await other.claimAlertMessage(80, 60)).toMatchObject({ id: 'm2', attempts: 2 })
      const failure = say('no answer in time')
      await other.settleAlertMessage('m2', { deliveredAt: null, dueAt: 500, failure })
      expect(await store.listAlertMessages({ limit: 9, open: true })).toMatchObject([
        { id: 'm2', dueAt: 500, failure, deliveredAt: null },
      ])
      expect(await store.claimAlertMessage(499, 60)).toBeUndefined()
      expect(await store.claimAlertMessage(500, 60)).toMatchObject({ id: 'm2', attempts: 3 })
    })

    test('is forgotten ninety days after it was settled, and no sooner', async () => {
      const { store } = await fixture.fresh()
      const open = { ...MESSAGE, id: 'open' }
      await store.changeAlerts(0, () => ({ ...NOTHING, messages: [MESSAGE, open] }))
      await store.settleAlertMessage('m1', { deliveredAt: 5, dueAt: null, failure: null })
      const ids = async () => (await store.listAlertMessages({ limit: 9 })).map(({ id }) => id)
      await store.changeAlerts(90 * DAY_MS, () => NOTHING)
      expect(await ids()).toEqual(['m1', 'open'])
      await store.changeAlerts(90 * DAY_MS + 1, () => NOTHING)
      expect(await ids()).toEqual(['open'])
    })
  })
}
