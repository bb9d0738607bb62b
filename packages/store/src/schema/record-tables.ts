import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { SchemaFacts } from '../dialect.ts'

/** Catalogue records, their superseded or removed states, and passes that have not arrived whole yet. */
export async function createRecordTables(db: Kysely<unknown>, facts: SchemaFacts): Promise<void> {
  await sql`create table record (
    ${recordColumns(facts)},
    run_id integer not null,
    known_from bigint not null,
    primary key (source, stream, key)
  ) ${facts.clustered}`.execute(db)
  await sql`create index record_by_entity on record (entity, source)`.execute(db)
  await sql`create table record_version (
    ${recordColumns(facts)},
    run_id integer not null,
    known_from bigint not null,
    known_to bigint not null
  )`.execute(db)
  await sql`create index record_version_by_key on record_version (source, stream, key)`.execute(db)
  await sql`create table staged_record (
    ${recordColumns(facts)},
    primary key (source, stream, key)
  ) ${facts.clustered}`.execute(db)
}

function recordColumns(facts: SchemaFacts): RawBuilder<unknown> {
  return sql`
    source ${facts.key} not null,
    stream ${facts.key} not null,
    key ${facts.key} not null,
    entity text not null,
    value text not null`
}
