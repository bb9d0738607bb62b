import type Database from 'better-sqlite3'
import { type Kysely, sql } from 'kysely'
import type { Scan } from '../dialect.ts'
import type { DossierRow } from '../dossier-row.ts'
import type { Tables } from '../tables.ts'

/** Rows that are in memory at once. */
const BATCH = 5000

/** Walks a table by its rowids, so that no index is looked up; `db` only compiles. */
export async function* scanRows(
  { handle, db }: { readonly handle: Database.Database; readonly db: Kysely<Tables> },
  { table, columns, filters }: Scan,
): AsyncGenerator<readonly DossierRow[]> {
  const wanted = sql.join([...columns, 'rowid'].map((name) => sql.ref(name)))
  const where = sql.join([...filters, sql`rowid > ${Number.MIN_SAFE_INTEGER}`], sql` and `)
  const query = sql`select ${wanted} from ${table} not indexed
    where ${where} order by rowid limit ${sql.lit(BATCH)}`.compile(db)
  const statement = handle.prepare<unknown[], DossierRow>(query.sql).raw()
  const parameters = [...query.parameters]
  for (;;) {
    const rows = statement.all(...parameters)
    if (rows.length > 0) yield rows
    if (rows.length < BATCH) return
    parameters[parameters.length - 1] = rows.at(-1)?.at(-1)
  }
}
