import type Database from 'better-sqlite3'
import type { SqliteDialectConfig } from 'kysely'

type Kept = Exclude<SqliteDialectConfig['database'], (...given: never) => unknown>

/** More than a store has; those over lists of every length come and go. */
const MOST = 500

/** The same database, which prepares a statement once: preparing costs as much as a small query itself. */
export function withKeptStatements(database: Database.Database): Kept {
  const kept = new Map<string, ReturnType<Kept['prepare']>>()
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = kept.get(sql)
      if (known) return known
      const [oldest] = kept.keys()
      if (oldest !== undefined && kept.size >= MOST) kept.delete(oldest)
      const prepared = database.prepare(sql)
      kept.set(sql, prepared)
      return prepared
    },
  }
}
