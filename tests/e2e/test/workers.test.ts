import { openStore, type SlotState, type Store } from '@cchc/store'
import { startPostgres } from '@cchc/store/testing'
import { expect, test } from 'vitest'
import { until } from '../src/within-limits.ts'
import { workInChaos } from '../src/worker-chaos.ts'
import { endWorker, openWorkerPlace, startWorker } from '../src/worker-place.ts'

test('workers that are killed, paused and stopped, on a database that restarts, do every slot once', async () => {
  const postgres = await startPostgres()
  try {
    const result = await workInChaos(postgres, { slots: 5, log: () => undefined })
    expect(result).toMatchObject({ undone: 0, lost: 0, doubled: 0, robbed: 0, sameContent: true })
    expect(result).toMatchObject({ kills: 2, pauses: 1, stops: 1, restarts: 1 })
  } finally {
    await postgres.stop()
  }
})

test('on SQLite a worker goes on with what a killed one left, and gives back what it is stopped in', async () => {
  const { place, close } = await openWorkerPlace()
  const url = `sqlite:${place.folder}/cchc.db`
  const store = await openStore({ url })
  const start = () => startWorker(place, () => undefined)
  try {
    const killed = start()
    const left = await slotThatIs(store, 'running')
    await endWorker(killed, 'SIGKILL')
    const stopped = start()
    await slotThatIs(store, 'done', left)
    await slotThatIs(store, 'running')
    expect(await endWorker(stopped, 'SIGTERM')).toBe(143)
    const states = (await slotsOf(store)).map(({ state }) => state)
    expect(states).not.toContain('running')
    expect((await store.listRuns()).items.map(({ status }) => status)).not.toContain('running')
  } finally {
    await store.close()
    await close()
  }
})

async function slotsOf(store: Store) {
  return store.listSlots({ schedule: 'a', limit: 1000 })
}

/** Waits until a slot, or that one, is in a state; gives its moment. */
async function slotThatIs(store: Store, state: SlotState, wanted?: number): Promise<number> {
  return until(`a slot is ${state}`, async () => {
    const found = (await slotsOf(store)).find((slot) => {
      return slot.state === state && (wanted === undefined || slot.at === wanted)
    })
    return found?.at
  })
}
