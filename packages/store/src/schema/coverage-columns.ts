import { type Kysely, sql } from 'kysely'

/** From when to when streams were read whole: of the pass under way, and of every one that was whole. */
export async function addCoverageColumns(db: Kysely<unknown>): Promise<void> {
  await sql`alter table checkpoint add column pass_started_at bigint`.execute(db)
  await sql`alter table checkpoint add column pass_reach text`.execute(db)
  await sql`alter table stream_pass add column started_at bigint`.execute(db)
  await sql`alter table stream_pass add column reach text`.execute(db)
}
