import { expect, it } from 'vitest'
import { openDatabases } from '../src/database.ts'
import { RED_CASES } from '../src/red-cases.ts'
import { runYear } from '../src/run-year.ts'

it('each red case still breaks its promise', async () => {
  const databases = await openDatabases('sqlite-memory')
  for (const { name, invariant, plan } of RED_CASES) {
    const { finding } = await runYear({ seed: name, plan, databases })
    expect(finding?.invariant, `${name} passes now: take it out of red-cases.ts`).toBe(invariant)
  }
  await databases.close()
})
