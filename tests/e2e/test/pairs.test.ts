import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPairRange, type PairRange } from '../src/pairs/pair-range.ts'

const folder = mkdtempSync(join(tmpdir(), 'cchc-pairs-'))
let range: PairRange
let made = 0
beforeAll(async () => {
  range = await openPairRange()
})
afterAll(async () => {
  await range.close()
  rmSync(folder, { recursive: true, force: true })
})

// All pairs, on PostgreSQL too: node tests/e2e/src/all-pairs.ts
test.each([
  ['close', 'close'],
  ['sync', 'restore'],
] as const)('%s and %s started together do what they say', async (first, second) => {
  const faults = await range.tried([first, second], async (name) => {
    made += 1
    return `sqlite:${join(folder, `${name}-${made}.db`)}`
  })
  expect(faults).toEqual([])
})
