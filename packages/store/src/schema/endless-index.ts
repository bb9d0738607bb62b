import { type Kysely, sql } from 'kysely'

/** Finds the dossiers that are over and have no end without reading the others; it holds these few alone. */
export async function addEndlessIndex(db: Kysely<unknown>): Promise<void> {
  await sql`create index dossier_without_end on dossier (source)
    where finished_at is null and received_at is not null
    and status in ('finished', 'returned', 'refused', 'withdrawn', 'stopped')`.execute(db)
}
