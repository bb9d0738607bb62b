import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '@cchc/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type KillRange, killPoints, openKillRange } from '../src/kill-matrix.ts'

const KILLS = 25
const TIMEOUT_MS = 900_000
let range: KillRange
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cchc-killed-'))
  range = await openKillRange({ dossiers: 500 })
})

afterAll(async () => {
  await range.close()
  rmSync(folder, { recursive: true, force: true })
})

async function expectEqualAfterKills(fresh: (name: string) => Promise<string>): Promise<void> {
  const reference = await range.undisturbed(await fresh('reference'))
  for (const [index, point] of killPoints(KILLS, range.requests).entries()) {
    const content = await range.killed(await fresh(`killed_${index}`), point)
    expect(content, `killed after ${point.afterRequests} answers and ${point.thenMs} ms`).toEqual(
      reference,
    )
  }
}

describe('a sync killed at any point and started again leaves what an undisturbed one leaves', () => {
  test('SQLite', { timeout: TIMEOUT_MS }, async () => {
    await expectEqualAfterKills(async (name) => `sqlite:${join(folder, `${name}.db`)}`)
  })

  test('PostgreSQL', { timeout: TIMEOUT_MS }, async () => {
    const postgres = await startPostgres()
    try {
      await expectEqualAfterKills((name) => postgres.url(name))
    } finally {
      await postgres.stop()
    }
  })
})
