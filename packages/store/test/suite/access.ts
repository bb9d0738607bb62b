import { describe, expect, test } from 'vitest'
import type { NewAccessKey } from '../../src/index.ts'
import { type Fixture, manualClock } from './fixture.ts'

const KEY: NewAccessKey = {
  name: 'Sở Nội vụ',
  digest: 'a'.repeat(64),
  scopes: ['figures:read', 'enter'],
  organisations: ['H16.05'],
  isPublic: false,
  createdBy: 'an',
  expiresAt: null,
}

const WIDER = { organisations: null, isPublic: true, expiresAt: 7 }

export function testAccess(fixture: Fixture): void {
  describe('keys of the gateway', () => {
    test('are kept with what they may, and found by their ids alone', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      expect(await store.hasAccessKeys()).toBe(false)
      const one = await store.createAccessKey(KEY)
      const other = await store.createAccessKey({ ...KEY, ...WIDER })
      const fresh = { lastUsedAt: null, revokedAt: null, revokedBy: null }
      expect(one).toEqual({ ...KEY, ...fresh, id: one.id, createdAt: clock.now() })
      expect(other).toMatchObject(WIDER)
      expect(await store.listAccessKeys()).toEqual([one, other])
      expect(await store.findAccessKey(one.id)).toEqual(one)
      for (const none of ['99', '0', '-1', 'x', '1 or 1=1', '99999999999']) {
        expect(await store.findAccessKey(none)).toBeUndefined()
      }
      expect(await store.hasAccessKeys()).toBe(true)
    })

    test('are revoked once and for all, and stay', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const { id } = await store.createAccessKey(KEY)
      const revoked = await store.revokeAccessKey(id, 'binh')
      expect(revoked).toMatchObject({ revokedBy: 'binh', revokedAt: expect.any(Number) })
      await expect(store.revokeAccessKey(id, 'an')).rejects.toMatchObject({ code: 'usage_invalid' })
      await expect(store.revokeAccessKey('9', 'an')).rejects.toMatchObject({ code: 'not_found' })
      expect(await store.listAccessKeys()).toEqual([revoked])
      expect(await store.hasAccessKeys()).toBe(true)
    })

    test('show when they were last used, to the minute', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const { id } = await store.createAccessKey(KEY)
      const use = async () => {
        const key = await store.findAccessKey(id)
        if (key) await store.noteAccessKeyUse(key)
        return (await store.findAccessKey(id))?.lastUsedAt
      }
      const first = clock.now()
      expect(await use()).toBe(first)
      clock.pass(59_000)
      expect(await use()).toBe(first)
      expect(await use()).toBe(first)
      expect(clock.pass(1_000)).toBe(await use())
    })
  })
}
