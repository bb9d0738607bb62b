import { describe, expect, test } from 'vitest'
import type { DossierQuery, StoredDossier } from '../../src/index.ts'
import { batch, dossier, dossiers, FIRST_DAY } from './dossiers.ts'
import { begin, type Fixture, scanInOrder } from './fixture.ts'

const DAY = 86_400_000
const EVERYTHING: DossierQuery = { from: 0, to: FIRST_DAY + 1000 }

export function testScans(fixture: Fixture): void {
  describe('a scan of dossiers', () => {
    test('gives what was received by the last day and not finished before the first', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      await run.commit(
        batch([
          spanning('finished-before', [0, 9]),
          spanning('finished-on-first-day', [0, 10]),
          spanning('still-open', [0, null]),
          spanning('received-on-last-day', [20, null]),
          spanning('received-after', [21, null]),
          dossier('never-received', { receivedAt: null }),
        ]),
      )
      const found = await scanInOrder(store, { from: FIRST_DAY + 10, to: FIRST_DAY + 20 })
      expect(found.map(({ code }) => code)).toEqual([
        'finished-on-first-day',
        'received-on-last-day',
        'still-open',
      ])
    })

    test('finds the few that were in process lately like the many of all days', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      const old = Array.from({ length: 40 }, (_, index) => spanning(`old-${index}`, [0, 9]))
      const few = [
        spanning('open', [3, null]),
        spanning('late', [4, 30]),
        spanning('later', [31, 33]),
      ]
      await run.commit(batch([...old, ...few]))
      const codes = async (query: DossierQuery) =>
        (await scanInOrder(store, query)).map(({ code }) => code)
      const days = { from: FIRST_DAY + 20, to: FIRST_DAY + 30 }
      expect(await codes(days)).toEqual(['late', 'open'])
      expect(await codes({ ...days, organisations: ['nowhere'] })).toEqual([])
      expect(await codes(EVERYTHING)).toHaveLength(43)
    })

    test('can be limited to sources and organisations', async () => {
      const { store } = await fixture.fresh()
      const [here, there] = [await begin(store, 'here'), await begin(store, 'there')]
      const records = [dossier('A'), dossier('B', { organisationCode: 'H99.04' })]
      await here.commit(batch(records, { source: 'here' }))
      await there.commit(batch(records, { source: 'there' }))
      const names = async (query: Partial<DossierQuery>) =>
        (await scanInOrder(store, { ...EVERYTHING, ...query })).map((d) => `${d.source} ${d.code}`)
      expect(await names({})).toEqual(['here A', 'here B', 'there A', 'there B'])
      expect(await names({ sources: ['there'] })).toEqual(['there A', 'there B'])
      expect(await names({ organisations: ['H99.04'] })).toEqual(['here B', 'there B'])
      expect(await names({ sources: ['here'], organisations: ['H99.04'] })).toEqual(['here B'])
      expect(await names({ sources: ['nowhere'] })).toEqual([])
    })

    test('holds no more rows at once for many dossiers than for few, and misses none', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      const codes = dossiers(23_000).map(({ code }) => code)
      for (let start = 0; start < codes.length; start += 10_000) {
        await run.commit(batch(codes.slice(start, start + 10_000).map((code) => dossier(code))))
      }
      const seen: string[] = []
      const sizes: number[] = []
      for await (const some of store.scanDossiers(EVERYTHING)) {
        sizes.push(some.length)
        for (const { code } of some) seen.push(code)
      }
      expect(seen.sort()).toEqual(codes)
      expect(Math.max(...sizes)).toBeLessThanOrEqual(5000)
      expect(sizes.length).toBe(Math.ceil(codes.length / 5000))
    })

    test('reads what is asked for of each, and always whose it is', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      const receivedAt = FIRST_DAY * DAY
      const pauses = [{ from: receivedAt, to: null }]
      const paused = dossier('A', { pauses, onlinePayment: false, lastingId: '7' })
      await run.commit(batch([paused, dossier('B', { channel: null, fieldCode: null })]))
      await run.commit(batch([dossier('A', { ...paused, digitised: true, version: 2 })]))
      const whole = await scanInOrder(store, EVERYTHING)
      expect(whole).toMatchObject([
        { ...paused, digitised: true, version: 2, runId: run.runId },
        { code: 'B', channel: null, fieldCode: null, pauses: [], lastingId: undefined },
      ])
      const fields = ['code', 'pauses', 'digitised', 'onlinePayment', 'runId', 'version'] as const
      const parts = []
      for await (const some of store.scanDossiers({ ...EVERYTHING, fields })) parts.push(...some)
      const named = ['source', 'organisationCode', ...fields] as const
      expect(parts.toSorted((a, b) => (a.code < b.code ? -1 : 1))).toEqual(
        whole.map((one) => Object.fromEntries(named.map((name) => [name, one[name]]))),
      )
    })

    test('shows one moment, whatever is committed while it lasts', async () => {
      const { store, url } = await fixture.fresh()
      const other = await fixture.open(url)
      const run = await begin(other)
      await run.commit(batch(dossiers(12_000)))
      const seen: StoredDossier[] = []
      for await (const some of store.scanDossiers(EVERYTHING)) {
        if (seen.length === 0) {
          await run.commit(batch(dossiers(12_500, { status: 'finished', version: 2 })))
        }
        seen.push(...some)
      }
      expect(seen).toHaveLength(12_000)
      expect(seen.filter(({ version }) => version === 2)).toEqual([])
      expect(await scanInOrder(store, EVERYTHING)).toHaveLength(12_500)
    })

    test('may be left before its end, and two may go on at once', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      await run.commit(batch(dossiers(5001)))
      for (let turn = 0; turn < 20; turn += 1) {
        for await (const some of store.scanDossiers(EVERYTHING)) {
          expect(some).toHaveLength(5000)
          break
        }
      }
      const [one, two] = await Promise.all([
        scanInOrder(store, EVERYTHING),
        scanInOrder(store, EVERYTHING),
      ])
      expect([one.length, two.length]).toEqual([5001, 5001])
      expect(await run.commit(batch([dossier('Z')]))).toMatchObject({ new: 5002 })
    })
  })
}

function spanning(code: string, [from, to]: readonly [number, number | null]) {
  return dossier(code, {
    receivedAt: (FIRST_DAY + from) * DAY,
    finishedAt: to === null ? null : (FIRST_DAY + to) * DAY,
  })
}
