import { type Kysely, sql } from 'kysely'
import type { SchemaFacts } from '../dialect.ts'

/** When streams were read whole, and the closing and reopening of periods with the figures that were frozen; only added to. */
export async function createHistoryTables(db: Kysely<unknown>, facts: SchemaFacts): Promise<void> {
  await sql`create table stream_pass (
    source ${facts.key} not null,
    stream ${facts.key} not null,
    known_from bigint not null,
    completed_at bigint
  )`.execute(db)
  await sql`create index stream_pass_by_stream on stream_pass (source, stream)`.execute(db)
  await sql`insert into stream_pass (source, stream, known_from, completed_at)
    select source, stream, coalesce(committed_at, completed_at, 0), null from checkpoint`.execute(
    db,
  )
  await sql`insert into stream_pass (source, stream, known_from, completed_at)
    select source, stream, completed_at, completed_at from checkpoint
    where completed_at is not null`.execute(db)
  await createPeriodLog(db, facts)
}

async function createPeriodLog(db: Kysely<unknown>, facts: SchemaFacts): Promise<void> {
  await sql`create table period_event (
    id ${facts.serial},
    organisation_code ${facts.key} not null,
    from_day integer not null,
    to_day integer not null,
    period_text text not null,
    action text not null,
    actor text not null,
    note text,
    as_of bigint not null,
    recorded_at bigint not null
  )`.execute(db)
  await sql`create index period_event_by_period
    on period_event (organisation_code, from_day, to_day)`.execute(db)
  await sql`create table period_figure (
    event_id integer not null,
    rule text not null,
    rule_version integer not null,
    organisation_code ${facts.key} not null,
    scope text not null,
    statistics text not null,
    primary key (event_id, rule, organisation_code, scope)
  ) ${facts.clustered}`.execute(db)
}
