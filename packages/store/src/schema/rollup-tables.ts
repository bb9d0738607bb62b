import { type Kysely, sql } from 'kysely'
import type { SchemaFacts } from '../dialect.ts'

const COUNTS = [
  ...['received', 'resolved_early', 'resolved_on_time', 'resolved_late'],
  ...['overdue_opened', 'overdue_closed'],
  ...['received_online_full', 'received_online_partial', 'received_direct', 'received_postal'],
  ...['received_other_channel', 'refused_at_reception', 'awaiting_reception'],
  ...['stopped', 'withdrawn', 'waiting', 'endless'],
]

/**
 * Sums of the events of every rule, by what dossiers are about and by day, month and year; derived from the dossiers and
 * their history, up to an instant of each source. The indexes find what was learnt since.
 */
export async function createRollupTables(db: Kysely<unknown>, facts: SchemaFacts): Promise<void> {
  await sql`create table rollup_subject (
    id ${facts.serial},
    source ${facts.key} not null,
    organisation_code ${facts.key} not null,
    procedure_code ${facts.key} not null,
    field_code ${facts.key} not null,
    channel ${facts.key} not null,
    service_level ${facts.key} not null,
    unique (source, organisation_code, procedure_code, field_code, channel, service_level)
  )`.execute(db)
  const counts = COUNTS.map((name) => sql`${sql.ref(name)} integer not null`)
  await sql`create table rollup (
    rule ${facts.key} not null,
    grain integer not null,
    first_day integer not null,
    subject integer not null,
    ${sql.join(counts)},
    primary key (rule, grain, first_day, subject)
  ) ${facts.clustered}`.execute(db)
  await sql`create table rollup_source (
    source ${facts.key} not null,
    rules text not null,
    settled_at bigint not null,
    primary key (source)
  ) ${facts.clustered}`.execute(db)
  await sql`create index dossier_by_known_from on dossier (source, known_from)`.execute(db)
  await sql`create index dossier_version_by_known_from
    on dossier_version (source, known_from)`.execute(db)
  await sql`create index dossier_version_by_known_to
    on dossier_version (source, known_to)`.execute(db)
}
