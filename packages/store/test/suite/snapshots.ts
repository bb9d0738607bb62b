import { SnapshotSuspicious } from '@cchc/domain'
import { describe, expect, test } from 'vitest'
import type { RunWriter, Store } from '../../src/index.ts'
import { dumpStore } from '../testing/index.ts'
import { batch, catalogueBatch, dossiers, procedures } from './dossiers.ts'
import { begin, type Fixture, finish, manualClock } from './fixture.ts'

const WHOLE = { cursor: undefined, acceptRemovals: false }

export function testSnapshots(fixture: Fixture): void {
  describe('a staged pass', () => {
    test('is seen only when it is whole, and then at once', async () => {
      const { store, run } = await withProcedures('A', 'B')
      await run.commit(catalogueBatch(procedures('B', 'C')))
      await run.commit(catalogueBatch(procedures('D')))
      expect(await keys(store)).toEqual(['A', 'B'])
      const counts = await run.completePass('procedures', WHOLE)
      expect(await keys(store)).toEqual(['B', 'C', 'D'])
      expect(counts).toMatchObject({ fetched: 5, new: 4, unchanged: 1, changed: 0, removed: 1 })
      expect(await store.listStreams()).toMatchObject([{ stream: 'procedures', records: 3 }])
    })

    test('counts changed records, whatever the order of their properties', async () => {
      const { store, run } = await withProcedures('A', 'B')
      await run.commit(
        catalogueBatch([
          { key: 'A', value: { title: 'Thủ tục A', code: 'A' } },
          { key: 'B', value: { code: 'B', title: 'Tên mới' } },
        ]),
      )
      expect(await run.completePass('procedures', WHOLE)).toMatchObject({
        ...{ new: 2, changed: 1, unchanged: 1, removed: 0 },
      })
      expect(await store.listRecords('procedure')).toMatchObject([
        { key: 'A', value: { code: 'A', title: 'Thủ tục A' } },
        { key: 'B', value: { code: 'B', title: 'Tên mới' } },
      ])
    })

    test('keeps text that a database cannot hold, and reads it again as of any instant', async () => {
      const clock = manualClock()
      const { store, url, run } = await withProcedures('A', 'B', { now: clock.now })
      const odd = { title: 'Cấp\u0000 phép \ud800', note: ['\udc00', { inner: 'a\u0000' }] }
      await run.commit(catalogueBatch([{ key: 'A', value: { code: 'A', ...odd } }]))
      const known = clock.pass(1000)
      await run.completePass('procedures', WHOLE)
      const kept = {
        code: 'A',
        title: 'Cấp\ufffd phép \ufffd',
        note: ['\ufffd', { inner: 'a\ufffd' }],
      }
      const where = { code: 'A' }
      for (const query of [{ where }, { where, asKnownAt: known }]) {
        expect(await store.listRecords('procedure', query)).toMatchObject([{ value: kept }])
      }
      expect(await fixture.query(url, 'select key from record')).toEqual([{ key: 'A' }])
    })

    test('keeps superseded and removed records in the history', async () => {
      const clock = manualClock()
      const { url, run } = await withProcedures('A', 'B', { now: clock.now })
      const before = clock.now()
      const after = clock.pass(1000)
      await run.commit(catalogueBatch([{ key: 'A', value: { title: 'Tên mới' } }]))
      await run.completePass('procedures', WHOLE)
      expect(
        await fixture.query(
          url,
          'select key, value, known_from, known_to from record_version order by key',
        ),
      ).toEqual(
        ['A', 'B'].map((key) => ({
          key,
          value: JSON.stringify({ code: key, title: `Thủ tục ${key}` }),
          known_from: before,
          known_to: after,
        })),
      )
    })

    test('takes the last one of records with one key', async () => {
      const { store, run } = await withProcedures()
      const twice = [
        { key: 'A', value: { n: 1 } },
        ...procedures('B'),
        { key: 'A', value: { n: 2 } },
      ]
      await run.commit(catalogueBatch(twice))
      await run.commit(catalogueBatch([{ key: 'B', value: { n: 3 } }]))
      expect(await run.completePass('procedures', WHOLE)).toMatchObject({ fetched: 4, new: 2 })
      expect((await store.listRecords('procedure')).map(({ value }) => value)).toEqual([
        { n: 2 },
        { n: 3 },
      ])
    })

    test('goes on in the next run after one that was interrupted', async () => {
      const { store, run } = await withProcedures('A', 'B')
      await run.commit({ ...catalogueBatch(procedures('A')), cursor: { page: 1 } })
      await finish(run, 'interrupted')
      const next = await begin(store)
      expect((await next.position('procedures'))?.cursor).toEqual({ page: 1 })
      await next.commit({ ...catalogueBatch(procedures('C')), cursor: { page: 2 } })
      await next.completePass('procedures', WHOLE)
      expect(await keys(store)).toEqual(['A', 'C'])
    })

    test('keeps with a position the version that it is of', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      const dated = { cursor: { page: 1 }, cursorVersion: 3 }
      await run.commit({ ...catalogueBatch(procedures('A')), ...dated })
      expect(await run.position('procedures')).toEqual({ cursor: { page: 1 }, version: 3 })
      await run.commit({ ...catalogueBatch(procedures('B')), cursor: { page: 2 } })
      expect(await run.position('procedures')).toEqual({ cursor: { page: 2 }, version: 1 })
      const end = { cursor: { page: 3 }, cursorVersion: 2, acceptRemovals: true }
      await run.completePass('procedures', end)
      expect(await run.position('procedures')).toEqual({ cursor: { page: 3 }, version: 2 })
    })

    test('is forgotten by a reset, with its cursor', async () => {
      const { store, run } = await withProcedures('A', 'B')
      await run.commit({ ...catalogueBatch(procedures('X')), cursor: { page: 1 } })
      await run.reset('procedures')
      expect(await run.position('procedures')).toBeUndefined()
      expect(await keys(store)).toEqual(['A', 'B'])
      await run.commit(catalogueBatch(procedures('A', 'C')))
      await run.completePass('procedures', WHOLE)
      expect(await keys(store)).toEqual(['A', 'C'])
    })
  })

  describe('a suspicious snapshot', () => {
    test.each([
      ['that is empty', []],
      ['with less than half of the records', ['A', 'X']],
    ])('%s leaves everything as it was and is read again from the beginning', async (_, names) => {
      const { store, url, run } = await withProcedures('A', 'B', 'C', 'D', 'E')
      const before = await dumpStore(url)
      await run.commit({ ...catalogueBatch(procedures(...names)), cursor: { page: 1 } })
      const counts = (await store.getRun(run.runId)).counts
      await expect(run.completePass('procedures', WHOLE)).rejects.toThrow(SnapshotSuspicious)
      expect(await dumpStore(url)).toEqual(before)
      expect((await store.getRun(run.runId)).counts).toEqual(counts)
      expect(await run.position('procedures')).toBeUndefined()
    })

    test('is one without any commit, too', async () => {
      const { store, run } = await withProcedures('A')
      await expect(run.completePass('procedures', WHOLE)).rejects.toThrow(SnapshotSuspicious)
      expect(await keys(store)).toEqual(['A'])
    })

    test('is accepted when a person says so', async () => {
      const { store, run } = await withProcedures('A', 'B', 'C')
      const options = { cursor: undefined, acceptRemovals: true }
      expect(await run.completePass('procedures', options)).toMatchObject({ removed: 3 })
      expect(await keys(store)).toEqual([])
      expect(await store.listStreams()).toMatchObject([{ records: 0 }])
    })

    test('is none with half of the records, nor on an empty store', async () => {
      const { store, run } = await withProcedures('A', 'B', 'C', 'D')
      await run.commit(catalogueBatch(procedures('A', 'X')))
      await run.completePass('procedures', WHOLE)
      expect(await keys(store)).toEqual(['A', 'X'])
      await run.commit({ ...catalogueBatch([]), stream: 'other' })
      expect(await run.completePass('other', WHOLE)).toMatchObject({ new: 0, removed: 0 })
    })

    test('is always one that is empty, whatever the configured share', async () => {
      const { run } = await withProcedures('A', 'B', { snapshotRules: { minimumShare: 0 } })
      await expect(run.completePass('procedures', WHOLE)).rejects.toThrow(SnapshotSuspicious)
      await run.commit(catalogueBatch(procedures('B')))
      expect(await run.completePass('procedures', WHOLE)).toMatchObject({ removed: 1 })
    })

    test('is what the configured share says', async () => {
      const snapshotRules = { minimumShare: 0.9 }
      const { run } = await withProcedures('A', 'B', { snapshotRules })
      await run.commit(catalogueBatch(procedures('A')))
      await expect(run.completePass('procedures', WHOLE)).rejects.toThrow(
        'brought 1 records where a whole pass held 2',
      )
    })
  })

  describe('records of other streams', () => {
    test('that are upserted are seen at once and never removed by a pass', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      await run.commit(catalogueBatch(procedures('A', 'B'), 'upsert'))
      expect(await keys(store)).toEqual(['A', 'B'])
      const changed = [{ key: 'A', value: { n: 1 } }, ...procedures('B', 'C')]
      await run.commit(catalogueBatch(changed, 'upsert'))
      await run.commit(catalogueBatch(procedures('D'), 'upsert'))
      const counts = await run.completePass('procedures', WHOLE)
      expect(counts).toMatchObject({ new: 4, changed: 1, unchanged: 1, removed: 0 })
      expect(await keys(store)).toEqual(['A', 'B', 'C', 'D'])
    })

    test('stay as they are, and are listed by entity and source in order', async () => {
      const { store, run } = await withProcedures('B', 'A')
      const other = await begin(store, 'another')
      await other.commit({ ...catalogueBatch(procedures('C')), source: 'another' })
      await other.completePass('procedures', WHOLE)
      await run.commit({ ...catalogueBatch(procedures('Z'), 'upsert'), stream: 'details' })
      await run.commit({
        ...catalogueBatch([]),
        stream: 'fields',
        content: { entity: 'field', mode: 'upsert', records: [{ key: 'F', value: { n: 'Đ' } }] },
      })
      await run.commit(catalogueBatch(procedures('B')))
      await run.completePass('procedures', WHOLE)
      expect(await keys(store)).toEqual(['C', 'Z', 'B'])
      expect((await store.listRecords('procedure', { sources: ['another'] })).length).toBe(1)
      expect(await store.listRecords('field')).toMatchObject([
        {
          ...{ source: 'one-stop', stream: 'fields', entity: 'field', key: 'F', runId: run.runId },
        },
      ])
      expect(await store.listRecords('organisation')).toEqual([])
    })

    test('of dossiers are whole without being staged', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const run = await begin(store)
      await run.commit(batch(dossiers(3)))
      const completedAt = clock.pass(1000)
      const cursor = { since: '2022-12-31' }
      await run.completePass('dossiers', { cursor, acceptRemovals: false })
      expect(await store.listStreams()).toEqual([
        {
          ...{ source: 'one-stop', stream: 'dossiers', cursor },
          ...{ records: 3, quarantined: 0, missing: 0, completedAt, committedAt: completedAt },
        },
      ])
      await run.reset('dossiers')
      expect(await store.listStreams()).toMatchObject([
        { cursor: undefined, records: 3, completedAt },
      ])
    })
  })

  type Options = Parameters<Fixture['fresh']>[0]

  async function withProcedures(
    ...names: readonly (string | NonNullable<Options>)[]
  ): Promise<{ store: Store; url: string; run: RunWriter }> {
    const options = names.find((name) => typeof name !== 'string')
    const present = names.filter((name) => typeof name === 'string')
    const { store, url } = await fixture.fresh(options)
    const run = await begin(store)
    if (present.length > 0) {
      await run.commit(catalogueBatch(procedures(...present)))
      await run.completePass('procedures', WHOLE)
    }
    return { store, url, run }
  }
}

async function keys(store: Store): Promise<string[]> {
  return (await store.listRecords('procedure')).map(({ key }) => key)
}
