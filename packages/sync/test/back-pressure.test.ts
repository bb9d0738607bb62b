import { expect, it } from 'vitest'
import { runSource } from '../src/index.ts'
import { MemoryStore } from './memory-store.ts'
import { pagesAfter, scripted, settings } from './scripted.ts'

const PAGES = 40

/** Lets everything run that can run without the gate being opened. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate)
}

function gatedRun() {
  const store = new MemoryStore()
  const gates: (() => void)[] = []
  let yielded = 0
  let writing = 0
  let mostWriting = 0
  store.beforeCommit = async () => {
    writing += 1
    mostWriting = Math.max(mostWriting, writing)
    await new Promise<void>((open) => gates.push(open))
    writing -= 1
  }
  const dossiers = async function* () {
    for await (const page of pagesAfter({ cursor: undefined }, { count: PAGES, size: 1 })) {
      yielded += 1
      yield page
    }
  }
  const limits = { rows: 2, milliseconds: 60_000 }
  const run = runSource(settings(store, scripted({ dossiers }), { limits }))
  return { store, gates, run, yielded: () => yielded, mostWriting: () => mostWriting }
}

it('reads on while a commit is being written, by one batch and one page at most', async () => {
  const { store, gates, run, yielded, mostWriting } = gatedRun()
  await settle()
  expect(yielded()).toBeGreaterThan(2)
  let most = 0
  for (let commit = 0; commit < PAGES / 2; commit += 1) {
    most = Math.max(most, yielded() - store.batches.length * 2)
    gates.shift()?.()
    await settle()
  }
  await expect(run).resolves.toMatchObject({ status: 'done' })
  expect(most).toBeLessThanOrEqual(5)
  expect(mostWriting()).toBe(1)
  expect(store.content('dossiers').records.size).toBe(PAGES)
})

it('commits in the order of the pages', async () => {
  const { store, gates, run } = gatedRun()
  for (let commit = 0; commit < PAGES / 2; commit += 1) {
    await settle()
    gates.shift()?.()
  }
  await run
  const cursors = store.batches.map(({ cursor }) => (cursor as { page: number }).page)
  expect(cursors).toEqual(Array.from({ length: PAGES / 2 }, (_, index) => index * 2 + 2))
})
