import { execFileSync } from 'node:child_process'
import { setFlagsFromString } from 'node:v8'
import { expect, test, vi } from 'vitest'
import { holdHeapGrowth } from '../src/heap-growth.ts'
import { runSource } from '../src/index.ts'
import { MemoryStore } from './memory-store.ts'
import { scripted, settings } from './scripted.ts'

vi.mock('node:v8', async (original) => ({
  ...(await original<typeof import('node:v8')>()),
  setFlagsFromString: vi.fn(),
}))

/** Prints sizes of V8's heap after work on batches that live for a while, each with as many holds on its growth. */
const SCRIPT = `
import { getHeapSpaceStatistics } from 'node:v8'
import { holdHeapGrowth } from '${new URL('../src/heap-growth.ts', import.meta.url)}'
const space = (name) => getHeapSpaceStatistics().find((space) => space.space_name === name)
const [taken, released, alive] = process.argv.slice(1).map(Number)
const holds = Array.from({ length: taken }, holdHeapGrowth)
for (const release of holds.slice(0, released)) release()
const kept = []
let old = 0
for (let batch = 0; batch < 300; batch += 1) {
  kept.push(Array.from({ length: 10_000 }, (_, i) => ({ i, batch, cells: [i, batch, i] })))
  if (kept.length > alive) kept.shift()
  old = Math.max(old, space('old_space').space_used_size)
}
console.log(JSON.stringify({ young: space('new_space').space_size, old }))
`

interface Work {
  readonly taken: number
  readonly released: number
}

function measure(work: Work, alive: number, flags: string[] = []) {
  const args = [work.taken, work.released, alive].map(String)
  const script = [...flags, '--input-type=module', '-e', SCRIPT, ...args]
  const text = execFileSync(process.execPath, script, { encoding: 'utf8' })
  return JSON.parse(text) as { readonly young: number; readonly old: number }
}

const HELD = { taken: 2, released: 1 }
const FREE = { taken: 2, released: 2 }
const SLOW = { timeout: 60_000 }

test('the young generation grows only when nobody holds it', SLOW, () => {
  expect(measure(FREE, 1).young).toBeGreaterThanOrEqual(4 * measure(HELD, 1).young)
})

test('the old generation takes less while somebody holds it', SLOW, () => {
  // One thread, so that the moments of collection are the same every time.
  const flags = ['--single-threaded', '--max-semi-space-size=2']
  expect(measure(FREE, 40, flags).old).toBeGreaterThan(1.2 * measure(HELD, 40, flags).old)
})

const HELD_FLAGS = ['--semi-space-growth-factor=1', '--heap-growing-percent=50']
const FREE_FLAGS = ['--semi-space-growth-factor=2', '--heap-growing-percent=0']

function flags() {
  return vi.mocked(setFlagsFromString).mock.calls.slice(-2).flat()
}

test('growth is held until the last that holds it lets go', () => {
  const releases = [holdHeapGrowth(), holdHeapGrowth()]
  expect(flags()).toEqual(HELD_FLAGS)
  releases[0]?.()
  expect(flags()).toEqual(HELD_FLAGS)
  releases[1]?.()
  expect(flags()).toEqual(FREE_FLAGS)
})

test('a run holds growth until its end', async () => {
  const dossiers = async function* () {
    expect(flags()).toEqual(HELD_FLAGS)
    yield* []
  }
  const run = await runSource(settings(new MemoryStore(), scripted({ dossiers })))
  expect(run.status).toBe('done')
  expect(flags()).toEqual(FREE_FLAGS)
})
