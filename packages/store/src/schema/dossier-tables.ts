import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { SchemaFacts } from '../dialect.ts'

/**
 * Counting facts, their superseded states, and the ledger of their events. Dossiers are stored in the order of arrival:
 * in the order of their key, every insert would move others aside, which takes half as long again at a million.
 */
export async function createDossierTables(db: Kysely<unknown>, facts: SchemaFacts): Promise<void> {
  await sql`create table dossier (
    ${dossierColumns(facts)},
    primary key (source, code)
  )`.execute(db)
  await sql`create table dossier_version (
    ${dossierColumns(facts)},
    known_to bigint not null
  )`.execute(db)
  await sql`create index dossier_version_by_key on dossier_version (source, code)`.execute(db)
  await sql`create table ledger (
    source ${facts.key} not null,
    organisation_code ${facts.key} not null,
    channel ${facts.key} not null,
    day integer not null,
    received integer not null,
    resolved_early integer not null,
    resolved_on_time integer not null,
    resolved_late integer not null,
    overdue_opened integer not null,
    overdue_closed integer not null,
    primary key (source, organisation_code, channel, day)
  ) ${facts.clustered}`.execute(db)
}

function dossierColumns(facts: SchemaFacts): RawBuilder<unknown> {
  return sql`
    source ${facts.key} not null,
    code ${facts.key} not null,
    procedure_code text not null,
    organisation_code text not null,
    field_code text,
    channel text,
    status text not null,
    status_received text not null,
    received_at bigint,
    due_at bigint,
    finished_at bigint,
    returned_at bigint,
    pauses text,
    online_payment integer,
    digitised integer,
    service_level text,
    service_level_received text,
    version bigint not null,
    received_day integer,
    finished_day integer,
    run_id integer not null,
    known_from bigint not null`
}
