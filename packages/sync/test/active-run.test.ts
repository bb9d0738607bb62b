import { PortalDenied, StoreError, say } from '@cchc/domain'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { runSource } from '../src/index.ts'
import { MemoryStore } from './memory-store.ts'
import { dossier, dossierPages, opening, scripted, settings } from './scripted.ts'

let store: MemoryStore
beforeEach(() => {
  store = new MemoryStore()
})

describe('a run', () => {
  it('aborts the signal that its source was opened with when it ends, and only then', async () => {
    const signals: AbortSignal[] = []
    const dossiers = async function* () {
      expect(signals.map(({ aborted }) => aborted)).toEqual([false])
      yield* []
    }
    const connector = scripted({ dossiers })
    const open = (signal: AbortSignal) => {
      signals.push(signal)
      return opening(connector)(signal)
    }
    const run = await runSource(settings(store, connector, { open }))
    expect(run.status).toBe('done')
    expect(signals.map(({ aborted }) => aborted)).toEqual([true])
  })

  it('leaves no heart beating', async () => {
    const started = vi.spyOn(globalThis, 'setInterval')
    const stopped = vi.spyOn(globalThis, 'clearInterval')
    await runSource(settings(store, scripted({})))
    expect(started).toHaveBeenCalledOnce()
    expect(stopped).toHaveBeenCalledWith(started.mock.results[0]?.value)
  })

  it('commits every two seconds unless it is told otherwise', async () => {
    let clock = 0
    const dossiers = async function* () {
      yield { records: [dossier('H99-1')], cursor: { page: 1 } }
      await new Promise(setImmediate)
      clock += 2000
      yield { records: [dossier('H99-2')], cursor: { page: 2 } }
      await new Promise(setImmediate)
      yield { records: [dossier('H99-3')], cursor: { page: 3 } }
    }
    const { limits: _, ...plain } = settings(store, scripted({ dossiers }))
    await runSource({ ...plain, now: () => clock })
    expect(store.batches.map(({ pages }) => pages)).toEqual([2, 1])
  })

  it('fails when its connector has no reader for a stream', async () => {
    const connector = { ...scripted({}), open: () => ({}) } as never
    expect(await runSource(settings(store, connector))).toMatchObject({
      status: 'failed',
      error: {
        code: 'config_invalid',
        message: say('connector {connector} has no reader {stream}', {
          connector: 'scripted',
          stream: 'fields',
        }),
      },
    })
  })
})

describe('a run whose end cannot be written down', () => {
  const unwritten = new StoreError(say('the database is gone'))
  const denied = async function* () {
    yield* []
    throw new PortalDenied(say('no'))
  }

  beforeEach(() => {
    store.beforeFinish = () => Promise.reject(unwritten)
  })

  it.each([
    ['that went well', dossierPages(1)],
    ['that the portal ended', denied],
  ])('throws what kept it from it: one %s', async (_name, dossiers) => {
    await expect(runSource(settings(store, scripted({ dossiers })))).rejects.toBe(unwritten)
  })

  it('throws what had broken the store before', async () => {
    const full = new StoreError(say('the disk is full'))
    store.beforeCommit = () => Promise.reject(full)
    const connector = scripted({ dossiers: dossierPages(1) })
    await expect(runSource(settings(store, connector))).rejects.toBe(full)
  })
})

describe('the end of a run that cannot be stored', () => {
  const away = new StoreError(say('the server is starting up'))
  let waits: number[]
  const awayFor = (times: number) => {
    waits = []
    store.beforeFinish = () => (waits.length < times ? Promise.reject(away) : Promise.resolve())
    return { pause: async (ms: number) => waits.push(ms) }
  }

  it('is kept when the store is there again, and the source is free', async () => {
    const connector = scripted({ dossiers: dossierPages(1) })
    const run = await runSource(settings(store, connector, awayFor(2)))
    expect([run.status, waits]).toEqual(['done', [3000, 3000]])
    expect((await runSource(settings(store, connector))).status).toBe('done')
  })

  it('is kept also where the store broke the run, which then throws what broke it', async () => {
    const connector = scripted({ dossiers: dossierPages(1) })
    store.beforeCommit = () => Promise.reject(away)
    await expect(runSource(settings(store, connector, awayFor(1)))).rejects.toBe(away)
    expect(waits).toEqual([3000])
    store.beforeCommit = () => Promise.resolve()
    expect((await runSource(settings(store, connector))).status).toBe('done')
  })

  it('is given up after as long as a lease lasts, and at once by who does not wait', async () => {
    const connector = scripted({ dossiers: dossierPages(1) })
    await expect(runSource(settings(store, connector, awayFor(99)))).rejects.toBe(away)
    expect(waits).toHaveLength(29)
    store.loseLease()
    awayFor(99)
    await expect(runSource(settings(store, connector))).rejects.toBe(away)
    expect(waits).toEqual([])
  })
})

it('a run that lost its source does not write down its end', async () => {
  const finished = vi.spyOn(store, 'beforeFinish')
  store.beforeCommit = async () => store.loseLease()
  const connector = scripted({ dossiers: dossierPages(1) })
  await expect(runSource(settings(store, connector))).rejects.toThrow('the lease was lost')
  expect(finished).not.toHaveBeenCalled()
})
