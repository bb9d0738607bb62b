import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COUNTING_RULES, startOfDay } from '@cchc/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LedgerQuery, Store, StoredDossier } from '../../src/index.ts'
import { ROLLUP_RULES } from '../../src/rollup/rollup-rules.ts'
import { countsOf, recount } from '../testing/recount.ts'
import { anyDossier, batch, CODES, dossier, dossiers, FIRST_DAY } from './dossiers.ts'
import { begin, type Fixture, finish } from './fixture.ts'

export function testRollups(fixture: Fixture): void {
  describe('sums that are kept', () => {
    test('are those of a count of the dossiers, whatever was kept when, now and as known before', async () => {
      const { store } = await fixture.fresh()
      let sources = 0
      const property = fc.asyncProperty(steps, queries, async (parts, asked) => {
        sources += 1
        const source = `s${sources}`
        const instants = await live(store, source, parts)
        for (const asKnownAt of [undefined, ...instants]) {
          for (const query of asked)
            await expectRecount(store, { ...query, sources: [source], asKnownAt })
        }
      })
      await fc.assert(property, { numRuns: 25 })
    })

    test('count what is received at midnight where a rule counts it, in windows that no sums are of', async () => {
      const { store } = await fixture.fresh()
      const midnight = dossier('A', { receivedAt: startOfDay(FIRST_DAY + 8) })
      await live(store, 'here', [{ states: [midnight], removed: [], keep: true }])
      for (const { id: rule } of COUNTING_RULES) {
        const query = { from: FIRST_DAY, to: FIRST_DAY + 7, byDay: false, detailed: true, rule }
        await expectRecount(store, { ...query, sources: ['here'], asKnownAt: undefined })
      }
    })

    test('count what its agency became competent for after its end, in windows that no sums are of', async () => {
      const { store } = await fixture.fresh()
      const [handedInAt, competentSince] = [startOfDay(20_700), startOfDay(20_715)]
      const moved = dossier('A', {
        ...{ receivedAt: handedInAt, finishedAt: startOfDay(20_702), status: 'finished' },
        facts: { outsideArea: true, handedInAt, competentSince },
      })
      await live(store, 'here', [{ states: [moved], removed: [], keep: true }])
      for (const { id: rule } of COUNTING_RULES) {
        const query = { from: 20_714, to: 20_716, byDay: false, detailed: true, rule }
        await expectRecount(store, { ...query, sources: ['here'], asKnownAt: undefined })
      }
    })

    test('are made anew by a person', async () => {
      const { store, url } = await fixture.fresh()
      await live(store, 'here', [{ states: dossiers(30), removed: [], keep: true }])
      await fixture.query(url, 'update rollup set tt01_2020_received = tt01_2020_received + 7')
      const query = { from: FIRST_DAY, to: FIRST_DAY + 30, byDay: false, detailed: true }
      const received = async () =>
        (await store.ledger(query)).reduce((sum, cell) => sum + cell.received, 0)
      expect(await received()).toBe(37)
      await store.rebuildRollups()
      expect(await received()).toBe(30)
    })

    test('are of nothing once other dossiers were put in', async () => {
      const { store } = await fixture.fresh()
      const folder = mkdtempSync(join(tmpdir(), 'cchc-rollups-'))
      const file = join(folder, 'before.cchc')
      await live(store, 'here', [{ states: dossiers(10), removed: [], keep: true }])
      await store.backUp({ file })
      const later = await begin(store, 'there')
      await later.commit(batch(dossiers(30), { source: 'there' }))
      await finish(later)
      await store.rollUp({ source: 'there' })
      await store.restore({ file, overwrite: true })
      rmSync(folder, { recursive: true })
      const query = { from: FIRST_DAY, to: FIRST_DAY + 30, byDay: false, detailed: true }
      for (const sources of [['here'], ['there']]) {
        await expectRecount(store, { ...query, sources, asKnownAt: undefined })
      }
    })

    test('of rules of another version are of no use, and are replaced', async () => {
      const { store, url } = await fixture.fresh()
      await live(store, 'here', [{ states: dossiers(30), removed: [], keep: true }])
      await fixture.query(url, "update rollup_source set rules = 'tt01-2020@0'")
      await fixture.query(url, 'update rollup set tt01_2020_received = tt01_2020_received + 7')
      const query = { from: FIRST_DAY, to: FIRST_DAY + 30, byDay: false, detailed: true }
      await expectRecount(store, { ...query, sources: ['here'], asKnownAt: undefined })
      await store.rollUp({ source: 'here' })
      await expectRecount(store, { ...query, sources: ['here'], asKnownAt: undefined })
      const [kept] = await fixture.query(url, 'select rules from rollup_source')
      expect(kept?.rules).toBe(ROLLUP_RULES)
    })

    test('are kept once many states are lacking, and not again when nothing was learnt', async () => {
      const { store, url } = await fixture.fresh()
      const sums = async () => (await fixture.query(url, 'select * from rollup')).length
      await live(store, 'here', [{ states: dossiers(30), removed: [], keep: false }])
      await store.rollUp({ source: 'here', least: 31 })
      expect(await sums()).toBe(0)
      await store.rollUp({ source: 'here', least: 30 })
      const kept = await sums()
      expect(kept).toBeGreaterThan(0)
      const before = await fixture.query(url, 'select * from rollup_source')
      await store.rollUp({ source: 'here' })
      expect(await fixture.query(url, 'select * from rollup_source')).toEqual(before)
    })
  })
}

