import { MEASURES } from '@cchc/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LedgerCell, StoredDossier } from '../../src/index.ts'
import { anyDossier, batch, dossier, FIRST_DAY } from './dossiers.ts'
import { begin, type Fixture } from './fixture.ts'
import { scanned, summed } from './model.ts'

export function testLedger(fixture: Fixture): void {
  describe('the ledger', () => {
    test('gives for any window what a scan of the stored dossiers gives', async () => {
      const { store } = await fixture.fresh()
      let sources = 0
      const property = fc.asyncProperty(batches, window, async (parts, { from, to }) => {
        sources += 1
        const source = `s${sources}`
        const run = await begin(store, source)
        for (const part of parts) await run.commit(batch(part, { source }))
        const all = { sources: [source], from: 0, to: LAST_DAY }
        const stored: StoredDossier[] = []
        for await (const some of store.scanDossiers(all)) stored.push(...some)
        for (const organisation of ['H99.03', 'H99.04', 'H99.04.01']) {
          const query = { sources: [source], organisations: [organisation], from, to }
          const own = stored.filter(({ organisationCode }) => organisationCode === organisation)
          const expected = scanned(own, { from, to })
          const byDay = await store.ledger({ ...query, byDay: true })
          const whole = await store.ledger({ ...query, byDay: false })
          expect(summed(byDay, { from, to })).toEqual(expected)
          expect(summed(whole, { from, to })).toEqual(expected)
        }
      })
      await fc.assert(property, { numRuns: 40 })
    })

    test('has one cell a day, and one for all days before the window', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      await run.commit(batch([0, 1, 2, 2, 3, 4].map(receivedOn)))
      const query = { from: FIRST_DAY + 2, to: FIRST_DAY + 3 }
      expect(received(await store.ledger({ ...query, byDay: true }))).toEqual([
        [null, 2],
        [FIRST_DAY + 2, 2],
        [FIRST_DAY + 3, 1],
      ])
      expect(received(await store.ledger({ ...query, byDay: false }))).toEqual([
        [null, 2],
        [FIRST_DAY + 2, 3],
      ])
    })

    test('keeps sources, organisations and channels apart and leaves out empty cells', async () => {
      const { store } = await fixture.fresh()
      const [here, there] = [await begin(store, 'here'), await begin(store, 'there')]
      await here.commit(
        batch(
          [
            dossier('A', { channel: null }),
            dossier('B', { channel: 'postal' }),
            dossier('C', { organisationCode: 'H99.04' }),
            dossier('D', { receivedAt: null }),
          ],
          { source: 'here' },
        ),
      )
      await there.commit(batch([dossier('A')], { source: 'there' }))
      const query = { from: FIRST_DAY, to: FIRST_DAY, byDay: true }
      expect(keys(await store.ledger(query))).toEqual([
        'here H99.03 null',
        'here H99.03 postal',
        'here H99.04 online',
        'there H99.03 online',
      ])
      expect(keys(await store.ledger({ ...query, sources: ['there'] }))).toEqual([
        'there H99.03 online',
      ])
      const organisations = ['H99.04']
      expect(keys(await store.ledger({ ...query, organisations }))).toEqual(['here H99.04 online'])
      expect(keys(await store.ledger({ ...query, sources: [], organisations: [] }))).toHaveLength(4)
    })

    test('does not grow with the dossiers of its days', async () => {
      const { store, url } = await fixture.fresh()
      const run = await begin(store)
      const cells = () => fixture.query(url, 'select count(*) as cells from ledger')
      await run.commit(
        batch(Array.from({ length: 10 }, (_, index) => receivedOn(index % 5, index))),
      )
      const few = await cells()
      const many = Array.from({ length: 3000 }, (_, index) => receivedOn(index % 5, index))
      expect(await run.commit(batch(many))).toMatchObject({ new: 3000 })
      expect(await cells()).toEqual(few)
    })

    test('follows a dossier that moves to another organisation, day and channel', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      await run.commit(batch([receivedOn(0)]))
      const moved = {
        ...receivedOn(3),
        code: 'D0',
        organisationCode: 'H99.04',
        channel: 'postal',
      } as const
      await run.commit(batch([moved]))
      const query = { from: FIRST_DAY, to: LAST_DAY, byDay: true }
      expect(await store.ledger(query)).toEqual([
        {
          source: 'one-stop',
          organisationCode: 'H99.04',
          channel: 'postal',
          day: FIRST_DAY + 3,
          ...Object.fromEntries(MEASURES.map((measure) => [measure, 0])),
          received: 1,
        },
      ])
    })
  })
}

const LAST_DAY = FIRST_DAY + 100
const batches = fc.array(fc.array(anyDossier, { maxLength: 10 }), { maxLength: 5 })
const window = fc
  .tuple(fc.integer({ min: -5, max: 70 }), fc.integer({ min: 0, max: 40 }))
  .map(([start, length]) => ({ from: FIRST_DAY + start, to: FIRST_DAY + start + length }))

function receivedOn(day: number, index = day) {
  return dossier(`D${index}`, { receivedAt: (FIRST_DAY + day) * 86_400_000 })
}

function received(cells: readonly LedgerCell[]) {
  return cells
    .map(({ day, received }) => [day, received])
    .sort(([a], [b]) => Number(a ?? 0) - Number(b ?? 0))
}

function keys(cells: readonly LedgerCell[]): string[] {
  return cells
    .map(({ source, organisationCode, channel }) => `${source} ${organisationCode} ${channel}`)
    .sort()
}
