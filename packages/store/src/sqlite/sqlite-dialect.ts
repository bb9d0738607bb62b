import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { StoreError, say } from '@cchc/domain'
import Database from 'better-sqlite3'
import { Kysely, sql } from 'kysely'
import type { Bulk, Dialect } from '../dialect.ts'
import type { Tables } from '../tables.ts'
import { ImmediateSqliteDialect } from './immediate-sqlite.ts'
import { withKeptStatements } from './kept-statements.ts'
import { createSqliteBulk } from './sqlite-bulk.ts'
import { createSqliteCopying } from './sqlite-copying.ts'
import { explainSqliteFailure } from './sqlite-failures.ts'
import { scanRows } from './sqlite-scan.ts'
import { whileBusy } from './while-busy.ts'

/** How long reading waits inside SQLite; only while a log is recovered after a crash. */
const READ_TIMEOUT_MS = 15_000

/** After so many pages of the log whoever commits copies them into the file: up to seconds on a busy disk. */
const PAGES_OF_LOG = { copiedByAll: 16_000, copiedByNeed: 64_000 }

/** How a SQLite file is used. */
export interface SqliteUse {
  /** It answers while others write: copying the log into the file is left to them, unless nobody does. */
  readonly writesLittle?: boolean | undefined
}

/** Opens a SQLite file, creating it where its directory exists. Readers go on while this or another process writes. */
export async function openSqlite(file: string, use: SqliteUse = {}): Promise<Dialect> {
  const path = resolve(file)
  requireDirectory(path)
  const database = await whileBusy(() => openHandle(path, use))
  const writer = open(database, path)
  const readingHandle = openReadingHandle(path)
  const reader = open(readingHandle, path)
  let bulk: Bulk | undefined
  return {
    target: path,
    schema: {
      serial: sql`integer primary key autoincrement`,
      key: sql`text`,
      clustered: sql`without rowid`,
      onlyAddedTo: (table) =>
        ['update', 'delete'].map((change) => {
          const name = sql.ref(`${table}_no_${change}`)
          const refusal = sql.lit(`${table} is only added to`)
          return sql`create trigger ${name} before ${sql.raw(change)} on ${sql.table(table)}
            begin select raise(abort, ${refusal}); end`
        }),
      // Transactions lock the file from their beginning.
      lock: sql`select 1`,
    },
    clock: sql<number>`cast(unixepoch('subsec') * 1000 as integer)`,
    fieldOfValue: (name) => sql<string>`value ->> ${name}`,
    // A transaction that can write is the only one.
    holdWriters: sql`select 1`,
    joinByKey: sql`select 1`,
    reader,
    writer,
    bulk: () => {
      bulk ??= createSqliteBulk(database)
      return bulk
    },
    copying: createSqliteCopying(database),
    async freeBytes() {
      const { bavail, bsize } = await statfs(dirname(path))
      return bavail * bsize
    },
    async openSnapshot() {
      const handle = openReadingHandle(path)
      handle.exec('begin')
      const db = open(handle, path)
      return {
        db,
        scan: (scan) => scanRows({ handle, db }, scan),
        close: async () => void handle.close(),
      }
    },
    explain: (error) => explainSqliteFailure(error, path),
    async close() {
      await reader.destroy()
      await writer.destroy()
      // Kysely closes only the handles that it has used.
      readingHandle.close()
      database.close()
    },
  }
}

function open(database: Database.Database, path: string): Kysely<Tables> {
  const kept = withKeptStatements(database)
  return new Kysely<Tables>({ dialect: new ImmediateSqliteDialect({ database: kept }, path) })
}

function openHandle(path: string, { writesLittle = false }: SqliteUse): Database.Database {
  const database = new Database(path, { timeout: 0 })
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = NORMAL')
    const { copiedByAll, copiedByNeed } = PAGES_OF_LOG
    database.pragma(`wal_autocheckpoint = ${writesLittle ? copiedByNeed : copiedByAll}`)
    database.pragma('cache_size = -16384')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function openReadingHandle(path: string): Database.Database {
  const database = new Database(path, { timeout: READ_TIMEOUT_MS })
  database.pragma('query_only = on')
  return database
}

function requireDirectory(path: string): void {
  const folder = dirname(path)
  if (existsSync(folder)) return
  throw new StoreError(
    say('The directory {folder} of the database file does not exist.', { folder }),
    {
      fix: say('Create it (mkdir -p {folder}), or configure another path.', { folder }),
    },
  )
}
