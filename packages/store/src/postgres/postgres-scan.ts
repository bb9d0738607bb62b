import { type Kysely, sql } from 'kysely'
import type { Scan } from '../dialect.ts'
import type { DossierRow, Value } from '../dossier-row.ts'
import type { Tables } from '../tables.ts'

/** Rows that are in memory at once. */
const BATCH = 5000

/** Reads by a cursor, to its end, for which the server finds the quickest way; `db` is a transaction. */
export async function* scanRows(
  db: Kysely<Tables>,
  { table, columns, filters }: Scan,
): AsyncGenerator<readonly DossierRow[]> {
  const wanted = sql.join(columns.map((name) => sql.ref(name)))
  await sql`set local cursor_tuple_fraction = 1`.execute(db)
  await sql`declare scanned no scroll cursor for select ${wanted} from ${table}
    where ${sql.join(filters, sql` and `)}`.execute(db)
  for (;;) {
    const { rows } = await sql<Record<string, Value>>`fetch ${sql.lit(BATCH)} from scanned`.execute(
      db,
    )
    if (rows.length > 0) yield rows.map((row) => Object.values(row))
    if (rows.length < BATCH) break
  }
  await sql`close scanned`.execute(db)
}
