import { inspect } from 'node:util'
import { type Dossier, StoreError } from '@cchc/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Batch, Store } from '../../src/index.ts'
import { dumpStore } from '../testing/index.ts'
import { anyDossier, batch, CODES, dossier, dossiers } from './dossiers.ts'
import { begin, type Fixture, manualClock, type Row } from './fixture.ts'
import { content, ModelStore } from './model.ts'

export function testCommits(fixture: Fixture): void {
  describe('a commit of dossiers', () => {
    test('counts what is new, changed, unchanged and outdated, and adds up over the run', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      expect(await run.commit(batch(dossiers(3)))).toMatchObject({ fetched: 3, new: 3, changed: 0 })
      const totals = await run.commit(
        batch([
          dossier('D000000'),
          dossier('D000001', { status: 'finished' }),
          dossier('D000002', { version: 0, status: 'finished' }),
          dossier('D000003'),
        ]),
      )
      expect(totals).toEqual({
        ...{ pages: 2, fetched: 7, new: 4, changed: 1, unchanged: 1, outdated: 1 },
        ...{ removed: 0, refused: 0, dismissed: 0, requests: 0, retries: 0, bytes: 0 },
      })
    })

    test('never lets an older version replace a newer one', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      await run.commit(batch([dossier('A', { version: 5, status: 'finished' })]))
      await run.commit(batch([dossier('A', { version: 4, status: 'processing' })]))
      expect(await store.findDossier('one-stop', 'A')).toMatchObject({
        version: 5,
        status: 'finished',
      })
    })

    test('lets an equal version with other content replace the stored one', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      await run.commit(batch([dossier('A', { version: 5 })]))
      const counts = await run.commit(batch([dossier('A', { version: 5, status: 'returned' })]))
      expect(counts).toMatchObject({ changed: 1 })
      expect(await store.findDossier('one-stop', 'A')).toMatchObject({ status: 'returned' })
    })

    test('keeps dossiers of one code at two sources apart', async () => {
      const { store } = await fixture.fresh()
      const [here, there] = [await begin(store, 'here'), await begin(store, 'there')]
      await here.commit(batch([dossier('A')], { source: 'here' }))
      const counts = await there.commit(batch([dossier('A', { version: 0 })], { source: 'there' }))
      expect(counts).toMatchObject({ new: 1, outdated: 0 })
      expect(await store.findDossier('here', 'A')).toMatchObject({ version: 1, runId: here.runId })
      expect(await store.findDossier('nowhere', 'A')).toBeUndefined()
    })

    test('keeps every value of a dossier, who brought it and when', async () => {
      const clock = manualClock()
      const { store } = await fixture.fresh({ now: clock.now })
      const run = await begin(store)
      const full = dossier('000.00.03.H99-220101-0001', {
        fieldCode: 'Đất đai',
        channel: 'postal',
        dueAt: 1_641_100_000_001,
        finishedAt: 1_641_200_000_002,
        returnedAt: 1_641_300_000_003,
        pauses: [
          { from: 1_641_100_000_000, to: 1_641_110_000_000 },
          { from: 1_641_120_000_000, to: null },
        ],
        onlinePayment: false,
        digitised: true,
        serviceLevel: 'full',
        serviceLevelReceived: 'Mức độ 4',
        version: 1_641_300_000_003,
      })
      await run.commit(batch([full]))
      expect(await store.findDossier('one-stop', full.code)).toEqual({
        ...full,
        source: 'one-stop',
        runId: run.runId,
        knownFrom: clock.now(),
      })
    })

    test('keeps text that a database cannot hold readable, and finds it unchanged', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      const odd = dossier('A', {
        statusReceived: 'a\u0000b',
        fieldCode: '\ud800',
        serviceLevelReceived: '\u0000',
      })
      await run.commit(batch([odd]))
      expect(await run.commit(batch([odd]))).toMatchObject({ new: 1, unchanged: 1, changed: 0 })
      expect(await store.findDossier('one-stop', 'A')).toMatchObject({
        statusReceived: 'a\ufffdb',
        fieldCode: '\ufffd',
      })
    })

    test('appends superseded states to the history with the time for which they were known', async () => {
      const clock = manualClock()
      const { store, url } = await fixture.fresh({ now: clock.now })
      const run = await begin(store)
      const first = clock.now()
      await run.commit(batch([dossier('A'), dossier('B')]))
      const second = clock.pass(1000)
      await run.commit(batch([dossier('A', { version: 2 }), dossier('B')]))
      const third = clock.pass(1000)
      await run.commit(batch([dossier('A', { version: 3 })]))
      expect(
        await fixture.query(
          url,
          'select code, version, known_from, known_to from dossier_version order by known_from',
        ),
      ).toEqual([
        { code: 'A', version: 1, known_from: first, known_to: second },
        { code: 'A', version: 2, known_from: second, known_to: third },
      ])
      expect(await store.findDossier('one-stop', 'A')).toMatchObject({ knownFrom: third })
      expect(await store.findDossier('one-stop', 'B')).toMatchObject({ knownFrom: first })
    })

    test('has the effect of its records one by one, however they are batched', async () => {
      const { store, url } = await fixture.fresh()
      let sources = 0
      const property = fc.asyncProperty(batches, async (parts) => {
        sources += 1
        const source = `s${sources}`
        const model = new ModelStore()
        const run = await begin(store, source)
        for (const part of parts) {
          for (const record of part) model.add(record)
          await run.commit(batch(part, { source }))
        }
        expect((await store.getRun(run.runId)).counts).toMatchObject(model.counts)
        expect(await storedStates(store, source)).toEqual(model.current)
        expect(await historyOf(url, source)).toEqual(model.history.map(brief).sort())
      })
      await fc.assert(property, { numRuns: 60 })
    })

    async function historyOf(url: string, source: string): Promise<string[]> {
      const rows = await fixture.query(
        url,
        `select code, version, status from dossier_version where source = '${source}'`,
      )
      return rows.map(brief).sort()
    }
  })

  describe('a commit that fails', () => {
    const failures: Readonly<Record<string, Partial<Batch>>> = {
      'while a record is stored': {
        content: {
          entity: 'dossier',
          records: [...dossiers(3), dossier('Z', { procedureCode: null as never })],
        },
      },
      'while the cursor is stored': { cursor: { page: 2n } },
      'while the counts are stored': { traffic: { requests: 1n as never, retries: 0, bytes: 0 } },
    }

    test.each(Object.keys(failures))('%s changes nothing, and the run goes on', async (name) => {
      const { store, url } = await fixture.fresh()
      const run = await begin(store)
      const refusals = [{ key: { code: 'R' }, reasons: [], fields: {} }]
      await run.commit(batch(dossiers(2), { refusals }))
      const before = await everything()
      const changes = [
        dossier('D000000', { status: 'finished', version: 9 }),
        ...dossiers(4),
        dossier('R'),
      ]
      const more = [{ key: { code: 'R2' }, reasons: [], fields: {} }]
      await expect(
        run.commit(batch(changes, { refusals: more, cursor: { page: 2 }, ...failures[name] })),
      ).rejects.toThrow()
      expect(await everything()).toEqual(before)

      const resolving = [...dossiers(4), dossier('R')]
      const totals = await run.commit(batch(resolving, { cursor: { page: 2 } }))
      expect(totals).toMatchObject({ pages: 2, fetched: 8, new: 5, unchanged: 2, refused: 1 })
      expect(await store.listStreams()).toMatchObject([{ records: 5, quarantined: 0 }])

      async function everything() {
        return [await dumpStore(url), await store.getRun(run.runId), await store.listStreams()]
      }
    })

    test('tells of a refused statement without its data', async () => {
      const { store } = await fixture.fresh()
      const run = await begin(store)
      const failure = await run
        .commit(batch([dossier('SECRET-CODE', { procedureCode: null as never })]))
        .catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(StoreError)
      const all = inspect(failure, { depth: 9, showHidden: true })
      expect(all).not.toContain('SECRET-CODE')
      expect(all).not.toMatch(/insert into/i)
    })
  })
}

const batches = fc.array(fc.array(anyDossier, { maxLength: 8 }), { maxLength: 6 })

async function storedStates(store: Store, source: string): Promise<Map<string, Dossier>> {
  const states = new Map<string, Dossier>()
  for (const code of CODES) {
    const stored = await store.findDossier(source, code)
    if (stored) states.set(code, content(stored))
  }
  return states
}

function brief({ code, version, status }: Row | Dossier): string {
  return `${code} ${version} ${status}`
}
