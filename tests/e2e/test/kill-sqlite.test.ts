import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'vitest'
import { expectEqualAfterKills } from '../src/compare-after-kills.ts'

test('on SQLite a sync killed anywhere and started again leaves what an undisturbed one leaves', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-killed-'))
  try {
    await expectEqualAfterKills(async (name) => `sqlite:${join(folder, `${name}.db`)}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
