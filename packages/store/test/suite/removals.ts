import { type Dossier, inWords, SnapshotSuspicious } from '@cchc/domain'
import { describe, expect, test } from 'vitest'
import type { Batch, Refusal, RunWriter, Store } from '../../src/index.ts'
import { storeAsKnownAt } from '../../src/views.ts'
import { batch, catalogueBatch, dossier, dossiers, FIRST_DAY, procedures } from './dossiers.ts'
import { begin, type Fixture, finish, manualClock, scanInOrder } from './fixture.ts'
import { scanned, summed } from './model.ts'

const DAY = { from: FIRST_DAY, to: FIRST_DAY }
const EVERYTHING = { from: 0, to: FIRST_DAY + 1000 }
const TOLD = { cursor: undefined, acceptRemovals: false }
const FULL = { ...TOLD, full: true }
const ACCEPTED = { ...TOLD, acceptRemovals: true }

export function testRemovals(fixture: Fixture): void {
  describe('what a catalogue no longer holds', () => {
    test('is no refused record: one with a key is present', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      const names = Array.from({ length: 100 }, (_, index) => `P${index}`)
      await pass(run, names)
      for (const sound of [51, 26, 1]) {
        const broken = names.slice(sound).map((name) => refusal(name))
        const counts = await pass(run, names.slice(0, sound), broken)
        expect(counts.removed).toBe(0)
        expect(await keys(store)).toHaveLength(100)
      }
    })

    test('cannot be known beside a refused record without a readable key', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      await pass(run, ['A', 'B', 'C', 'D'])
      await pass(run, ['A', 'B', 'C', 'E'], [refusal(null)])
      expect(await keys(store)).toEqual(['A', 'B', 'C', 'D', 'E'])
      expect(await told(store, run)).toEqual([expect.stringContaining('1 stored records did not')])
      await pass(run, ['A', 'B', 'C', 'E'])
      expect(await keys(store)).toEqual(['A', 'B', 'C', 'E'])
    })

    test('cannot be known after a run that was broken off either, until a person says so', async () => {
      const { store } = await fixture.fresh()
      const first = await begin(store)
      await pass(first, ['A', 'B'])
      await first.commit({ ...catalogueBatch(procedures('A')), refusals: [refusal(null)] })
      await finish(first, 'interrupted')
      const second = await begin(store)
      await second.completePass('procedures', TOLD)
      expect(await keys(store)).toEqual(['A', 'B'])
      await second.commit({ ...catalogueBatch(procedures('A')), refusals: [refusal(null)] })
      await second.completePass('procedures', ACCEPTED)
      expect(await keys(store)).toEqual(['A'])
    })

    test('is measured by the largest pass since a person last accepted removals', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      const names = Array.from({ length: 100 }, (_, index) => `P${index}`)
      await pass(run, names)
      await pass(run, names.slice(0, 51))
      const stopped = pass(run, names.slice(0, 26))
      await expect(stopped).rejects.toThrow(SnapshotSuspicious)
      await expect(stopped).rejects.toMatchObject({
        message: expect.stringContaining('26 records where a whole pass held 100'),
        fix: expect.stringContaining('cchc sync one-stop --accept-removals'),
      })
      expect(await keys(store)).toHaveLength(51)
      await pass(run, names.slice(0, 26), [], ACCEPTED)
      expect(await keys(store)).toHaveLength(26)
      await pass(run, names.slice(0, 13))
      expect(await keys(store)).toHaveLength(13)
    })

    test('is measured by what a pass held, refused records too', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      await pass(run, ['A', 'B'], ['C', 'D', 'E'].map(refusal))
      await expect(pass(run, ['A'])).rejects.toThrow(SnapshotSuspicious)
      expect(await keys(store)).toEqual(['A', 'B'])
    })

    test('is removed where the portal says so', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      await run.commit(catalogueBatch(procedures('A', 'B'), 'upsert'))
      const counts = await run.commit({
        ...catalogueBatch(procedures('C'), 'upsert'),
        removed: ['A', 'X'],
      })
      expect(counts).toMatchObject({ new: 3, removed: 1 })
      expect(await keys(store)).toEqual(['B', 'C'])
      expect(await store.listStreams()).toMatchObject([{ records: 2 }])
    })
  })

  describe('dossiers that days which were read whole no longer hold', () => {
    test('are told by every run, and count until they are accepted', async () => {
      const { store, run } = await withDossiers(5)
      await commitDay(run, { came: dossiers(3) })
      await run.completePass('dossiers', TOLD)
      await finish(run)
      const later = await begin(store)
      await later.completePass('dossiers', TOLD)
      for (const one of [run, later]) {
        expect(await told(store, one)).toEqual([
          expect.stringMatching(/2 stored dossiers .* portal: D000003, D000004\. .*--accept-rem/),
        ])
      }
      expect(await codes(store)).toHaveLength(5)
      const counts = await later.completePass('dossiers', ACCEPTED)
      expect(counts.removed).toBe(2)
      expect(await codes(store)).toEqual(['D000000', 'D000001', 'D000002'])
      expect(await store.listStreams()).toMatchObject([{ records: 3 }])
      expect(await later.listMissing('dossiers')).toEqual([])
    })

    test('are gone after everything was read again, stay known as of before, and can come back', async () => {
      const { store, run, clock, url } = await withDossiers(4)
      const before = clock.now()
      clock.pass(1000)
      await commitDay(run, { came: dossiers(2) })
      await run.completePass('dossiers', FULL)
      const gone = clock.now()
      expect(await codes(store)).toHaveLength(2)
      expect(await codes(storeAsKnownAt(store, before))).toHaveLength(4)
      await expectLedger(store)
      expect(await changed(store, { after: before, until: gone })).toEqual([
        ['D000002', null],
        ['D000003', null],
      ])
      clock.pass(1000)
      const counts = await commitDay(run, { came: dossiers(4) })
      expect(counts.new).toBe(6)
      await run.completePass('dossiers', FULL)
      expect(await codes(store)).toHaveLength(4)
      expect(await codes(storeAsKnownAt(store, gone))).toHaveLength(2)
      expect(await changed(store, { after: gone, until: clock.now() })).toHaveLength(2)
      await expectLedger(store)
      const versions = 'select code from dossier_version order by code'
      expect(await fixture.query(url, versions)).toEqual([{ code: 'D000002' }, { code: 'D000003' }])
    })

    test('are not those of refused records; without a key nothing can be known', async () => {
      const { store, run } = await withDossiers(3)
      await commitDay(run, { came: dossiers(2), refusals: [refusal('D000002')] })
      expect(await run.listMissing('dossiers')).toEqual([])
      await finish(run)
      const later = await begin(store)
      await later.completePass('dossiers', TOLD)
      await commitDay(later, { came: dossiers(2), refusals: [refusal(null)] })
      await later.completePass('dossiers', FULL)
      expect(await codes(store)).toHaveLength(3)
      expect(await told(store, later)).toEqual([
        expect.stringContaining('1 stored dossiers did not come, but 1 refused'),
      ])
    })

    test('are not those that were refused or came elsewhere in the same pass, nor of other days', async () => {
      const { run } = await withDossiers(3)
      const [first, second] = dossiers(3)
      const moved = { ...(first as Dossier), version: 11, receivedAt: day(40) }
      await run.commit(batch([moved], { refusals: [refusal(String(second?.code))] }))
      await commitDay(run, { came: [] })
      expect(await run.listMissing('dossiers')).toEqual(['D000002'])
      await run.commit(batch(dossiers(3).slice(2)))
      expect(await run.listMissing('dossiers')).toEqual([])
    })

    test('are never taken away by half, however often everything is read', async () => {
      const { store, run } = await withDossiers(10)
      await commitDay(run, { came: dossiers(6) })
      await run.completePass('dossiers', FULL)
      expect(await codes(store)).toHaveLength(6)
      await commitDay(run, { came: dossiers(4) })
      const stopped = run.completePass('dossiers', FULL)
      await expect(stopped).rejects.toMatchObject({
        code: 'snapshot_suspicious',
        fix: expect.stringContaining('--accept-removals'),
      })
      expect(await codes(store)).toHaveLength(6)
      expect(await run.completePass('dossiers', ACCEPTED)).toMatchObject({ removed: 6 })
      expect(await codes(store)).toHaveLength(4)
    })

    test('are gone at once where the portal says so', async () => {
      const { store, run } = await withDossiers(3)
      const counts = await run.commit(batch(dossiers(3), { removed: ['D000001', 'X'] }))
      expect(counts).toMatchObject({ unchanged: 3, removed: 1 })
      expect(await codes(store)).toEqual(['D000000', 'D000002'])
      expect(await store.listStreams()).toMatchObject([{ records: 2 }])
      await expectLedger(store)
    })
  })

  describe('a dossier with a lasting id', () => {
    const known = (code: string, lastingId: string, change: Partial<Dossier> = {}) =>
      dossier(code, { lastingId, ...change })

    test('is the same under another code, and counted once', async () => {
      const { store, run, clock } = await withDossiers(0)
      await run.commit(batch([known('A', '7'), known('B', '8')]))
      const before = clock.now()
      clock.pass(1000)
      const counts = await run.commit(batch([known('C', '7', { version: 11 }), known('B', '8')]))
      expect(counts).toMatchObject({ new: 2, changed: 1, unchanged: 1, removed: 0 })
      expect(await codes(store)).toEqual(['B', 'C'])
      expect(await codes(storeAsKnownAt(store, before))).toEqual(['A', 'B'])
      await expectLedger(store)
      expect(await run.commit(batch([known('A', '7')]))).toMatchObject({ outdated: 1 })
      expect(await codes(store)).toEqual(['B', 'C'])
    })

    test('takes a code that another one had, also by turns', async () => {
      const { store, run } = await withDossiers(0)
      await run.commit(batch([known('A', '7'), known('B', '8')]))
      await run.commit(batch([known('B', '7', { version: 11 }), known('A', '8', { version: 11 })]))
      expect(await codes(store)).toEqual(['A', 'B'])
      expect(await store.findDossier('one-stop', 'B')).toMatchObject({ lastingId: '7' })
      expect(await store.listStreams()).toMatchObject([{ records: 2 }])
      await expectLedger(store)
    })

    test('that was stored without it gets it, and is no changed one', async () => {
      const { store, run } = await withDossiers(0)
      await run.commit(batch([dossier('A')]))
      expect(await run.commit(batch([known('A', '7')]))).toMatchObject({ changed: 0, unchanged: 1 })
      await run.commit(batch([dossier('A', { version: 11 })]))
      await run.commit(batch([known('B', '7', { version: 12 })]))
      expect(await codes(store)).toEqual(['B'])
    })
  })

  async function withDossiers(count: number) {
    const clock = manualClock()
    const { store, url } = await fixture.fresh({ now: clock.now })
    const run = await begin(store)
    if (count > 0) {
      await run.commit(batch(dossiers(count)))
      await run.completePass('dossiers', TOLD)
    }
    return { store, url, run, clock }
  }
}

