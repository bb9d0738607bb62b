import { RunConflict } from '@cchc/domain'
import { beforeEach, describe, expect, it } from 'vitest'
import { runSource } from '../src/index.ts'
import { MemoryStore } from './memory-store.ts'
import { dossierPages, pagesAfter, scripted, settings } from './scripted.ts'

let store: MemoryStore
beforeEach(() => {
  store = new MemoryStore()
})

describe('the lease', () => {
  it('refuses a second run of the same source', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const dossiers = async function* () {
      await held
      yield* pagesAfter({ cursor: undefined }, { count: 1, size: 1 })
    }
    const first = runSource(settings(store, scripted({ dossiers })))
    await expect(runSource(settings(store, scripted({})))).rejects.toBeInstanceOf(RunConflict)
    release()
    await expect(first).resolves.toMatchObject({ status: 'done' })
  })

  it('stops at once when it is lost at a commit', async () => {
    store.beforeCommit = async () => store.loseLease()
    const running = runSource(settings(store, scripted({ dossiers: dossierPages(5) })))
    await expect(running).rejects.toBeInstanceOf(RunConflict)
    expect(store.content('dossiers').records.size).toBe(0)
  })

  it('is renewed while a reader is slow, and its loss then ends the run', async () => {
    store.onHeartbeat = () => {
      if (store.heartbeats === 3) store.loseLease()
    }
    const dossiers = async function* () {
      await new Promise(() => undefined)
      yield* []
    }
    const limits = { heartbeatMs: 1 }
    const running = runSource(settings(store, scripted({ dossiers }), { limits }))
    await expect(running).rejects.toBeInstanceOf(RunConflict)
    expect(store.heartbeats).toBe(3)
  })
})
