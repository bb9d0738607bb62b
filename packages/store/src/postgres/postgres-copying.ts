import { type Kysely, sql } from 'kysely'
import type { Copying, StoredRow } from '../archive/content.ts'
import type { Tables } from '../tables.ts'

/** Rows that are in memory at once. */
const BATCH = 2000

export const postgresCopying: Copying = {
  async *scan(db, table) {
    await sql`declare whole_table no scroll cursor for select * from ${sql.table(table)}`.execute(
      db,
    )
    for (;;) {
      const { rows } = await sql<StoredRow>`fetch ${sql.lit(BATCH)} from whole_table`.execute(db)
      if (rows.length > 0) yield rows
      if (rows.length < BATCH) break
    }
    await sql`close whole_table`.execute(db)
  },
  async insert(transaction, table, rows) {
    const names = Object.keys(rows[0] ?? {})
    if (names.length === 0) return
    const columns = sql.join(names.map((name) => sql.ref(name)))
    // The table's own row type, also where the server has a type of its name (record).
    const type = sql`(select typed from ${sql.table(table)} as typed limit 0)`
    await sql`insert into ${sql.table(table)} (${columns}) overriding system value
      select ${columns} from json_populate_recordset(${type}, ${JSON.stringify(rows)}::json)`.execute(
      transaction,
    )
  },
  async continueSerials(transaction) {
    for (const { table, column } of await serials(transaction)) {
      const sequence = sql`pg_get_serial_sequence(${table}, ${column})`
      // A sequence is no part of the transaction: it only goes up, so that it fits also where this is taken back.
      await sql`select setval(${sequence}, greatest(max(${sql.ref(column)}), nextval(${sequence})))
        from ${sql.table(table)} having count(*) > 0`.execute(transaction)
    }
  },
}

async function serials(db: Kysely<Tables>) {
  const { rows } = await sql<{ readonly table: string; readonly column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = current_schema() and is_identity = 'YES'`.execute(db)
  return rows
}
