import type Database from 'better-sqlite3'
import type { Copying, StoredRow } from '../archive/content.ts'
import type { Tables } from '../tables.ts'

/** Rows that are in memory at once. */
const BATCH = 2000

/** `database` is the handle on which transactions write. */
export function createSqliteCopying(database: Database.Database): Copying {
  return {
    async *scan(db, table) {
      let rows: StoredRow[] = []
      const all = db.selectFrom(table as keyof Tables).selectAll()
      for await (const row of all.stream()) {
        rows.push(row as unknown as StoredRow)
        if (rows.length < BATCH) continue
        yield rows
        rows = []
      }
      yield rows
    },
    async insert(_transaction, table, rows) {
      const names = Object.keys(rows[0] ?? {})
      if (names.length === 0) return
      const marks = names.map(() => '?').join(', ')
      const insert = database.prepare(
        `insert into ${table} (${names.join(', ')}) values (${marks})`,
      )
      for (const row of rows) insert.run(names.map((name) => row[name] ?? null))
    },
    // SQLite takes the highest number that it was given for its own.
    continueSerials: async () => undefined,
  }
}
