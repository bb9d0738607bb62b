import { RunConflict, StoreError, say } from '@cchc/domain'
import { describe, expect, test } from 'vitest'
import type { PartWriter, RunWriter, Store } from '../../src/index.ts'
import { batch, dossier } from './dossiers.ts'
import { begin, type Fixture, finish } from './fixture.ts'

const SOURCE = 'one-stop'
const STREAM = 'dossiers'
const REST = { cursor: { at: 'rest' }, version: 3 }
const TOLD = { fetched: 2, versionsAhead: 1, endless: 0 }

const windows = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const day = String(index + 1).padStart(2, '0')
    return { from: `2022-01-${day}`, to: `2022-01-${day}` }
  })

/** A run whose reading is split into so many parts, so many of which may be read at once. */
async function split(store: Store, { parts = 3, atOnce = 2 } = {}): Promise<RunWriter> {
  const run = await begin(store)
  const asked = { from: null, to: null }
  await run.beginSplit(STREAM, { asked, rest: REST, windows: windows(parts) })
  await run.takeSplit(STREAM, atOnce)
  return run
}

function claim(store: Store, { runId }: Pick<RunWriter, 'runId'>, connectorVersion = '1.2.3') {
  return store.claimPart({ source: SOURCE, runId, connectorVersion })
}

async function claimed(store: Store, run: Pick<RunWriter, 'runId'>): Promise<PartWriter> {
  const part = await claim(store, run)
  if (!part) throw new Error('there is no part')
  return part
}

async function endAll(store: Store, run: RunWriter): Promise<void> {
  for (let part = await claim(store, run); part; part = await claim(store, run)) {
    await part.commit(batch([dossier(`of ${part.days.from}`)]))
    await part.end(TOLD)
  }
}

