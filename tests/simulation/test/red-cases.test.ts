import { expect, it } from 'vitest'
import { openDatabases } from '../src/database.ts'
import type { PlannedEvent } from '../src/plan.ts'
import { RED_CASES } from '../src/red-cases.ts'
import { runYear } from '../src/run-year.ts'
import { DAY_MS } from '../src/year.ts'

it('what is written down as a red case still breaks its promise', async () => {
  for (const { name, invariant, plan } of RED_CASES) {
    const broken = await brokenBy(name, plan)
    expect(broken, `${name} passes now: take it out of red-cases.ts`).toBe(invariant)
  }
})

it('procedures that a whole pass refuses are not removed', async () => {
  const on = (day: number, name: string, parameters: unknown): PlannedEvent => ({
    at: day * DAY_MS,
    name,
    parameters,
  })
  const sync = { worker: 'worker-1', source: 'one-stop', full: false, rows: 10 }
  const spoilt = { source: 'one-stop', days: 5, procedures: 'nameless' }
  const plan = [on(10, 'sync', sync), on(20, 'catalogue-spoilt', spoilt), on(21, 'sync', sync)]
  expect(await brokenBy('refused-counts-as-removed', plan)).toBeUndefined()
})

async function brokenBy(seed: string, plan: readonly PlannedEvent[]) {
  const databases = await openDatabases('sqlite-memory')
  const { finding } = await runYear({ seed, plan, databases })
  await databases.close()
  return finding?.invariant
}
