import { startPostgres } from '@cchc/store/testing'
import { expect, test } from 'vitest'
import { backfillByMany } from '../src/split-backfill.ts'

test('a back-fill is read by many processes of which one is killed and one sleeps, and is as if one had read it', async () => {
  const postgres = await startPostgres()
  try {
    const { run, readers, sameContent } = await backfillByMany(postgres)
    expect(run).toMatchObject({ status: 'done', error: null, failures: [] })
    const { done, all } = run?.parts.dossiers ?? {}
    expect(all).toBeGreaterThan(20)
    expect(done).toBe(all)
    expect(readers).toBeGreaterThan(2)
    expect(sameContent).toBe(true)
  } finally {
    await postgres.stop()
  }
})
