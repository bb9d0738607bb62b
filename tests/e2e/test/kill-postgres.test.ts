import { startPostgres } from '@cchc/store/testing'
import { test } from 'vitest'
import { expectEqualAfterKills } from '../src/compare-after-kills.ts'

test('on PostgreSQL a sync killed anywhere and started again leaves what an undisturbed one leaves', async () => {
  const postgres = await startPostgres()
  try {
    await expectEqualAfterKills((name) => postgres.url(name))
  } finally {
    await postgres.stop()
  }
})
