import { type Kysely, sql } from 'kysely'
import type { SchemaFacts } from '../dialect.ts'

/** Of each source when what it brought was last good and how it measured then; and every closing, opening and acceptance. */
export async function createGateTables(db: Kysely<unknown>, facts: SchemaFacts): Promise<void> {
  await sql`create table gate (
    source ${facts.key} primary key,
    good_at bigint not null,
    measure text not null
  ) ${facts.clustered}`.execute(db)
  await sql`create table gate_event (
    id ${facts.serial},
    source ${facts.key} not null,
    action text not null,
    as_of bigint not null,
    reasons text not null,
    run_id integer,
    actor text,
    note text,
    recorded_at bigint not null
  )`.execute(db)
  await sql`create index gate_event_by_source on gate_event (source, id)`.execute(db)
}
