import { type Kysely, sql } from 'kysely'
import type { SchemaFacts } from '../dialect.ts'

/** What holds of which subject and what of it was told; when what is told by the clock was told last; what is to be delivered. */
export async function createAlertTables(db: Kysely<unknown>, facts: SchemaFacts): Promise<void> {
  await sql`create table alert_state (
    alert ${facts.key} not null,
    subject ${facts.key} not null,
    severity text not null,
    sentence text not null,
    since bigint not null,
    gone_at bigint,
    told_at bigint,
    told_severity text,
    primary key (alert, subject)
  ) ${facts.clustered}`.execute(db)
  await sql`create table alert_slot (
    slot ${facts.key} primary key,
    told_at bigint not null
  ) ${facts.clustered}`.execute(db)
  await sql`create table alert_message (
    id ${facts.key} primary key,
    channel text not null,
    content text not null,
    created_at bigint not null,
    due_at bigint,
    attempts integer not null,
    delivered_at bigint,
    failure text
  ) ${facts.clustered}`.execute(db)
  await sql`create index alert_message_by_due on alert_message (due_at)`.execute(db)
}
