import { StoreError, startOfDay } from '@cchc/domain'
import { describe, expect, test } from 'vitest'
import { dumpStore } from '../testing/index.ts'
import { batch, dossier, dossiers, FIRST_DAY } from './dossiers.ts'
import { begin, type Fixture, finish } from './fixture.ts'
import { startProcess } from './other-process.ts'

const COVERAGE_COLUMNS = [
  ['checkpoint', 'pass_started_at'],
  ['checkpoint', 'pass_reach'],
  ['stream_pass', 'started_at'],
  ['stream_pass', 'reach'],
] as const

export function testMigrations(fixture: Fixture): void {
  describe('opening a store', () => {
    test('makes its tables once and keeps what is in them', async () => {
      const { store, url } = await fixture.fresh()
      const run = await begin(store)
      await run.commit(batch(dossiers(2)))
      await finish(run)
      await store.close()
      const before = await dumpStore(url)
      const again = await fixture.open(url)
      await again.ping()
      expect(await dumpStore(url)).toEqual(before)
      expect(await again.listRuns()).toMatchObject({ items: [{ id: run.runId }] })
    })

    test('brings the last day of what an agency became competent for after its end up to date', async () => {
      const { store, url } = await fixture.fresh()
      const run = await begin(store)
      const receivedAt = startOfDay(FIRST_DAY)
      const ended = {
        receivedAt,
        finishedAt: startOfDay(FIRST_DAY + 2),
        status: 'finished',
      } as const
      const facts = { outsideArea: true, competentSince: startOfDay(FIRST_DAY + 20) }
      await run.commit(batch([dossier('MOVED', { ...ended, facts }), dossier('HERE', ended)]))
      await finish(run)
      await store.close()
      await fixture.query(url, `update dossier set finished_day = ${FIRST_DAY + 2}`)
      await fixture.query(url, 'drop index dossier_by_finished_day')
      await fixture.query(url, `delete from kysely_migration where name = '023-last-days'`)
      const again = await fixture.open(url)
      await again.ping()
      const days = await fixture.query(url, 'select finished_day from dossier order by code')
      expect(days.map((row) => Number(row.finished_day))).toEqual([FIRST_DAY + 2, FIRST_DAY + 20])
    })

    test('brings a database from before coverage was kept up to date, without a coverage', async () => {
      const { store, url } = await fixture.fresh()
      const run = await begin(store)
      await run.commit(batch(dossiers(2)))
      await run.completePass('dossiers', { cursor: 1, acceptRemovals: false })
      await finish(run)
      await store.close()
      for (const [table, column] of COVERAGE_COLUMNS) {
        await fixture.query(url, `alter table ${table} drop column ${column}`)
      }
      await fixture.query(url, `delete from kysely_migration where name = '008-coverage'`)
      const again = await fixture.open(url)
      expect(await again.listCompletions()).toMatchObject([{ stream: 'dossiers', covered: null }])
      const next = await begin(again)
      const reach = { entity: 'dossier', from: 18_993, openBefore: true } as const
      await next.beginPass('dossiers', reach)
      await next.completePass('dossiers', { cursor: 2, acceptRemovals: false })
      expect(await again.listCompletions()).toMatchObject([{ covered: reach }])
    })

    test('takes a stored position of before positions had versions for one of the first', async () => {
      const { store, url } = await fixture.fresh()
      const run = await begin(store)
      await run.commit(batch(dossiers(2), { cursor: { page: 1 }, cursorVersion: 2 }))
      await finish(run)
      await store.close()
      await fixture.query(url, 'alter table checkpoint drop column cursor_version')
      await fixture.query(url, `delete from kysely_migration where name = '009-cursor-version'`)
      const next = await begin(await fixture.open(url))
      expect(await next.position('dossiers')).toEqual({ cursor: { page: 1 }, version: 1 })
    })

    test('works for many handles at once on an empty database', async () => {
      const url = await fixture.create()
      const stores = await Promise.all(Array.from({ length: 6 }, () => fixture.open(url)))
      for (const store of stores) await store.ping()
      await expectWhole(url)
    })

    test('works for many processes at once on an empty database', async () => {
      const url = await fixture.create()
      const processes = Array.from({ length: 3 }, () => startProcess(['open', url]))
      for (const process of processes) expect(await process.line()).toBe('waiting')
      for (const process of processes) process.tell()
      for (const process of processes) expect(await process.rest()).toEqual(['opened'])
      await expectWhole(url)
    })

    test('refuses a database of a newer version and leaves it alone', async () => {
      const { url } = await fixture.fresh()
      const statement = `insert into kysely_migration (name, timestamp) values ('999-future', 'x')`
      await fixture.query(url, statement)
      const opening = fixture.open(url)
      await expect(opening).rejects.toThrow(StoreError)
      await expect(opening).rejects.toThrow('newer version of CCHC Hub (999-future)')
    })

    test('writes nothing more once a newer version has changed the database under it', async () => {
      const { store, url } = await fixture.fresh()
      const run = await begin(store)
      await run.commit(batch(dossiers(1)))
      const statement = `insert into kysely_migration (name, timestamp) values ('999-future', 'x')`
      await fixture.query(url, statement)
      const before = await dumpStore(url)
      const entered = { by: 'an', reason: 'x' }
      const doings = [
        () => run.commit(batch(dossiers(3))),
        () => finish(run),
        () => begin(store, 'another'),
        () => store.settle(),
        () => store.setEnteredFigures([], entered),
        () => store.ping(),
      ]
      for (const doing of doings) {
        await expect(doing()).rejects.toThrow('newer version of CCHC Hub (999-future)')
      }
      expect(await dumpStore(url)).toEqual(before)
      expect((await store.listRuns()).items).toHaveLength(1)
    })
  })

  async function expectWhole(url: string): Promise<void> {
    const { url: undisturbed } = await fixture.fresh()
    const steps = 'select name from kysely_migration order by name'
    expect(await fixture.query(url, steps)).toEqual(await fixture.query(undisturbed, steps))
    const run = await begin(await fixture.open(url))
    expect(await run.commit(batch(dossiers(1)))).toMatchObject({ new: 1 })
  }
}
