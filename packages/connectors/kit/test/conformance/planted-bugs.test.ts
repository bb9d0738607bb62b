import { describe, expect, test } from 'vitest'
import { Bench } from '../../src/conformance/bench.ts'
import { CHECKS, casesOf } from '../../src/conformance/cases.ts'
import { PLANTED_BUGS } from './bugs/all.ts'
import type { PlantedBug } from './bugs/planted-bug.ts'
import { oneStop } from './one-stop.ts'
import { OPTIONS } from './options.ts'

/** What the check of this name says; empty where it finds nothing. */
async function saidBy({ check, parts, options }: PlantedBug): Promise<string[]> {
  const bench = new Bench(oneStop(parts), { ...OPTIONS, ...options })
  const cases = casesOf(bench).filter(({ name }) => name === check)
  bench.start()
  try {
    const said: string[] = []
    for (const { run } of cases) await run().catch((thrown: Error) => said.push(thrown.message))
    return said
  } finally {
    bench.stop()
  }
}

test('no two checks have one name, and each catches a planted bug', () => {
  const names = CHECKS.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(new Set(PLANTED_BUGS.map(({ check }) => check))).toEqual(new Set(names))
})

describe('what a check says', () => {
  test.each(PLANTED_BUGS.map((planted) => [planted.bug, planted] as const))(
    '%s',
    async (_, planted) => {
      const said = await saidBy(planted)
      expect(said.length).toBeGreaterThan(0)
      for (const sentence of said) {
        expect(sentence).toContain(`"${planted.check}" does not hold. Expected `)
        expect(sentence).toMatch(/; came .+\. \S.+[.:)]$/s)
      }
    },
  )
})