export function testParts(fixture: Fixture): void {
  const expire = (url: string) =>
    fixture.query(url, `update stream_part set owner = 'far-away~0123abcd:1:1', expires_at = 1`)

  describe('the parts of a split reading', () => {
    test('are each taken once, no more at a time than may be', async () => {
      const { store, url } = await fixture.fresh()
      const other = await fixture.open(url)
      const run = await split(store)
      const first = await claimed(store, run)
      const second = await claimed(other, run)
      expect([first.days, second.days]).toEqual(windows(2))
      expect(await claim(other, run)).toBeUndefined()
      await first.end(TOLD)
      expect((await claimed(other, run)).days).toEqual(windows(3)[2])
      expect(await claim(other, run)).toBeUndefined()
      expect(await run.parts(STREAM)).toMatchObject({ all: 3, done: 1, held: 2, told: TOLD })
    })

    test('are for connectors of the same version alone', async () => {
      const { store } = await fixture.fresh()
      const run = await split(store)
      expect(await claim(store, run, '1.2.4')).toBeUndefined()
      expect(await claim(store, { runId: '7' })).toBeUndefined()
    })

    test('keep positions of their own; that of the stream moves behind them when all are done', async () => {
      const { store, url } = await fixture.fresh()
      const run = await split(store)
      const part = await claimed(store, run)
      expect(part.position).toBeUndefined()
      await part.commit(batch([dossier('A')], { cursor: { page: 4 }, cursorVersion: 3 }))
      await part.release(TOLD)
      expect(await run.position(STREAM)).toBeUndefined()
      const again = await claimed(await fixture.open(url), run)
      expect(again).toMatchObject({
        days: part.days,
        position: { cursor: { page: 4 }, version: 3 },
      })
      await again.end(TOLD)
      await expect(run.endSplit(STREAM)).rejects.toThrow(StoreError)
      await endAll(store, run)
      expect((await run.parts(STREAM)).told).toEqual({ fetched: 8, versionsAhead: 4, endless: 0 })
      await run.endSplit(STREAM)
      expect(await run.position(STREAM)).toEqual(REST)
      expect(await run.split(STREAM)).toBeUndefined()
      const { parts, counts } = await finish(run)
      expect({ parts, added: counts.new }).toEqual({
        parts: { dossiers: { done: 3, all: 3 } },
        added: 3,
      })
    })

    test('are added up whoever commits when', async () => {
      const { store, url } = await fixture.fresh()
      const others = await Promise.all([fixture.open(url), fixture.open(url)])
      const run = await split(store, { atOnce: 3 })
      const parts = await Promise.all([store, ...others].map((handle) => claimed(handle, run)))
      await Promise.all(
        parts.map(async (part, index) => {
          for (let page = 0; page < 4; page += 1) {
            await part.commit(batch([dossier(`${index} ${page}`)]))
            await part.warn(say('{count} of it', { count: page }))
          }
          await part.end(TOLD)
        }),
      )
      const { counts, warnings, parts: ended } = await finish(run)
      expect(counts).toMatchObject({ pages: 12, fetched: 12, new: 12 })
      expect(warnings).toHaveLength(4)
      expect(ended).toEqual({ dossiers: { done: 3, all: 3 } })
      expect((await store.listStreams())[0]).toMatchObject({ stream: STREAM, records: 12 })
    })

    test('of one that is gone are taken over at their last commit, and it cannot write', async () => {
      const { store, url } = await fixture.fresh()
      const run = await split(store, { parts: 2 })
      const gone = await claimed(store, run)
      await gone.commit(batch([dossier('A')], { cursor: { page: 1 } }))
      await expire(url)
      const heir = await claimed(await fixture.open(url), run)
      expect(heir).toMatchObject({ days: gone.days, position: { cursor: { page: 1 } } })
      await expect(gone.commit(batch([dossier('B')]))).rejects.toThrow(RunConflict)
      await expect(gone.heartbeat()).rejects.toThrow(RunConflict)
      await expect(gone.end(TOLD)).rejects.toThrow(RunConflict)
      await expect(gone.release(TOLD)).rejects.toThrow(RunConflict)
      expect(await store.findDossier(SOURCE, 'B')).toBeUndefined()
      await heir.commit(batch([dossier('C')]))
      await heir.end(TOLD)
    })

    test('that are not done go to the next run, and nobody writes for the one before', async () => {
      const { store, url } = await fixture.fresh()
      const other = await fixture.open(url)
      const run = await split(store)
      await (await claimed(store, run)).end(TOLD)
      const held = await claimed(other, run)
      await finish(run, 'interrupted')
      await expect(held.commit(batch([dossier('A')]))).rejects.toThrow(RunConflict)
      expect(await claim(other, run)).toBeUndefined()
      const next = await begin(store)
      expect(await next.split(STREAM)).toEqual({ asked: { from: null, to: null }, rest: REST })
      await next.takeSplit(STREAM, 2)
      await expect(held.commit(batch([dossier('A')]))).rejects.toThrow(RunConflict)
      expect((await claimed(other, next)).days).toEqual(held.days)
      expect((await store.getRun(next.runId)).parts).toEqual({ dossiers: { done: 1, all: 3 } })
    })

    test('are left alone once one has failed, until a run goes on with them', async () => {
      const { store, url } = await fixture.fresh()
      const other = await fixture.open(url)
      const run = await split(store)
      const [failing, held] = [await claimed(store, run), await claimed(other, run)]
      const failure = {
        ...{ code: 'portal_throttled' as const, message: say('slower'), fix: null },
        ...{ softly: false, login: false },
      }
      await failing.release(TOLD, failure)
      expect(await claim(other, run)).toBeUndefined()
      await expect(held.heartbeat()).rejects.toThrow(RunConflict)
      await held.release(TOLD)
      expect(await run.parts(STREAM)).toMatchObject({ done: 0, held: 0, failures: [failure] })
      await run.takeSplit(STREAM, 2)
      expect((await claimed(other, run)).days).toEqual(failing.days)
    })

    test('are told to other processes alone, as long as there is one to read', async () => {
      const { store, url } = await fixture.fresh()
      const run = await split(store, { parts: 2 })
      expect(await store.listRunsWithParts()).toEqual([])
      await fixture.query(url, `update lease set owner = 'far-away~0123abcd:1:1'`)
      expect(await store.listRunsWithParts()).toEqual([{ source: SOURCE, runId: run.runId }])
      await endAll(store, run)
      expect(await store.listRunsWithParts()).toEqual([])
    })

    test('are forgotten with the position, and when they are given up', async () => {
      const { store } = await fixture.fresh()
      const run = await split(store)
      await run.endSplit(STREAM, 'given up')
      expect(await run.split(STREAM)).toBeUndefined()
      expect(await run.position(STREAM)).toBeUndefined()
      expect(await claim(store, run)).toBeUndefined()
      await finish(run)
      const next = await split(store)
      await next.reset(STREAM)
      expect(await next.split(STREAM)).toBeUndefined()
      expect(await claim(store, next)).toBeUndefined()
    })
  })
}
