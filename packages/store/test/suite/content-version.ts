import { parseCell } from '@cchc/domain'
import { describe, expect, test } from 'vitest'
import type { Store } from '../../src/index.ts'
import { batch, catalogueBatch, dossier, FIRST_DAY, procedures } from './dossiers.ts'
import { begin, type Fixture, finish } from './fixture.ts'

const FIGURE = {
  ...{ organisation: 'H16.05', from: FIRST_DAY, to: FIRST_DAY + 30, period: '2022-M01' },
  ...{ indicatorId: 'plan_tasks_total', cell: parseCell('30'), note: '', origin: null },
}

export function testContentVersion(fixture: Fixture): void {
  describe('the version of the content', () => {
    test('changes with every commit that figures can show', async () => {
      const { store } = await fixture.fresh()
      const seen = [await store.contentVersion()]
      const after = async (work: Promise<unknown>) => {
        await work
        seen.push(await store.contentVersion())
      }
      const run = await begin(store)
      seen.push(await store.contentVersion())
      await after(run.commit(batch([dossier('a')])))
      await after(run.commit(batch([dossier('b')])))
      await after(run.commit(catalogueBatch(procedures('a'))))
      await after(run.completePass('procedures', { cursor: null, acceptRemovals: true }))
      await after(finish(run))
      await after(store.setEnteredFigures([FIGURE], { by: 'an' }))
      await after(closePeriod(store))
      expect(new Set(seen).size).toBe(seen.length)
    })

    test('stays while nothing but leases, settled instants and readings happen', async () => {
      const { store, url } = await fixture.fresh()
      const run = await begin(store)
      await run.commit(batch([dossier('a')]))
      const before = await store.contentVersion()
      await run.position('dossiers')
      await store.settle()
      await store.listCompletions()
      expect(await store.contentVersion()).toBe(before)
      expect(await (await fixture.open(url)).contentVersion()).toBe(before)
    })
  })
}

async function closePeriod(store: Store) {
  const period = { organisation: 'H16', from: FIRST_DAY, to: FIRST_DAY + 30, text: '2022-M01' }
  const word = { by: 'an', note: null, asOf: await store.settle(), after: null, figures: [] }
  return store.recordPeriodEvent({ ...period, action: 'close', ...word })
}