function day(number: number): number {
  return (dossier('A').receivedAt ?? 0) + number * 86_400_000
}

/** A whole pass over the procedures. */
async function pass(
  run: RunWriter,
  names: readonly string[],
  refusals: readonly Refusal[] = [],
  end: Parameters<RunWriter['completePass']>[1] = TOLD,
) {
  await run.commit({ ...catalogueBatch(procedures(...names)), refusals })
  return run.completePass('procedures', end)
}

/** Reads the first day whole. */
function commitDay(
  run: RunWriter,
  { came, refusals = [] }: { readonly came: readonly Dossier[]; readonly refusals?: Refusal[] },
) {
  const seen = new Map<string, number | null>(came.map(({ code }) => [code, FIRST_DAY]))
  for (const { key } of refusals) if (key) seen.set(String(key.code), null)
  const unreadable = refusals.filter(({ key }) => key === null).length
  const whole: Batch['whole'] = [{ ...DAY, codes: seen, unreadable }]
  return run.commit(batch(came, { refusals, whole, keyFields: ['code'] }))
}

function refusal(code: string | null): Refusal {
  return { key: code === null ? null : { code }, reasons: [], fields: {} }
}

async function keys(store: Store): Promise<string[]> {
  return (await store.listRecords('procedure')).map(({ key }) => key)
}

function all(store: Pick<Store, 'scanDossiers'>) {
  return scanInOrder(store, EVERYTHING)
}

async function codes(store: Pick<Store, 'scanDossiers'>): Promise<string[]> {
  return (await all(store)).map(({ code }) => code)
}

async function changed(store: Store, range: { after: number; until: number }) {
  const found: unknown[] = []
  for await (const part of store.scanChanges({ ...EVERYTHING, ...range })) {
    found.push(...part.map(({ before, after }) => [before?.code ?? null, after?.code ?? null]))
  }
  return found
}

async function told(store: Store, { runId }: RunWriter): Promise<string[]> {
  return (await store.getRun(runId)).warnings.map((one) => inWords(one as never))
}

/** The ledger is the sum of all dossiers that are there. */
async function expectLedger(store: Store): Promise<void> {
  const window = { from: FIRST_DAY, to: FIRST_DAY + 100 }
  const cells = await store.ledger({ ...window, byDay: true })
  expect(summed(cells, window)).toEqual(scanned(await all(store), window))
}
