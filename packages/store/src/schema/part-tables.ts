import { type Kysely, sql } from 'kysely'
import type { SchemaFacts } from '../dialect.ts'

/** Readings that are split into windows of days, who reads which of them, and of each run how far its parts came. */
export async function createPartTables(db: Kysely<unknown>, facts: SchemaFacts): Promise<void> {
  await sql`create table stream_split (
    source ${facts.key} not null,
    stream ${facts.key} not null,
    run_id integer not null,
    asked_from text,
    asked_to text,
    rest text not null,
    cursor_version integer not null,
    at_once integer not null,
    primary key (source, stream)
  ) ${facts.clustered}`.execute(db)
  await sql`create table stream_part (
    source ${facts.key} not null,
    stream ${facts.key} not null,
    part integer not null,
    from_day text not null,
    to_day text not null,
    state text not null,
    token integer not null,
    owner text not null,
    expires_at bigint not null,
    cursor text,
    cursor_version integer not null,
    told text not null,
    failure text,
    primary key (source, stream, part)
  ) ${facts.clustered}`.execute(db)
  await sql`alter table run add column parts text not null default '{}'`.execute(db)
}
