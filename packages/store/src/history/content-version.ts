import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'

/**
 * A text that changes with every commit that figures, reports and documents can show, and with nothing else that happens
 * often: positions and counts of every stream, what the newest and the living runs did, gates, entries, closings.
 */
export async function contentVersion(db: Kysely<Tables>): Promise<string> {
  const newest = db.selectFrom('run').select((run) => run.fn.max('id').as('id'))
  const parts = await Promise.all([
    db.selectFrom('checkpoint').selectAll().orderBy('source').orderBy('stream').execute(),
    db
      .selectFrom('run')
      .select(['id', 'status', 'streams'])
      .where((run) => run.or([run('status', '=', 'running'), run('id', '=', newest)]))
      .orderBy('id')
      .execute(),
    db.selectFrom('gate').selectAll().orderBy('source').execute(),
    ...GROWING.map((table) => newestOf(db, table)),
  ])
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}

/** Rows are only added to them. */
const GROWING = ['manual_figure', 'entered_document', 'gate_event', 'period_event'] as const

async function newestOf(db: Kysely<Tables>, table: (typeof GROWING)[number]) {
  const { rows } = await sql`select max(id) as id from ${sql.table(table)}`.execute(db)
  return rows
}
