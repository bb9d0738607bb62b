import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Dossier } from '@cchc/domain'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Batch, PassEnd, RunCounts, Store } from '../../src/index.ts'
import { openDialect } from '../../src/open-dialect.ts'
import {
  anyDossier,
  batch,
  CODES,
  catalogueBatch,
  dossier,
  FIRST_DAY,
  procedures,
} from './dossiers.ts'
import { begin, type Fixture, finish } from './fixture.ts'

const TABLES = [
  ...['run', 'checkpoint', 'lease', 'quarantine', 'dossier', 'dossier_version', 'dossier_day'],
  ...['missing_dossier', 'ledger', 'record', 'record_version', 'staged_record', 'stream_pass'],
  ...['settled_instant'],
]

/** One thing that a run does: a batch, or the end of a pass. */
type Step =
  | { readonly batch: Batch }
  | { readonly stream: string; readonly end: PassEnd }
  | { readonly reset: string }

const code = fc.constantFrom(...CODES)
const identified = fc
  .tuple(anyDossier, fc.option(fc.constantFrom('1', '2', '3'), { nil: undefined }))
  .map(([one, lastingId]): Dossier => (lastingId === undefined ? one : { ...one, lastingId }))

const dossierStep = fc
  .record({
    records: fc.array(identified, { maxLength: 4 }),
    removed: fc.array(code, { maxLength: 1 }),
    refused: fc.array(fc.option(code, { nil: null }), { maxLength: 1 }),
    whole: fc.option(fc.tuple(fc.nat(59), fc.nat(59)), { nil: undefined }),
  })
  .map(({ records, removed, refused, whole }): Step => {
    const refusals = refused.map((key) => ({
      key: key === null ? null : { code: key },
      reasons: [],
      fields: {},
    }))
    const [from = 0, to = 0] = whole?.toSorted((a, b) => a - b) ?? []
    const codes = new Map([
      ...records.map((one) => [one.code, null] as const),
      ...refusals.flatMap(({ key }) => (key ? [[key.code, null] as const] : [])),
    ])
    const unreadable = refusals.filter(({ key }) => key === null).length
    const days = { from: FIRST_DAY + from, to: FIRST_DAY + to, codes, unreadable }
    return {
      batch: {
        ...batch(records, { removed, refusals, keyFields: ['code'] }),
        ...(whole && { whole: [days] }),
      },
    }
  })

const catalogueStep = fc
  .array(code, { maxLength: 4 })
  .map((names): Step => ({ batch: catalogueBatch(procedures(...names)) }))

const endStep = fc
  .record({
    stream: fc.constantFrom('dossiers', 'procedures'),
    acceptRemovals: fc.boolean(),
    full: fc.boolean(),
  })
  .map(({ stream, ...end }): Step => ({ stream, end: { cursor: undefined, ...end } }))

const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: dossierStep },
    { weight: 2, arbitrary: catalogueStep },
    { weight: 2, arbitrary: endStep },
    { weight: 1, arbitrary: fc.constantFrom('dossiers', 'procedures').map((reset) => ({ reset })) },
  ),
  { maxLength: 8 },
)

type Did = RunCounts | string | undefined

/** What each step said, and how the source stands after them. */
async function run(store: Store, source: string, todo: readonly Step[]) {
  const writer = await begin(store, source)
  const did: Did[] = []
  for (const step of todo) {
    const doing: Promise<RunCounts | undefined> =
      'batch' in step
        ? writer.commit({ ...step.batch, source })
        : 'end' in step
          ? writer.completePass(step.stream, step.end)
          : writer.reset(step.reset).then(() => undefined)
    did.push(await doing.catch((failure: { readonly code: string }) => failure.code))
  }
  const { status, counts, streams, warnings, failures } = await finish(writer)
  const states = (await store.listStreams())
    .filter((one) => one.source === source)
    .map(({ completedAt: _, committedAt: __, ...own }) => own)
  const { items } = await store.listQuarantine({ source })
  const refused = items.map(({ key, timesSeen }) => [key, timesSeen])
  return { did, status, counts, streams, warnings, failures, states, refused }
}

/** Every row of every table, as it is. */
async function content(url: string): Promise<string> {
  const { reader, close } = await openDialect(url)
  const tables: unknown[] = []
  for (const table of TABLES) {
    const { rows } = await sql`select * from ${sql.table(table)} order by 1, 2`.execute(reader)
    tables.push(rows)
  }
  await close()
  return JSON.stringify(tables)
}

