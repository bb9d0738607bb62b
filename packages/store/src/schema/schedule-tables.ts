import { type Kysely, sql } from 'kysely'
import type { SchemaFacts } from '../dialect.ts'

/** The slots of schedules with what became of them, the run of each source that a slot began, and who is at work now. */
export async function createScheduleTables(db: Kysely<unknown>, facts: SchemaFacts): Promise<void> {
  await sql`create table schedule_slot (
    schedule ${facts.key} not null,
    slot bigint not null,
    state text not null,
    due_at bigint not null,
    tries integer not null default 0,
    crashes integer not null default 0,
    began_at bigint,
    ended_at bigint,
    told text not null default '[]',
    files text not null default '[]',
    primary key (schedule, slot)
  ) ${facts.clustered}`.execute(db)
  await sql`create index schedule_slot_open on schedule_slot (due_at)
    where state in ('due', 'running')`.execute(db)
  await sql`create table slot_run (
    schedule ${facts.key} not null,
    slot bigint not null,
    source ${facts.key} not null,
    run_id integer not null,
    primary key (schedule, slot, source)
  ) ${facts.clustered}`.execute(db)
  await sql`create table schedule_lease (
    schedule ${facts.key} primary key,
    slot bigint not null,
    token integer not null,
    owner text not null,
    expires_at bigint not null
  ) ${facts.clustered}`.execute(db)
}
