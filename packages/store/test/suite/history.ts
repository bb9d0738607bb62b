import type { Dossier } from '@cchc/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DossierChange, Store, StoredDossier } from '../../src/index.ts'
import { storeAsKnownAt } from '../../src/views.ts'
import {
  anyDossier,
  batch,
  CODES,
  catalogueBatch,
  dossier,
  FIRST_DAY,
  procedures,
} from './dossiers.ts'
import { begin, type Fixture, manualClock, scanInOrder } from './fixture.ts'
import { testPeriodLog } from './period-log.ts'

const WINDOW = { from: FIRST_DAY + 20, to: FIRST_DAY + 40 }
const EVERYTHING = { from: 0, to: FIRST_DAY + 1000 }

export function testHistory(fixture: Fixture): void {
  describe('reading as known at an instant', () => {
    test('gives what scans and the ledger gave at that instant, whatever was committed since', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      let sources = 0
      const property = fc.asyncProperty(histories, (batches) => {
        sources += 1
        return travels(store, { source: `s${sources}`, batches, clock })
      })
      await fc.assert(property, { numRuns: 25 })
    })

    test('gives catalogue records that were changed or removed since, and not those added since', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const run = await begin(store)
      const known: [number, unknown][] = []
      const keep = async (instant: number) =>
        known.push([instant, await store.listRecords('procedure')])
      await keep(clock.now())
      for (const names of [
        ['a', 'b', 'c'],
        ['a', 'b', 'd'],
        ['a', 'b', 'c', 'e'],
      ]) {
        clock.pass(1000)
        const changed = { key: 'a', value: { code: 'a', of: names.length + clock.now() } }
        await run.commit(catalogueBatch([...procedures(...names.slice(1)), changed]))
        await run.completePass('procedures', { cursor: null, acceptRemovals: true })
        await keep(clock.now())
      }
      for (const [instant, records] of known) {
        expect(await store.listRecords('procedure', { asKnownAt: instant })).toEqual(records)
      }
      const where = { code: 'c' }
      const lost = known[2]?.[0] ?? 0
      expect(await store.listRecords('procedure', { asKnownAt: lost, where })).toEqual([])
      const either = { code: ['c', 'd'] }
      const found = await store.listRecords('procedure', { asKnownAt: lost, where: either })
      expect(found.map(({ key }) => key)).toEqual(['d'])
      expect(
        await storeAsKnownAt(store, lost - 1).listRecords('procedure', { where }),
      ).toHaveLength(1)
    })

    test('gives the passes that were whole by then', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const run = await begin(store)
      const before = clock.now() - 1
      await run.commit(batch([dossier('A')]))
      const committed = clock.now()
      const completed = clock.pass(500)
      await run.completePass('dossiers', { cursor: null, acceptRemovals: false })
      clock.pass(500)
      await run.reset('dossiers')
      await run.completePass('dossiers', { cursor: null, acceptRemovals: false })
      const at = async (asKnownAt: number) =>
        (await store.listCompletions({ asKnownAt })).map(({ completedAt }) => completedAt)
      expect(await at(before)).toEqual([])
      expect(await at(committed)).toEqual([null])
      expect(await at(completed)).toEqual([completed])
      expect(await store.listCompletions()).toEqual([
        { source: 'one-stop', stream: 'dossiers', completedAt: clock.now(), covered: null },
      ])
    })

    test('keeps from when to when a stream was read whole, over crashes, and as it was known', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const reach = { entity: 'dossier', from: FIRST_DAY, openBefore: true } as const
      const covered = async (asKnownAt?: number) =>
        (await store.listCompletions({ asKnownAt })).map((one) => one.covered)
      const first = await begin(store)
      const began = clock.now()
      await first.beginPass('dossiers', reach)
      await first.commit(batch([dossier('A')]))
      await first.finish({ status: 'failed', error: null })
      expect(await covered()).toEqual([null])
      clock.pass(1000)
      const second = await begin(store)
      await second.beginPass('dossiers', { ...reach, from: FIRST_DAY + 9 })
      clock.pass(1000)
      await second.completePass('dossiers', { cursor: 7, acceptRemovals: false })
      const known = clock.now()
      expect(await covered()).toEqual([{ ...reach, to: began }])
      const again = clock.pass(1000)
      await second.beginPass('dossiers', { ...reach, from: FIRST_DAY - 9 })
      await second.completePass('dossiers', { cursor: 8, acceptRemovals: false })
      expect(await covered(), 'a cursor goes on from what was read').toEqual([
        { ...reach, to: again },
      ])
      clock.pass(1000)
      await second.reset('dossiers')
      await second.beginPass('dossiers', { ...reach, from: null })
      const full = clock.now()
      clock.pass(1000)
      await second.completePass('dossiers', { cursor: 9, acceptRemovals: false })
      expect(await covered()).toEqual([{ ...reach, from: null, to: full }])
      expect(await covered(known)).toEqual([{ ...reach, to: began }])
    })

    test('keeps that a pass read no further than its reader knew, where a clock was set back', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const run = await begin(store)
      const readUpTo = clock.now() - 100 * 86_400_000
      await run.beginPass('dossiers', { entity: 'dossier', from: null, openBefore: false })
      await run.completePass('dossiers', { cursor: 1, acceptRemovals: false, readUpTo })
      const [{ covered } = {}] = await store.listCompletions()
      expect(covered?.to).toBe(readUpTo)
    })

    test('keeps which days a source says that it holds, as it was known', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const run = await begin(store)
      const days = { from: '2022-01-01', to: '2022-01-31', asOf: '2022-02-05', openBefore: true }
      const held = [{ organisations: ['H16.53'], ...days }]
      const pass = async (lists: typeof held) => {
        await run.beginPass('dossiers', { entity: 'dossier', from: null, openBefore: false })
        await run.completePass('dossiers', { cursor: 1, acceptRemovals: false, held: lists })
        return clock.now()
      }
      const first = await pass(held)
      clock.pass(1000)
      await pass([])
      const heldAt = async (asKnownAt?: number) =>
        (await store.listCompletions({ asKnownAt })).map(({ covered }) => covered?.held)
      expect(await heldAt(first)).toEqual([held])
      expect(await heldAt()).toEqual([[]])
    })

    test('keeps one state of a dossier for each instant though a clock is set back', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const run = await begin(store)
      await run.commit(batch([dossier('A', { version: 1 })]))
      const first = clock.now()
      clock.pass(10_000)
      await run.commit(batch([dossier('A', { version: 2, status: 'finished' })]))
      const second = clock.now()
      clock.pass(-15_000)
      await run.commit(batch([dossier('A', { version: 3, status: 'returned' })]))
      expect(await store.lastCommitAt()).toBe(second + 1)
      expect(await store.settle()).toBe(second + 1)
      for (const instant of [first, second - 1, second, second + 1]) {
        const states = await collect(storeAsKnownAt(store, instant))
        const expected = [first, second - 1].includes(instant) ? 1 : instant === second ? 2 : 3
        expect(states.map(({ version }) => version)).toEqual([expected])
      }
    })

    test('never changes again for a settled instant, while others commit', async () => {
      const { store, url } = await fixture.fresh()
      const other = await fixture.open(url)
      const run = await begin(other)
      let done = false
      const writing = (async () => {
        for (let version = 1; version <= 40; version += 1) {
          await run.commit(batch(some(60, version)))
        }
        done = true
      })()
      const seen: [number, StoredDossier[]][] = []
      while (!done) {
        const instant = await store.settle()
        seen.push([instant, await collect(storeAsKnownAt(store, instant))])
      }
      await writing
      expect(seen.length).toBeGreaterThan(1)
      for (const [instant, states] of seen) {
        expect(await collect(storeAsKnownAt(store, instant))).toEqual(states)
      }
    })

    test('reads many dossiers in batches of limited size', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const run = await begin(store)
      await run.commit(batch(some(12_000, 1)))
      const then = clock.now()
      clock.pass(1000)
      await run.commit(batch(some(12_000, 2).filter((_, index) => index % 2 === 0)))
      await run.commit(batch([dossier('Z')]))
      const sizes: number[] = []
      const seen: StoredDossier[] = []
      for await (const part of store.scanDossiers({ ...EVERYTHING, asKnownAt: then })) {
        sizes.push(part.length)
        seen.push(...part)
      }
      expect(Math.max(...sizes)).toBeLessThanOrEqual(5000)
      expect(seen.map(({ code, version }) => [code, version]).sort()).toEqual(
        some(12_000, 1).map(({ code }) => [code, 1]),
      )
      const changes = await collectChanges(store, { after: then, until: clock.now() })
      expect(changes).toHaveLength(6001)
      expect(changes.filter(({ before }) => before === null)).toHaveLength(1)
    })
  })
  testPeriodLog(fixture)
}

