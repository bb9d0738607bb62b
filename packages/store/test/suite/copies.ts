import { type Dossier, startOfDay } from '@cchc/domain'
import { statedCount } from '@cchc/domain/testing'
import { describe, expect, test } from 'vitest'
import type { DossierChange, Store, StoredDossier } from '../../src/index.ts'
import { storeCountingOnce } from '../../src/views.ts'
import { batch, dossier, FIRST_DAY } from './dossiers.ts'
import { begin, type Fixture, finish, manualClock } from './fixture.ts'

const EVERYTHING = { from: 0, to: FIRST_DAY + 1000 }
const LEDGER = { ...EVERYTHING, byDay: true }
const later = startOfDay(FIRST_DAY + 5)

/** A source's dossiers, in a run of their own. */
async function bring(store: Store, source: string, records: readonly Dossier[]): Promise<void> {
  const run = await begin(store, source)
  await run.commit(batch(records, { source }))
  await finish(run)
}

async function collect<T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = []
  for await (const some of batches) all.push(...some)
  return all
}

async function counted(store: Store, sources?: readonly string[]): Promise<string[]> {
  const all = await collect<StoredDossier>(store.scanDossiers({ ...EVERYTHING, sources }))
  return all.map(({ source, code }) => `${source} ${code}`).toSorted()
}

async function received(store: Store, sources?: readonly string[]): Promise<number> {
  const cells = await store.ledger({ ...LEDGER, sources })
  return cells.reduce((sum, cell) => sum + cell.received, 0)
}

const PROVINCE = [
  dossier('A'),
  dossier('B', { lastingId: '7' }),
  dossier('C', { lastingId: '8', procedureCode: '1.000001' }),
  dossier('D', { lastingId: '9', receivedAt: later }),
]
/** The first two are copies; of the next two only the lasting id is the same. */
const MINISTRY = [
  dossier('A', { organisationCode: 'H99.77' }),
  dossier('M2', { lastingId: '7' }),
  dossier('M3', { lastingId: '8' }),
  dossier('M4', { lastingId: '9' }),
  dossier('M5'),
]

