import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** Prints the size of V8's young generation after work during which it is held, and after work afterwards. */
const SCRIPT = `
import { getHeapSpaceStatistics } from 'node:v8'
import { holdYoungGeneration } from '${new URL('../src/young-generation.ts', import.meta.url)}'
const size = () => getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').space_size
const work = () => {
  let kept = []
  for (let i = 0; i < 3_000_000; i += 1) {
    kept.push({ i })
    if (kept.length === 100_000) kept = []
  }
}
const first = holdYoungGeneration()
const second = holdYoungGeneration()
first()
work()
const held = size()
second()
work()
console.log(JSON.stringify({ held, after: size() }))
`

test('the young generation grows neither during the work of one holder nor of several, only afterwards', () => {
  const text = execFileSync(process.execPath, ['--input-type=module', '-e', SCRIPT], {
    encoding: 'utf8',
  })
  const { held, after } = JSON.parse(text) as Record<'held' | 'after', number>
  expect(after).toBeGreaterThanOrEqual(4 * held)
})
