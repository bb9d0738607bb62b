import { type Kysely, sql } from 'kysely'
import type { SchemaFacts } from '../dialect.ts'

/** What tells the gone from the refused and the renumbered: lasting ids, missing dossiers, passes, dismissals. */
export async function createRemovalTables(db: Kysely<unknown>, facts: SchemaFacts): Promise<void> {
  await sql`alter table checkpoint add column largest_pass integer`.execute(db)
  await sql`alter table checkpoint add column began_run integer`.execute(db)
  await sql`alter table checkpoint add column unreadable integer not null default 0`.execute(db)
  await sql`alter table run add column failures text not null default '[]'`.execute(db)
  for (const column of [
    'content text',
    'dismissed_at bigint',
    'dismissed_by text',
    'dismiss_reason text',
  ])
    await sql`alter table quarantine add column ${sql.raw(column)}`.execute(db)
  await createDossierMarks(db, facts)
}

async function createDossierMarks(db: Kysely<unknown>, facts: SchemaFacts): Promise<void> {
  await sql`alter table dossier add column lasting_id ${facts.key}`.execute(db)
  await sql`alter table dossier_version add column lasting_id ${facts.key}`.execute(db)
  await sql`create unique index dossier_by_lasting_id on dossier (source, lasting_id)
    where lasting_id is not null`.execute(db)
  await sql`create table dossier_day (
    source ${facts.key} not null,
    day integer not null,
    dossiers integer not null,
    primary key (source, day)
  ) ${facts.clustered}`.execute(db)
  await sql`insert into dossier_day (source, day, dossiers)
    select source, received_day, count(*) from dossier
    where received_day is not null group by source, received_day`.execute(db)
  await sql`create table missing_dossier (
    source ${facts.key} not null,
    stream ${facts.key} not null,
    code ${facts.key} not null,
    since bigint not null,
    primary key (source, stream, code)
  ) ${facts.clustered}`.execute(db)
}
