import { RunConflict, say } from '@cchc/domain'
import { describe, expect, test } from 'vitest'
import type { RunWriter } from '../../src/index.ts'
import { dumpStore } from '../testing/index.ts'
import { batch, dossiers } from './dossiers.ts'
import { begin, type Fixture, finish } from './fixture.ts'
import { startProcess } from './other-process.ts'

export function testLeases(fixture: Fixture): void {
  describe('the lease of a source', () => {
    test('lets one run live at a time', async () => {
      const { store, url } = await fixture.fresh()
      const other = await fixture.open(url)
      const run = await begin(store)
      for (const handle of [store, other]) {
        await expect(begin(handle)).rejects.toThrow(RunConflict)
        await expect(begin(handle)).rejects.toThrow(`run ${run.runId} (process ${process.pid} on`)
      }
      await begin(other, 'another-source')
      await finish(run)
      const next = await begin(other)
      expect(Number(next.runId)).toBeGreaterThan(Number(run.runId))
      expect((await other.listRuns({ source: 'one-stop' })).items).toHaveLength(2)
    })

    test('is won by one of many that ask at the same moment', async () => {
      const { store, url } = await fixture.fresh()
      const others = await Promise.all([fixture.open(url), fixture.open(url), fixture.open(url)])
      const attempts = await Promise.allSettled([store, ...others].map((handle) => begin(handle)))
      expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      for (const attempt of attempts) {
        if (attempt.status === 'rejected') expect(attempt.reason).toBeInstanceOf(RunConflict)
      }
      expect((await store.listRuns()).items).toHaveLength(1)
    })

    test('is won by one of many processes that ask at the same moment', async () => {
      const { url } = await fixture.fresh()
      const processes = Array.from({ length: 3 }, () => startProcess(['begin', url]))
      for (const process of processes) expect(await process.line()).toBe('waiting')
      for (const process of processes) process.tell()
      const answers = await Promise.all(processes.map((process) => process.line()))
      for (const process of processes) await process.kill()
      expect(answers.filter((answer) => answer === 'holding 1')).toHaveLength(1)
      expect(answers.filter((answer) => answer.includes('"run_conflict"'))).toHaveLength(2)
    })

    test('is respected while the other process lives, and taken over at once when it died', async () => {
      const { store } = await fixture.fresh().then(async (made) => {
        const holder = startProcess(['hold', made.url])
        expect(await holder.line()).toBe('holding 1')
        await expect(begin(made.store)).rejects.toThrow(`run 1 (process ${holder.pid} on`)
        expect(await made.store.getRun('1')).toMatchObject({ status: 'running' })
        await holder.kill()
        return made
      })
      const run = await begin(store)
      expect((await run.position('dossiers'))?.cursor).toEqual({ page: 1 })
      expect(await run.commit(batch(dossiers(4)))).toMatchObject({ new: 1, unchanged: 3 })
      expect(await finish(run)).toMatchObject({ id: '2', status: 'done' })
      const dead = await store.getRun('1')
      expect(dead).toMatchObject({ status: 'abandoned', counts: { new: 3, pages: 1 } })
      expect(dead.finishedAt).not.toBeNull()
    })

    test('is free when the other process has finished', async () => {
      const { store, url } = await fixture.fresh()
      const holder = startProcess(['hold', url])
      expect(await holder.line()).toBe('holding 1')
      holder.tell()
      expect(await holder.rest()).toEqual(['finished'])
      await finish(await begin(store))
      const { items } = await store.listRuns()
      expect(items.map(({ status }) => status)).toEqual(['done', 'done'])
    })

    test('of another machine is respected until it expires', async () => {
      const { store, url } = await fixture.fresh()
      await begin(store)
      await fixture.query(url, `update lease set owner = 'far-away~0123abcd:1:1'`)
      await expect(begin(store)).rejects.toThrow('process 1 on far-away')
      await expire(url)
      expect((await begin(store)).runId).toBe('2')
      expect(await store.getRun('1')).toMatchObject({ status: 'abandoned' })
    })

    test('of another machine is free when it lasts for longer than any does', async () => {
      const { store, url } = await fixture.fresh()
      const old = await begin(store)
      await fixture.query(
        url,
        `update lease set owner = 'far-away~0123abcd:1:1', expires_at = expires_at + 31536000000`,
      )
      expect((await begin(store)).runId).toBe('2')
      await expect(old.heartbeat()).rejects.toThrow(RunConflict)
    })

    test('of a process whose number another one has got is free', async () => {
      const { store, url } = await fixture.fresh()
      await begin(store)
      const [lease] = await fixture.query(url, 'select owner from lease')
      const reused = String(lease?.owner).replace(/:[^:]*$/, ':1')
      await fixture.query(url, `update lease set owner = '${reused}'`)
      expect((await begin(store)).runId).toBe('2')
    })

    test('is prolonged by heartbeats and commits', async () => {
      const { store, url } = await fixture.fresh()
      const run = await begin(store)
      for (const prolong of [() => run.heartbeat(), () => run.commit(batch(dossiers(1)))]) {
        await expire(url)
        await prolong()
        await expect(begin(store)).rejects.toThrow(RunConflict)
      }
    })
  })

  describe('a run that lost its lease', () => {
    const writes: Readonly<Record<string, (run: RunWriter) => Promise<unknown>>> = {
      position: (run) => run.position('dossiers'),
      commit: (run) => run.commit(batch(dossiers(5))),
      completePass: (run) => run.completePass('dossiers', { cursor: 1, acceptRemovals: true }),
      beginPass: (run) =>
        run.beginPass('dossiers', { entity: 'dossier', from: null, openBefore: false }),
      reset: (run) => run.reset('dossiers'),
      heartbeat: (run) => run.heartbeat(),
      warn: (run) => run.warn(say('too late')),
      finish: (run) => finish(run, 'failed'),
    }

    test('can do nothing any more', async () => {
      const { store, url } = await fixture.fresh()
      const old = await begin(store)
      await old.commit(batch(dossiers(2), { cursor: { page: 1 } }))
      await expire(url)
      const successor = await begin(store)
      const before = await everything()
      for (const [name, write] of Object.entries(writes)) {
        await expect(write(old), name).rejects.toThrow(RunConflict)
      }
      expect(await everything()).toEqual(before)
      expect(await successor.commit(batch(dossiers(3)))).toMatchObject({ new: 1, unchanged: 2 })

      async function everything() {
        const leases = await fixture.query(url, 'select * from lease')
        return [await dumpStore(url), await store.listRuns(), await store.listStreams(), leases]
      }
    })
  })

  async function expire(url: string): Promise<void> {
    await fixture.query(url, 'update lease set expires_at = 1')
  }
}