export function testCopies(fixture: Fixture): void {
  describe('a store that counts a dossier once', () => {
    test('leaves out what another source has by code, or by lasting id, procedure and day', async () => {
      const { store } = await fixture.fresh()
      await bring(store, 'one-stop', PROVINCE)
      await bring(store, 'ministry', MINISTRY)
      const once = storeCountingOnce(store, [{ source: 'ministry', owner: 'Bộ', counted: true }])
      const own = PROVINCE.map(({ code }) => `one-stop ${code}`)
      const added = ['ministry M3', 'ministry M4', 'ministry M5']
      expect(await counted(once)).toEqual([...added, ...own].toSorted())
      expect(await received(once)).toBe(7)
      expect(await counted(once, ['ministry'])).toHaveLength(5)
      expect(await received(once, ['ministry'])).toBe(5)
      expect(await received(once, ['one-stop', 'ministry'])).toBe(7)
      const apart = storeCountingOnce(store, [{ source: 'ministry', owner: 'Bộ', counted: false }])
      expect(await counted(apart)).toEqual(own)
      expect(await received(apart)).toBe(4)
      expect(await received(apart, ['one-stop', 'ministry'])).toBe(7)
    })

    test('knows a system that dossiers were moved out of by no ministry', async () => {
      const { store } = await fixture.fresh()
      await bring(store, 'one-stop', PROVINCE)
      await bring(store, 'former', [dossier('A'), dossier('F')])
      const once = storeCountingOnce(store, [{ source: 'former', owner: null, counted: true }])
      expect(await received(once)).toBe(PROVINCE.length + 1)
      const former = (await once.listCompletions()).find(({ source }) => source === 'former')
      expect(former).toBeDefined()
      expect(former).not.toHaveProperty('beside')
    })

    test('counts what two sources beside the others hold once', async () => {
      const { store } = await fixture.fresh()
      await bring(store, 'm1', [dossier('A'), dossier('B')])
      await bring(store, 'm2', [dossier('B'), dossier('C')])
      const once = storeCountingOnce(store, [
        { source: 'm1', owner: 'Bộ', counted: true },
        { source: 'm2', owner: 'Bộ', counted: true },
      ])
      expect(await counted(once)).toEqual(['m1 A', 'm1 B', 'm2 C'])
      expect(await received(once)).toBe(3)
    })

    test('gives the same ledger as a count of its dossiers, for every window and after every commit', async () => {
      const { store } = await fixture.fresh()
      const once = storeCountingOnce(store, [{ source: 'ministry', owner: 'Bộ', counted: true }])
      await bring(store, 'ministry', MINISTRY)
      await bring(store, 'one-stop', PROVINCE)
      const sums = async () => {
        const from = FIRST_DAY + 2
        const window = await once.ledger({ from, to: FIRST_DAY + 6, byDay: false })
        const asOf = await store.settle()
        const then = await once.ledger({ from, to: FIRST_DAY + 6, byDay: false, asKnownAt: asOf })
        expect(new Set(window)).toEqual(new Set(then))
        const ofOne = await once.ledger({ ...LEDGER, organisations: ['H99.77'] })
        return { received: await received(once), ofOne: ofOne.length }
      }
      expect(await sums()).toEqual({ received: 7, ofOne: 0 })
      await bring(store, 'one-stop', [dossier('M5')])
      expect(await sums()).toEqual({ received: 7, ofOne: 0 })
    })

    test('tells a dossier that became a copy as gone, and its other one as come', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      await bring(store, 'ministry', [dossier('A'), dossier('B')])
      const after = clock.now()
      clock.pass(1000)
      await bring(store, 'one-stop', [dossier('A')])
      await bring(store, 'ministry', [dossier('B', { version: 2, channel: 'direct' })])
      const once = storeCountingOnce(store, [{ source: 'ministry', owner: 'Bộ', counted: true }])
      const changes = await collect<DossierChange>(
        once.scanChanges({ ...EVERYTHING, after, until: clock.now() }),
      )
      const told = changes.map(({ before, after: state }) => [
        before && `${before.source} ${before.code}`,
        state && `${state.source} ${state.code}`,
      ])
      expect(told.toSorted()).toEqual(
        [
          ['ministry A', null],
          ['ministry B', 'ministry B'],
          [null, 'one-stop A'],
        ].toSorted(),
      )
    })

    test('keeps what such a source states, and what was not read of it, to itself', async () => {
      const { store } = await fixture.fresh()
      const value = statedCount({ organisationCode: 'H99.03' })
      for (const source of ['sheets', 'ministry']) {
        const run = await begin(store, source)
        const records = [{ key: 'H99.03', value }]
        const content = { entity: 'dossier-count', records, mode: 'staged' } as const
        await run.beginPass('counts', { entity: 'dossier-count', from: null, openBefore: true })
        await run.commit(batch([], { source, stream: 'counts', content }))
        await run.completePass('counts', { cursor: null, acceptRemovals: false })
        await finish(run)
      }
      const once = storeCountingOnce(store, [{ source: 'ministry', owner: 'Bộ', counted: true }])
      const stating = async (sources?: readonly string[]) =>
        (await once.listRecords('dossier-count', { sources })).map(({ source }) => source)
      expect(await stating()).toEqual(['sheets'])
      expect(await stating(['ministry', 'sheets'])).toEqual(['sheets'])
      expect(await stating(['ministry'])).toEqual(['ministry'])
      const apart = (await once.listCompletions()).filter((one) => one.apart)
      expect(apart.map(({ source }) => source)).toEqual(['ministry'])
    })

    test('is the store itself where no source is beside the others', async () => {
      const { store } = await fixture.fresh()
      expect(storeCountingOnce(store, [])).toBe(store)
    })
  })
}
