import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { openStore } from '../src/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'cchc-busy-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('opening waits for another connection that writes to the new file, other work in between', async () => {
  const file = join(folder, 'new.db')
  const other = new Database(file)
  other.exec('begin exclusive')
  const opening = openStore({ url: file })
  await setTimeout(100)
  other.exec('commit')
  other.close()
  const store = await opening
  await expect(store.ping()).resolves.toBeUndefined()
  await store.close()
})
