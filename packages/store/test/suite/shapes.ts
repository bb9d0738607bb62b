import { type Drift, RunConflict, type StreamShape } from '@cchc/domain'
import { describe, expect, test } from 'vitest'
import { begin, type Fixture, finish, manualClock } from './fixture.ts'

const FIELD = { path: 'due', records: 3, kinds: { string: 3 }, of: 3, unseen: 0 }
const SHAPE: StreamShape = { records: 3, fields: [FIELD], unnamed: 1, settled: true }
const GONE: Drift = {
  kind: 'missing',
  path: 'due',
  was: ['string'],
  now: [],
  records: 0,
  of: 20,
}

export function testShapes(fixture: Fixture): void {
  describe('what records look like', () => {
    test('is kept by source and stream, with what nobody accepted', async () => {
      const clock = manualClock()
      const { store, url } = await fixture.fresh({ now: clock.now })
      const run = await begin(store)
      expect(await run.shape('dossiers')).toBeUndefined()
      await run.keepShape('dossiers', { shape: SHAPE, open: [] })
      await run.keepShape('fields', { shape: { ...SHAPE, records: 9 }, open: [] })
      expect(await run.shape('dossiers')).toEqual({ shape: SHAPE, open: [] })
      await run.keepShape('dossiers', { shape: SHAPE, open: [GONE], drift: [GONE] })
      const last = { runId: run.runId, at: clock.now(), drift: [GONE] }
      clock.pass(1000)
      await run.keepShape('dossiers', { shape: SHAPE, open: [GONE] })
      await finish(run)
      const again = await fixture.open(url)
      expect(await again.listShapes()).toMatchObject([
        { source: 'one-stop', stream: 'dossiers', shape: SHAPE, open: [GONE], last },
        { source: 'one-stop', stream: 'fields', shape: { records: 9 }, open: [], last: null },
      ])
      const next = await begin(again)
      expect(await next.shape('dossiers')).toEqual({ shape: SHAPE, open: [GONE] })
      expect(await (await begin(again, 'other')).shape('dossiers')).toBeUndefined()
    })

    test('stays with the run that saw it change', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      await run.keepShape('dossiers', { shape: SHAPE, open: [], drift: [GONE] })
      await run.keepShape('fields', { shape: SHAPE, open: [], drift: [GONE] })
      const seen = ['dossiers', 'fields'].map((stream) => ({ stream, ...GONE }))
      expect((await finish(run)).drift).toEqual(seen)
      expect((await store.getRun(run.runId)).drift).toEqual(seen)
      expect((await finish(await begin(store))).drift).toEqual([])
    })

    test('is not written by a run that has ended', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      await finish(run)
      const late = run.keepShape('dossiers', { shape: SHAPE, open: [] })
      await expect(late).rejects.toThrow(RunConflict)
      expect(await store.listShapes()).toEqual([])
    })

    test('is known to a rehearsal, and not changed by it', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      await run.keepShape('dossiers', { shape: SHAPE, open: [GONE], drift: [GONE] })
      await finish(run)
      const rehearsal = await store.rehearse('one-stop')
      const rehearsed = await begin(rehearsal)
      expect(await rehearsed.shape('dossiers')).toEqual({ shape: SHAPE, open: [GONE] })
      await rehearsed.keepShape('dossiers', { shape: SHAPE, open: [] })
      await rehearsal.close()
      expect(await store.listShapes()).toMatchObject([{ open: [GONE] }])
    })

    test('is nothing in a database of before it was kept', async () => {
      const { store, url } = await fixture.fresh()
      const { id } = await finish(await begin(store))
      await store.close()
      await fixture.query(url, 'drop table stream_shape')
      await fixture.query(url, 'alter table run drop column drift')
      await fixture.query(url, `delete from kysely_migration where name = '011-shapes'`)
      const again = await fixture.open(url)
      expect(await again.listShapes()).toEqual([])
      expect((await again.getRun(id)).drift).toEqual([])
    })
  })
}
