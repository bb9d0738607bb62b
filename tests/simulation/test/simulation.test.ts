import { describe, expect, it } from 'vitest'
import { DATABASE_KINDS, openDatabases } from '../src/database.ts'
import { planYear } from '../src/plan.ts'
import { runYear } from '../src/run-year.ts'

/** Seeds of each database; `npm run simulate` lives as many years as one has time for. */
const SEEDS = { 'sqlite-memory': 60, 'sqlite-file': 3, postgres: 3 } as const

describe.each(DATABASE_KINDS)('years on %s', (kind) => {
  it('break no promise', async () => {
    const databases = await openDatabases(kind)
    try {
      for (let number = 1; number <= SEEDS[kind]; number += 1) {
        const seed = String(number)
        const { finding } = await runYear({ seed, plan: planYear(seed), databases })
        expect(finding, `npm run simulate -- --seed ${seed} --store ${kind}`).toBeUndefined()
      }
    } finally {
      await databases.close()
    }
  })
})

it('gives the same year for the same seed', async () => {
  const databases = await openDatabases('sqlite-memory')
  const live = () => runYear({ seed: '7', plan: planYear('7'), databases })
  const [first, second] = [await live(), await live()]
  await databases.close()
  expect(first).toEqual(second)
  expect(first.happened.get('call commit')).toBeGreaterThan(10)
})

it('draws another year for another seed', () => {
  expect(planYear('7')).not.toEqual(planYear('8'))
  expect(planYear('7')).toEqual(planYear('7'))
})
