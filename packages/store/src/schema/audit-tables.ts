import { type Kysely, sql } from 'kysely'
import type { SchemaFacts } from '../dialect.ts'

/** What was done, by whom: rows that the database itself lets nobody change or delete, each with a digest over the one before. */
export async function createAuditTable(db: Kysely<unknown>, facts: SchemaFacts): Promise<void> {
  await sql`create table audit_event (
    seq integer primary key,
    at bigint not null,
    who text not null,
    action text not null,
    subject text not null,
    outcome text not null,
    previous text not null,
    digest text not null
  )`.execute(db)
  for (const statement of facts.onlyAddedTo('audit_event')) await statement.execute(db)
}
