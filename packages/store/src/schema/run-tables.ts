import { type Kysely, sql } from 'kysely'
import type { SchemaFacts } from '../dialect.ts'

/** Runs, where they stand, who holds a source, and what they refused. */
export async function createRunTables(db: Kysely<unknown>, facts: SchemaFacts): Promise<void> {
  await sql`create table run (
    id ${facts.serial},
    source text not null,
    connector text not null,
    connector_version text not null,
    trigger_kind text not null,
    status text not null,
    started_at bigint not null,
    finished_at bigint,
    streams text not null,
    error text,
    warnings text not null
  )`.execute(db)
  await sql`create index run_by_source on run (source, id)`.execute(db)
  await sql`create table checkpoint (
    source ${facts.key} not null,
    stream ${facts.key} not null,
    cursor text,
    staged integer not null,
    records integer not null,
    completed_at bigint,
    committed_at bigint,
    primary key (source, stream)
  ) ${facts.clustered}`.execute(db)
  await sql`create table lease (
    source ${facts.key} primary key,
    run_id integer,
    owner text not null,
    expires_at bigint not null
  ) ${facts.clustered}`.execute(db)
  await createQuarantine(db, facts)
}

/** What runs did, beside what they warn of. */
export async function addNotesColumn(db: Kysely<unknown>): Promise<void> {
  await sql`alter table run add column notes text not null default '[]'`.execute(db)
}

async function createQuarantine(db: Kysely<unknown>, facts: SchemaFacts): Promise<void> {
  await sql`create table quarantine (
    id ${facts.serial},
    source text not null,
    stream text not null,
    identity text not null,
    key_text text,
    key_fields text,
    reasons text not null,
    fields text not null,
    first_run_id integer not null,
    last_run_id integer not null,
    first_seen_at bigint not null,
    last_seen_at bigint not null,
    times_seen integer not null,
    resolved_at bigint,
    unique (source, stream, identity)
  )`.execute(db)
}
