import { type Kysely, sql } from 'kysely'
import type { SchemaFacts } from '../dialect.ts'

const EVENTS = [
  ...['received', 'resolved_early', 'resolved_on_time', 'resolved_late'],
  ...['overdue_opened', 'overdue_closed'],
]

/** The sums of each rule as this step made them. */
const SUMS: Readonly<Record<string, readonly string[]>> = {
  tt01_2020: [...EVENTS, 'endless'],
  qd766_2022: [...EVENTS, 'endless'],
  opencps_2: [...EVENTS, 'refused_at_reception', 'withdrawn', 'waiting', 'endless'],
  btp_07a: [
    ...EVENTS,
    ...['received_online_full', 'received_online_partial', 'received_direct', 'received_postal'],
    ...['received_other_channel', 'received_outside_area', 'received_inside_area'],
    ...['resolved_late_apologised', 'resolved_late_not_apologised'],
    ...['pending_overdue_apologised', 'pending_overdue_not_apologised'],
    ...['payment_total', 'payment_online', 'payment_direct', 'payment_none'],
    ...['refused_at_reception', 'awaiting_reception', 'receipts', 'receipts_missing'],
    ...['stopped', 'withdrawn', 'endless'],
  ],
}

/**
 * What dossiers state beside what every portal states; and sums by all rules side by side in one row, made anew from
 * the dossiers when they are next added up.
 */
export async function addFactColumns(db: Kysely<unknown>, facts: SchemaFacts): Promise<void> {
  await sql`alter table dossier add column facts text`.execute(db)
  await sql`alter table dossier_version add column facts text`.execute(db)
  await sql`drop table rollup`.execute(db)
  await sql`delete from rollup_source`.execute(db)
  const sums = Object.entries(SUMS).flatMap(([rule, names]) =>
    names.map((name) => sql`${sql.ref(`${rule}_${name}`)} integer not null`),
  )
  await sql`create table rollup (
    grain integer not null,
    first_day integer not null,
    subject integer not null,
    ${sql.join(sums)},
    primary key (grain, first_day, subject)
  ) ${facts.clustered}`.execute(db)
}
