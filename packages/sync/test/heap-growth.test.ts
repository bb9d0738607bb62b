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

/** Prints sizes of V8's heap during work on batches that live for a while, with as many holds on its growth. */
const SCRIPT = `
import { getHeapSpaceStatistics } from 'node:v8'
import { holdHeapGrowth } from '${new URL('../src/heap-growth.ts', import.meta.url)}'
const space = (name) => getHeapSpaceStatistics().find((space) => space.space_name === name)
const [taken, released] = process.argv.slice(1).map(Number)
const holds = Array.from({ length: taken }, holdHeapGrowth)
for (const release of holds.slice(0, released)) release()
const kept = []
const young = []
let old = 0
for (let batch = 0; batch < 300; batch += 1) {
  kept.push(Array.from({ length: 10_000 }, (_, i) => ({ i, batch, cells: [i, batch, i] })))
  if (kept.length > 20) kept.shift()
  young.push(space('new_space').space_size)
  old = Math.max(old, space('old_space').space_used_size)
}
console.log(JSON.stringify({ young: Math.min(...young.slice(150)), old }))
`

/** One thread and a heap of one size, so that V8 collects at the same moments on every machine, however busy. */
const FLAGS = ['--single-threaded', '--max-old-space-size=4096', '--input-type=module']

interface Holds {
  readonly taken: number
  readonly released: number
}

const HELD: Holds = { taken: 2, released: 1 }
const FREE: Holds = { taken: 2, released: 2 }

/** Two processes that work on the same batches, milliseconds for each. */
const ENOUGH = 600_000

function measure({ taken, released }: Holds, ...flags: string[]) {
  const args = [...FLAGS, ...flags, '-e', SCRIPT, `${taken}`, `${released}`]
  const text = execFileSync(process.execPath, args, { encoding: 'utf8' })
  return JSON.parse(text) as { readonly young: number; readonly old: number }
}

test(
  'the young generation grows only when nobody holds it',
  () => {
    expect(measure(FREE).young).toBeGreaterThanOrEqual(4 * measure(HELD).young)
  },
  ENOUGH,
)

test(
  'the old generation takes less while somebody holds it',
  () => {
    // The young one cannot grow, so that it makes no difference.
    const young = '--max-semi-space-size=1'
    expect(measure(FREE, young).old).toBeGreaterThan(1.2 * measure(HELD, young).old)
  },
  ENOUGH,
)

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
