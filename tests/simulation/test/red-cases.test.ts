import { expect, it } from 'vitest'
import { openDatabases } from '../src/database.ts'
import { RED_CASES } from '../src/red-cases.ts'
import { runYear } from '../src/run-year.ts'

it.each(RED_CASES)('$name still breaks $invariant', async ({ name, invariant, plan }) => {
  const databases = await openDatabases('sqlite-memory')
  const { finding } = await runYear({ seed: name, plan, databases })
  await databases.close()
  expect(finding?.invariant, `${name} passes now: take it out of red-cases.ts`).toBe(invariant)
})
