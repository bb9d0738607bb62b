import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openStore } from '../src/index.ts'
import { openSqlite } from '../src/sqlite/sqlite-dialect.ts'

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

test('what is written outside a transaction waits for another process too, other work in between', async () => {
  const file = join(folder, 'written.db')
  const store = await openStore({ url: file })
  const other = new Database(file)
  other.exec('begin immediate')
  const writing = Promise.all([
    store.noteAccessKeyUse({ id: '1', lastUsedAt: null }),
    store.settleAlertMessage('1', { deliveredAt: 1, dueAt: null, failure: null }),
    store.claimAlertMessage(0, 1),
    store.dropRepeat({ name: 'once', asked: 'what' }),
  ])
  await setTimeout(100)
  other.exec('commit')
  other.close()
  await expect(writing).resolves.toHaveLength(4)
  await store.close()
})

test('whoever writes little leaves copying the log into the file to those who write much', async () => {
  const file = join(folder, 'log.db')
  const [much, little] = [await openSqlite(file), await openSqlite(file, { writesLittle: true })]
  const write = async ({ writer }: typeof much, megabytes: number) => {
    const bytes = sql`zeroblob(${megabytes * 1_000_000})`
    await sql`insert into filled values (${bytes})`.execute(writer)
  }
  await sql`create table filled (bytes blob)`.execute(much.writer)
  await write(little, 70)
  const before = statSync(file).size
  await write(much, 0)
  expect([before < 70_000_000, statSync(file).size > 70_000_000]).toEqual([true, true])
  await little.close()
  await much.close()
})
