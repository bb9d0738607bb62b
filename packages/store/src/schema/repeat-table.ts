import { type Kysely, sql } from 'kysely'
import type { SchemaFacts } from '../dialect.ts'

/** What was answered to requests that may be sent again; of who sent them, and of what they asked, only digests. */
export async function createRepeatTable(db: Kysely<unknown>, facts: SchemaFacts): Promise<void> {
  await sql`create table repeated_request (
    name ${facts.key} primary key,
    asked text not null,
    answer text,
    claimed_at bigint not null,
    ends_at bigint not null
  ) ${facts.clustered}`.execute(db)
  await sql`create index repeated_request_by_end on repeated_request (ends_at)`.execute(db)
}
