import { type Kysely, sql } from 'kysely'

/** Of which version a stored cursor is; those of before are of the first. */
export async function addCursorVersion(db: Kysely<unknown>): Promise<void> {
  await sql`alter table checkpoint add column cursor_version integer not null default 1`.execute(db)
}
