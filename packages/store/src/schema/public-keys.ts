import { type Kysely, sql } from 'kysely'

/** Which keys are public; those from before are not. */
export async function addPublicKeys(db: Kysely<unknown>): Promise<void> {
  await sql`alter table access_key add column is_public integer not null default 0`.execute(db)
}