/** Dossiers that come, are renumbered where they have a lasting id, and are removed by the portal's word. */
const identified = fc
  .tuple(anyDossier, fc.option(fc.constantFrom('7', '8', '9'), { nil: undefined }))
  .map(([one, lastingId]): Dossier => ({ ...one, ...(lastingId && { lastingId }) }))
const histories = fc.array(
  fc.record({
    records: fc.array(identified, { maxLength: 6 }),
    removed: fc.array(fc.constantFrom(...CODES), { maxLength: 2 }),
  }),
  { maxLength: 5 },
)

interface Travel {
  readonly source: string
  readonly batches: readonly { readonly records: Dossier[]; readonly removed: string[] }[]
  readonly clock: ReturnType<typeof manualClock>
}

interface Moment {
  readonly instant: number
  readonly states: readonly StoredDossier[]
  readonly cells: readonly string[]
}

/** Commits batches one after the other and compares what was seen in between with what is said of it afterwards. */
async function travels(store: Store, { source, batches, clock }: Travel): Promise<void> {
  const run = await begin(store, source)
  const moments: Moment[] = []
  const see = async (one: Store) => ({
    states: await collect(one, source),
    cells: await ledgerOf(one, source),
  })
  for (const { records, removed } of [{ records: [], removed: [] }, ...batches]) {
    const instant = clock.pass(60_000)
    if (records.length > 0) await run.commit(batch(records, { source, removed }))
    moments.push({ instant, ...(await see(store)) })
  }
  clock.pass(60_000)
  for (const { instant, ...seen } of moments) {
    for (const moment of [instant, instant + 59_999]) {
      expect(await see(storeAsKnownAt(store, moment))).toEqual(seen)
    }
  }
  for (const [index, { instant, states }] of moments.entries()) {
    const later = moments[index + 1] ?? { instant, states }
    const changes = await collectChanges(store, { after: instant, until: later.instant, source })
    const received = changes.map(asScanned).filter(({ before, after }) => before ?? after)
    expect(received).toEqual(compared(states, later.states))
  }
}