export function testRehearsals(fixture: Fixture): void {
  describe('a rehearsal', () => {
    let folder: string
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'cchc-rehearsals-'))
      vi.stubEnv('TMPDIR', folder)
    })
    afterEach(() => {
      vi.unstubAllEnvs()
      rmSync(folder, { recursive: true })
    })

    test('does what the run itself would do, and leaves the store as it was', async () => {
      const { store, url } = await fixture.fresh()
      let count = 0
      await fc.assert(
        fc.asyncProperty(fc.array(steps, { maxLength: 2 }), steps, async (before, todo) => {
          count += 1
          const source = `one-stop-${count}`
          for (const one of before) await run(store, source, one)
          const stood = await content(url)
          const rehearsal = await store.rehearse(source)
          const rehearsed = await run(rehearsal, source, todo)
          await rehearsal.close()
          expect(await content(url)).toBe(stood)
          expect(rehearsed).toEqual(await run(store, source, todo))
        }),
        { numRuns: 20 },
      )
      expect(readdirSync(folder)).toEqual([])
    })

    const day = { from: FIRST_DAY, to: FIRST_DAY, unreadable: 0 }
    const came = (...codes: string[]) =>
      batch(
        codes.map((name) => dossier(name)),
        {
          whole: [{ ...day, codes: new Map(codes.map((name) => [name, FIRST_DAY])) }],
        },
      )
    const told = { cursor: { page: 1 }, acceptRemovals: false }
    const stored: readonly Step[] = [
      { batch: batch([dossier('A', { lastingId: '1' }), dossier('B'), dossier('C')]) },
      { stream: 'dossiers', end: told },
    ]

    test.each<[string, readonly Step[], readonly Step[], Partial<RunCounts>]>([
      [
        'a dossier that was renumbered',
        stored,
        [{ batch: batch([dossier('X', { lastingId: '1' })]) }],
        { changed: 1, new: 0 },
      ],
      [
        'dossiers that a day no longer holds',
        stored,
        [
          { batch: came('A') },
          { stream: 'dossiers', end: { ...told, full: true, acceptRemovals: true } },
        ],
        { removed: 2 },
      ],
      [
        'a dossier that went and came back',
        stored,
        [{ batch: batch([], { removed: ['B'] }) }, { batch: batch([dossier('B')]) }],
        { removed: 1, new: 1 },
      ],
      [
        'dossiers that were missing before',
        [...stored, { batch: came('A', 'B') }],
        [{ stream: 'dossiers', end: { ...told, acceptRemovals: true } }],
        { removed: 1 },
      ],
    ])('knows %s', async (_, before, todo, counts) => {
      const { store } = await fixture.fresh()
      await run(store, 'one-stop', before)
      const rehearsal = await store.rehearse('one-stop')
      const rehearsed = await run(rehearsal, 'one-stop', todo)
      await rehearsal.close()
      expect(rehearsed.counts).toMatchObject(counts)
      expect(await run(store, 'one-stop', todo)).toEqual(rehearsed)
    })

    test('knows how far back a stream was read', async () => {
      const { store } = await fixture.fresh()
      const reach = { entity: 'dossier' as const, openBefore: false }
      const first = await begin(store)
      await first.beginPass('dossiers', { ...reach, from: 1 })
      await first.commit(batch([dossier('A')]))
      await first.completePass('dossiers', told)
      await finish(first)
      const rehearsal = await store.rehearse('one-stop')
      const second = await begin(rehearsal)
      await second.beginPass('dossiers', { ...reach, from: 5 })
      await second.completePass('dossiers', told)
      expect(await rehearsal.listCompletions()).toMatchObject([{ covered: { from: 1 } }])
      await rehearsal.close()
    })

    test('is refused while a run holds the source, and holds it from nobody', async () => {
      const { store } = await fixture.fresh()
      const writer = await begin(store)
      await expect(store.rehearse('one-stop')).rejects.toMatchObject({ code: 'run_conflict' })
      await finish(writer)
      const rehearsal = await store.rehearse('one-stop')
      await finish(await begin(rehearsal))
      await finish(await begin(store))
      await rehearsal.close()
      expect((await store.listRuns()).items).toHaveLength(2)
      expect(readdirSync(folder)).toEqual([])
    })
  })
}
