import { describe, expect, test } from 'vitest'
import type { Repeat, RepeatClaim } from '../../src/index.ts'
import { type Fixture, manualClock } from './fixture.ts'

const LIMITS = { underwayMs: 1000, answeredMs: 60_000, most: 2 }
const REPEAT: Repeat = { name: 'key 3 abc', asked: 'everything' }

export function testRepeats(fixture: Fixture): void {
  describe('requests that are sent again', () => {
    test('are done by one of many, and answered by what that one kept', async () => {
      const { store, url } = await fixture.fresh()
      const other = await fixture.open(url)
      const claim = () => [store, other].map((one) => one.claimRepeat(REPEAT, LIMITS))
      const states = (claims: readonly RepeatClaim[]) => claims.map(({ state }) => state).sort()
      expect(states(await Promise.all(claim()))).toEqual(['mine', 'underway'])
      const asksElse = other.claimRepeat({ ...REPEAT, asked: 'nothing' }, LIMITS)
      expect(await asksElse).toEqual({ state: 'other' })
      await store.answerRepeat(REPEAT, '{"runs":[]}')
      const answered = { state: 'answered', answer: '{"runs":[]}' }
      expect(await Promise.all(claim())).toEqual([answered, answered])
      await store.dropRepeat(REPEAT)
      expect(await other.claimRepeat(REPEAT, LIMITS)).toEqual(answered)
    })

    test('may be done again once they failed, once who did them is gone, and when their time is over', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const state = async (name = 'a') =>
        (await store.claimRepeat({ ...REPEAT, name }, LIMITS)).state
      expect([await state(), await state()]).toEqual(['mine', 'underway'])
      await store.dropRepeat({ ...REPEAT, name: 'a' })
      expect([await state(), await state()]).toEqual(['mine', 'underway'])
      clock.pass(1000)
      expect([await state(), await state()]).toEqual(['mine', 'underway'])
      await store.answerRepeat({ ...REPEAT, name: 'a' }, '1')
      clock.pass(59_999)
      expect(await state()).toBe('answered')
      clock.pass(1)
      expect(await state()).toBe('mine')
    })

    test('are remembered up to so many, the newest', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      for (const name of ['a', 'b', 'c']) {
        await store.claimRepeat({ ...REPEAT, name }, LIMITS)
        await store.answerRepeat({ ...REPEAT, name }, name)
        clock.pass(1)
      }
      const state = async (name: string) =>
        (await store.claimRepeat({ ...REPEAT, name }, LIMITS)).state
      expect([await state('b'), await state('c'), await state('a')]).toEqual([
        'answered',
        'answered',
        'mine',
      ])
    })
  })
}
