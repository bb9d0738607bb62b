import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '@cchc/store/testing'
import { expect, test } from 'vitest'
import { freeze } from '../src/freeze.ts'

async function expectOthersGoOn(url: string): Promise<void> {
  const { frozen, other, served, fault } = await freeze(url)
  expect(other).toMatchObject({ code: 0 })
  expect(frozen).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/no longer holds the lease/),
  })
  expect(frozen.stderr).not.toMatch(/^\s+at /m)
  const runs = served.runs.map(({ id, status }) => `${id} ${status}`)
  expect([served.status, ...runs]).toEqual([200, '3 done', '2 done', '1 abandoned'])
  expect(fault).toBeUndefined()
}

test('on SQLite a sync that was frozen for longer than its lease writes nothing more and says so; a gateway answers again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-frozen-'))
  try {
    await expectOthersGoOn(`sqlite:${join(folder, 'frozen.db')}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('on PostgreSQL too', async () => {
  const postgres = await startPostgres()
  try {
    await expectOthersGoOn(await postgres.url('frozen'))
  } finally {
    await postgres.stop()
  }
})
