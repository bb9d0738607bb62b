import { OVER_STATUSES } from '@cchc/domain'
import { describe, expect, test } from 'vitest'
import { endlessBySource } from '../../src/endless-dossiers.ts'
import { openDialect } from '../../src/open-dialect.ts'
import { batch, dossier, dossiers } from './dossiers.ts'
import { begin, type Fixture, finish } from './fixture.ts'

export function testEndlessDossiers(fixture: Fixture): void {
  describe('dossiers that are over and have no end', () => {
    test('are counted by source, whatever state they are in; others and those of no day are not', async () => {
      const { store } = await fixture.fresh()
      expect(await store.countEndless()).toEqual([])
      const over = OVER_STATUSES.map((status) => dossier(`over-${status}`, { status }))
      const unreceived = dossier('unreceived', { status: 'stopped', receivedAt: null })
      const run = await begin(store)
      await run.commit(batch([...over, unreceived, ...dossiers(3)]))
      await finish(run)
      expect(await store.countEndless()).toEqual([{ source: 'one-stop', dossiers: over.length }])
    })

    test('are found without reading the others', async () => {
      const { store, url } = await fixture.fresh()
      const run = await begin(store)
      await run.commit(batch([...dossiers(2_000), dossier('over', { status: 'stopped' })]))
      await finish(run)
      await fixture.query(url, 'analyze')
      const plan = await planOf(fixture, url)
      expect(plan).toMatch(/(using index|index only scan using) dossier_without_end/i)
      expect(plan).not.toMatch(/seq scan|temp b-tree/i)
    })
  })
}

/** How the database says that it will count them. */
async function planOf(fixture: Fixture, url: string): Promise<string> {
  const dialect = await openDialect(url)
  const { sql, parameters } = endlessBySource(dialect.reader).compile()
  await dialect.close()
  expect(parameters).toEqual([])
  const explain = url.startsWith('sqlite:') ? 'explain query plan' : 'explain'
  return JSON.stringify(await fixture.query(url, `${explain} ${sql}`))
}
