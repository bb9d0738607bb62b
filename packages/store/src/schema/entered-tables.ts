import { type Kysely, sql } from 'kysely'
import type { SchemaFacts } from '../dialect.ts'

/** What people enter: figures by indicator, and whole documents such as plans; both are only added to. */
export async function createEnteredTables(db: Kysely<unknown>, facts: SchemaFacts): Promise<void> {
  await sql`create table manual_figure (
    id ${facts.serial},
    organisation_code ${facts.key} not null,
    from_day integer not null,
    to_day integer not null,
    indicator_id ${facts.key} not null,
    period_text text not null,
    cell text not null,
    note text not null,
    entered_at bigint not null,
    entered_by text not null,
    origin_file text,
    origin_sha256 text,
    origin_address text,
    reason text
  )`.execute(db)
  await sql`create index manual_figure_by_period
    on manual_figure (organisation_code, from_day, to_day, indicator_id)`.execute(db)
  await sql`create table entered_document (
    id ${facts.serial},
    kind ${facts.key} not null,
    organisation_code ${facts.key} not null,
    year integer not null,
    content text not null,
    entered_at bigint not null,
    entered_by text not null,
    origin_file text,
    origin_sha256 text,
    reason text
  )`.execute(db)
  await sql`create index entered_document_by_kind
    on entered_document (kind, organisation_code, year)`.execute(db)
}
