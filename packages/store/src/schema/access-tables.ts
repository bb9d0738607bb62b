import { type Kysely, sql } from 'kysely'
import type { SchemaFacts } from '../dialect.ts'

/** Keys of those who may ask over HTTP; of each secret only a digest. */
export async function createAccessTables(db: Kysely<unknown>, facts: SchemaFacts): Promise<void> {
  await sql`create table access_key (
    id ${facts.serial},
    name text not null,
    digest text not null,
    scopes text not null,
    organisations text,
    created_at bigint not null,
    created_by text not null,
    expires_at bigint,
    last_used_at bigint,
    revoked_at bigint,
    revoked_by text
  )`.execute(db)
}
