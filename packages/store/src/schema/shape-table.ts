import { type Kysely, sql } from 'kysely'
import type { SchemaFacts } from '../dialect.ts'

/** What the records of each stream look like, and what of it no run has taken; of each run, what it saw change. */
export async function createShapeTable(db: Kysely<unknown>, facts: SchemaFacts): Promise<void> {
  await sql`create table stream_shape (
    source ${facts.key} not null,
    stream ${facts.key} not null,
    shape text not null,
    open_drift text not null,
    last_drift text,
    primary key (source, stream)
  ) ${facts.clustered}`.execute(db)
  await sql`alter table run add column drift text not null default '[]'`.execute(db)
}
