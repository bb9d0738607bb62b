import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Databases, openDatabases } from '../src/database.ts'
import { planYear } from '../src/plan.ts'
import { PLANTED_BUGS } from '../src/planted/all.ts'
import { runYear } from '../src/run-year.ts'

const MOST_SEEDS = 8

let databases: Databases

beforeAll(async () => {
  databases = await openDatabases('sqlite-memory')
})

afterAll(() => databases.close())

/** The first promise that is found broken in the years of the first seeds. */
async function firstFinding(plant: (typeof PLANTED_BUGS)[number]['plant']) {
  for (let number = 1; number <= MOST_SEEDS; number += 1) {
    const seed = String(number)
    const { finding } = await runYear({ seed, plan: planYear(seed), databases, plant })
    if (finding) return finding
  }
  return undefined
}

it.each(PLANTED_BUGS)('$name is told by $invariant', async ({ plant, invariant }) => {
  expect(await firstFinding(plant)).toMatchObject({ invariant })
})
