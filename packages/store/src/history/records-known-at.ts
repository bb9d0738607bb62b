import type { Kysely, SelectQueryBuilder } from 'kysely'
import type { RecordTable, Tables } from '../tables.ts'

const COLUMNS = ['source', 'stream', 'key', 'entity', 'value', 'run_id', 'known_from'] as const

type Records = SelectQueryBuilder<Tables & { record: RecordTable }, 'record', RecordTable>

/** The current records, or those that were current at an instant. */
export function recordsOf(db: Kysely<Tables>, asKnownAt: number | undefined): Records {
  if (asKnownAt === undefined) return db.selectFrom('record').select(COLUMNS)
  const current = db.selectFrom('record').select(COLUMNS).where('known_from', '<=', asKnownAt)
  const superseded = db
    .selectFrom('record_version')
    .select(COLUMNS)
    .where('known_from', '<=', asKnownAt)
    .where('known_to', '>', asKnownAt)
  return db.selectFrom(current.unionAll(superseded).as('record')).select(COLUMNS)
}