interface Step {
  readonly states: Parameters<typeof batch>[0]
  readonly removed: readonly string[]
  /** Whether sums are kept after it. */
  readonly keep: boolean
}

const steps = fc.array(
  fc.record({
    states: fc.array(anyDossier, { maxLength: 6 }),
    removed: fc.subarray([...CODES], { maxLength: 2 }),
    keep: fc.boolean(),
  }),
  { minLength: 1, maxLength: 5 },
)

/** Any day, or one on which a sum begins. */
const day = fc.oneof(
  fc.integer({ min: FIRST_DAY - 20, max: FIRST_DAY + 500 }),
  fc
    .tuple(fc.integer({ min: -1, max: 14 }), fc.constantFrom(1, 15))
    .map(([month, first]) => Date.UTC(2022, month, first) / 86_400_000),
)

const queries: fc.Arbitrary<readonly LedgerQuery[]> = fc.array(
  fc
    .record({
      days: fc.tuple(day, day),
      cuts: fc.uniqueArray(day, { maxLength: 2 }),
      byDay: fc.constantFrom(false, false, true),
      detailed: fc.boolean(),
      rule: fc.constantFrom(...COUNTING_RULES.map(({ id }) => id)),
      organisations: fc.option(fc.constant(['H99.04']), { nil: undefined }),
    })
    .map(({ days, cuts, ...query }) => {
      const [from = 0, end = 0] = days.toSorted((a, b) => a - b)
      const to = Math.max(from, end - 1)
      const within = cuts.filter((cut) => cut > from && cut <= to).toSorted((a, b) => a - b)
      return { ...query, from, to, ...(query.byDay ? {} : { cuts: within }) }
    }),
  { minLength: 4, maxLength: 4 },
)

/** Commits step by step; returns instants after each. */
async function live(store: Store, source: string, parts: readonly Step[]): Promise<number[]> {
  const run = await begin(store, source)
  const instants: number[] = []
  for (const { states, removed, keep } of parts) {
    await run.commit(batch(states, { source, removed }))
    instants.push(await store.settle())
    if (keep) await store.rollUp({ source })
  }
  await finish(run)
  return instants
}

async function expectRecount(store: Store, query: LedgerQuery): Promise<void> {
  const { sources, asKnownAt } = query
  const stored: StoredDossier[] = []
  for await (const some of store.scanDossiers({ sources, asKnownAt, from: 0, to: 50_000 })) {
    stored.push(...some)
  }
  expect(countsOf(await store.ledger(query))).toEqual(recount(stored, query))
}
