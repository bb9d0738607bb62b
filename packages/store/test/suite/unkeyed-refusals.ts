import { type Dossier, say, UsageError } from '@cchc/domain'
import { describe, expect, test } from 'vitest'
import type { Batch, Refusal, Store } from '../../src/index.ts'
import { batch, catalogueBatch, dossier, dossiers, FIRST_DAY, procedures } from './dossiers.ts'
import { begin, type Fixture, finish, manualClock } from './fixture.ts'

const TOLD = { cursor: undefined, acceptRemovals: false }
const KEY = { keyFields: ['code'] }

export function testUnkeyedRefusals(fixture: Fixture): void {
  describe('a refused record without a key', () => {
    test('is resolved when the same content comes with one, and not by other content', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      await run.commit(batch([], { refusals: [nameless(dossier('A'))], ...KEY }))
      await run.commit(batch([dossier('B', { channel: 'postal' })], KEY))
      expect(await open(store)).toHaveLength(1)
      await finish(run)
      await (await begin(store)).commit(batch([dossier('B')], KEY))
      expect(await open(store)).toEqual([])
    })

    test('is resolved by its lasting id, whatever else changed', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      const refused = nameless(dossier('A', { lastingId: '7' }))
      await run.commit(batch([], { refusals: [refused], ...KEY }))
      await run.commit(batch([dossier('B', { lastingId: '8' })], KEY))
      expect(await open(store)).toHaveLength(1)
      const numbered = dossier('B2', { lastingId: '7', version: 99, status: 'finished' })
      await run.commit(batch([numbered], KEY))
      expect(await open(store)).toEqual([])
    })

    test('of which more than the key was refused is known by nothing', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      const reasons = [{ path: 'channel', message: say('?') }]
      await run.commit(batch([], { refusals: [{ ...nameless(dossier('A')), reasons }], ...KEY }))
      await run.commit(batch([dossier('A')], KEY))
      expect(await open(store)).toHaveLength(1)
    })

    test('is resolved when the days that it was received on are read whole without it', async () => {
      const { store } = await fixture.fresh()
      const first = await begin(store)
      const posted = nameless(dossier('A', { channel: 'postal' }))
      const refusals = [posted, { ...posted, fields: {} }]
      await first.commit(batch(dossiers(1), { refusals, whole: [day(1)], ...KEY }))
      expect(await open(store)).toHaveLength(2)
      await finish(first)
      const second = await begin(store)
      await second.commit(batch(dossiers(1), { whole: [day(0, FIRST_DAY + 1)], ...KEY }))
      expect(await open(store)).toHaveLength(2)
      await second.commit(batch(dossiers(1), { whole: [day(0)], ...KEY }))
      expect(await open(store)).toHaveLength(1)
      await second.completePass('dossiers', TOLD)
      expect(await open(store)).toHaveLength(1)
      await finish(second)
      const third = await begin(store)
      await third.reset('dossiers')
      await third.completePass('dossiers', { ...TOLD, full: true })
      expect(await open(store)).toEqual([])
    })

    test('is resolved when a whole pass over a catalogue no longer holds it', async () => {
      const { store } = await fixture.fresh()
      const first = await begin(store)
      const refusals: Refusal[] = [{ key: null, reasons: [], fields: { title: 'Thủ tục' } }]
      const procedure = { ...catalogueBatch(procedures('A')), ...KEY }
      await first.commit({ ...procedure, refusals })
      await first.completePass('procedures', TOLD)
      await finish(first, 'partial')
      const second = await begin(store)
      await second.commit({ ...procedure, refusals })
      await second.completePass('procedures', TOLD)
      expect(await open(store)).toHaveLength(1)
      await finish(second)
      const third = await begin(store)
      await third.commit(procedure)
      await third.completePass('procedures', TOLD)
      expect(await open(store)).toEqual([])
    })
  })

  describe('a dismissed refusal', () => {
    const refusal: Refusal = { key: { code: 'A' }, reasons: [], fields: { status: 'x' } }
    const word = { by: 'lan', reason: 'hồ sơ thử nghiệm' }

    test('is kept with who, when and why, and listed only when asked for', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const run = await begin(store)
      await run.commit(batch([], { refusals: [refusal] }))
      const [id = ''] = await open(store)
      const dismissed = await store.dismissRefusal(id, { by: 'lan', reason: 'hồ sơ\vthử nghiệm\0' })
      const reason = 'hồ sơ thử nghiệm\ufffd'
      expect(dismissed.dismissal).toEqual({ at: clock.now(), by: 'lan', reason })
      expect(await open(store)).toEqual([])
      expect(await store.listStreams()).toMatchObject([{ quarantined: 0 }])
      const { items } = await store.listQuarantine({ includeResolved: true })
      expect(items).toEqual([dismissed])
      await expect(store.dismissRefusal(id, word)).rejects.toThrow(UsageError)
      await expect(store.dismissRefusal('999', word)).rejects.toMatchObject({ code: 'not_found' })
    })

    test('stays so while it is the same, and is open again when it is another', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      await run.commit(batch([], { refusals: [refusal] }))
      await store.dismissRefusal((await open(store))[0] ?? '', word)
      const again = await run.commit(batch([], { refusals: [refusal, refusal] }))
      expect(again).toMatchObject({ refused: 3, dismissed: 2 })
      expect(await open(store)).toEqual([])
      const changed = { ...refusal, fields: { status: 'y' } }
      expect(await run.commit(batch([], { refusals: [changed] }))).toMatchObject({ dismissed: 2 })
      expect(await open(store)).toHaveLength(1)
    })

    test('without a key no longer stands in the way of removals', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      const refusals = [{ ...refusal, key: null }]
      await run.commit({ ...catalogueBatch(procedures('A', 'B')), refusals })
      await run.completePass('procedures', TOLD)
      await store.dismissRefusal((await open(store))[0] ?? '', word)
      await run.commit({ ...catalogueBatch(procedures('A')), refusals })
      expect(await run.completePass('procedures', TOLD)).toMatchObject({ removed: 1 })
    })
  })
}

/** The record as it is refused for want of its number. */
function nameless({ code: _, ...fields }: Dossier): Refusal {
  return { key: null, reasons: [{ path: 'code', message: say('is no code') }], fields }
}

function day(unreadable: number, number = FIRST_DAY): NonNullable<Batch['whole']>[number] {
  return { from: number, to: number, codes: new Map([['D000000', FIRST_DAY]]), unreadable }
}

async function open(store: Store): Promise<string[]> {
  return (await store.listQuarantine()).items.map(({ id }) => id)
}
