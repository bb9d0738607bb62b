import { inWords, NotFoundError, RunConflict, say, UsageError } from '@cchc/domain'
import { describe, expect, test } from 'vitest'
import type { RunStatus } from '../../src/index.ts'
import { batch, catalogueBatch, dossiers, procedures } from './dossiers.ts'
import { begin, type Fixture, finish, manualClock } from './fixture.ts'

export function testRuns(fixture: Fixture): void {
  describe('a run', () => {
    test('is running from its beginning, and says at its end what it did', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const startedAt = clock.now()
      const run = await begin(store)
      expect(await store.getRun(run.runId)).toMatchObject({ status: 'running', finishedAt: null })
      const traffic = { requests: 3, retries: 1, bytes: 1000 }
      await run.commit(batch(dossiers(2), { pages: 2, traffic }))
      await run.commit({ ...catalogueBatch(procedures('P'), 'upsert'), traffic })
      const finishedAt = clock.pass(5000)
      const done = await finish(run)
      expect(done).toEqual({
        ...{ id: run.runId, source: 'one-stop', connector: 'opencps', connectorVersion: '1.2.3' },
        ...{ trigger: 'manual', status: 'done', startedAt, finishedAt, error: null, warnings: [] },
        ...{ notes: [], failures: [], drift: [], parts: {} },
        counts: {
          ...zero,
          ...{ pages: 3, fetched: 3, new: 3, requests: 6, retries: 2, bytes: 2000 },
        },
        streams: {
          dossiers: { ...zero, ...{ pages: 2, fetched: 2, new: 2 }, ...traffic },
          procedures: { ...zero, ...{ pages: 1, fetched: 1, new: 1 }, ...traffic },
        },
      })
      expect(await store.getRun(run.runId)).toEqual(done)
    })

    test.each<RunStatus>(['partial', 'failed', 'interrupted'])('can end as %s', async (status) => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      const error = { code: 'portal_unavailable', message: 'The portal is down.', fix: 'Wait.' }
      expect(await run.finish({ status, error })).toMatchObject({ status, error })
      expect((await store.listRuns()).items).toMatchObject([{ status, error }])
    })

    test('writes nothing after its end', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      await finish(run)
      await expect(run.commit(batch(dossiers(1)))).rejects.toThrow(RunConflict)
      await expect(finish(run, 'failed')).rejects.toThrow(RunConflict)
      expect(await store.getRun(run.runId)).toMatchObject({ status: 'done', counts: { new: 0 } })
    })

    test('keeps each warning once, and no more than a hundred', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      const two = say('{place} is empty', { place: 'Đắk Nông' })
      await run.warn(say('one'))
      await run.warn(say('one'))
      await run.warn(two)
      expect((await store.getRun(run.runId)).warnings).toEqual([say('one'), two])
      for (let index = 0; index < 120; index += 1) await run.warn(say('{index}', { index }))
      expect((await store.getRun(run.runId)).warnings).toHaveLength(100)
    })

    test('keeps what was read apart from its warnings, each note once', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      for (const note of ['a', 'a', 'b']) await run.note(say('{note}', { note }))
      await run.warn(say('look'))
      expect(await store.getRun(run.runId)).toMatchObject({
        notes: [say('{note}', { note: 'a' }), say('{note}', { note: 'b' })],
        warnings: [say('look')],
      })
    })

    test('keeps the parts of its error, and reads the plain text of an old one', async () => {
      const { store } = await fixture.fresh()
      const errors = [
        {
          code: 'portal_changed',
          message: say('{place}: HTTP {status}', { place: 'x', status: 404 }),
        },
        { code: 'portal_changed', message: 'x: HTTP 404' },
      ]
      for (const error of errors) {
        const run = await begin(store)
        await run.finish({ status: 'failed', error: { ...error, fix: null } })
        const kept = await store.getRun(run.runId)
        expect(kept.error).toEqual({ ...error, fix: null })
        expect(inWords(kept.error?.message ?? '')).toBe('x: HTTP 404')
      }
    })

    test('that does not exist is not found', async () => {
      const { store } = await fixture.fresh()
      for (const id of ['1', '0', '-1', 'x', '99999999999999999999', '1; drop table run']) {
        await expect(store.getRun(id)).rejects.toThrow(NotFoundError)
      }
    })
  })

  describe('the list of runs', () => {
    test('is newest first, page by page, also while runs are added', async () => {
      const { store } = await fixture.fresh()
      const ids: string[] = []
      for (let index = 0; index < 7; index += 1) {
        const run = await begin(store, index % 2 === 0 ? 'even' : 'odd')
        ids.unshift((await finish(run)).id)
      }
      const first = await store.listRuns({ limit: 3 })
      await finish(await begin(store, 'odd'))
      const second = await store.listRuns({ limit: 3, after: String(first.next) })
      const third = await store.listRuns({ limit: 3, after: String(second.next) })
      const pages = [first, second, third].map(({ items }) => items.map(({ id }) => id))
      expect(pages).toEqual([ids.slice(0, 3), ids.slice(3, 6), ids.slice(6)])
      expect(third.next).toBeNull()
      expect((await store.listRuns({ limit: 8 })).next).toBeNull()
    })

    test('can be limited to a source', async () => {
      const { store } = await fixture.fresh()
      for (const source of ['a', 'b', 'a']) await finish(await begin(store, source))
      const { items, next } = await store.listRuns({ source: 'a', limit: 1 })
      expect(items).toMatchObject([{ source: 'a' }])
      const rest = await store.listRuns({ source: 'a', limit: 1, after: String(next) })
      expect(rest).toMatchObject({ items: [{ source: 'a' }], next: null })
      expect((await store.listRuns({ source: 'c' })).items).toEqual([])
    })

    test('refuses cursors and sizes that are none', async () => {
      const { store } = await fixture.fresh()
      const queries = [{ limit: 0 }, { limit: 1001 }, { limit: 1.5 }, { after: '' }, { after: 'x' }]
      for (const query of queries) {
        await expect(store.listRuns(query), JSON.stringify(query)).rejects.toThrow(UsageError)
      }
    })
  })
}

const zero = {
  ...{ pages: 0, fetched: 0, new: 0, changed: 0, unchanged: 0, outdated: 0 },
  ...{ removed: 0, refused: 0, dismissed: 0, requests: 0, retries: 0, bytes: 0 },
}