/** A scan does not show what has not been received. */
function asScanned({ before, after }: DossierChange): DossierChange {
  const shown = (one: StoredDossier | null) => (one?.receivedAt == null ? null : one)
  return { before: shown(before), after: shown(after) }
}

function compared(then: readonly StoredDossier[], now: readonly StoredDossier[]): DossierChange[] {
  const old = new Map(then.map((state) => [state.code, state]))
  const current = new Map(now.map((state) => [state.code, state]))
  return [...new Set([...old.keys(), ...current.keys()])]
    .toSorted()
    .map((code) => ({ before: old.get(code) ?? null, after: current.get(code) ?? null }))
    .filter(({ before, after }) => before?.knownFrom !== after?.knownFrom)
}

async function ledgerOf(store: Store, source: string): Promise<string[]> {
  const cells = await Promise.all([
    store.ledger({ ...WINDOW, sources: [source], byDay: true }),
    store.ledger({ ...WINDOW, sources: [source], byDay: false, organisations: ['H99.04'] }),
  ])
  return cells.flatMap((part) =>
    part.map((cell) => JSON.stringify(Object.entries(cell).sort())).sort(),
  )
}

function collect(store: Store, source = 'one-stop'): Promise<StoredDossier[]> {
  return scanInOrder(store, { ...EVERYTHING, sources: [source] })
}

interface Range {
  readonly after: number
  readonly until: number
  readonly source?: string
}

async function collectChanges(store: Store, range: Range): Promise<DossierChange[]> {
  const { source = 'one-stop', ...instants } = range
  const query = { ...EVERYTHING, ...instants, sources: [source] }
  const all: DossierChange[] = []
  for await (const part of store.scanChanges(query)) all.push(...part)
  return all
}

function some(count: number, version: number): Dossier[] {
  return Array.from({ length: count }, (_, index) =>
    dossier(`D${String(index).padStart(6, '0')}`, { version, statusReceived: `v${version}` }),
  )
}
