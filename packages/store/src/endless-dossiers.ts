import { OVER_STATUSES } from '@cchc/domain'
import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** How many dossiers of a source are over and have no end. */
export interface EndlessDossiers {
  readonly source: string
  readonly dossiers: number
}

/** By source, those without any left out. */
export async function countEndless(db: Kysely<Tables>): Promise<readonly EndlessDossiers[]> {
  const rows = await endlessBySource(db).execute()
  return rows.map(({ source, dossiers }) => ({ source, dossiers: Number(dossiers) }))
}

/** Says what it looks for as the index `dossier_without_end` does, so that databases know that it holds all of them. */
export function endlessBySource(db: Kysely<Tables>) {
  const over = sql.join(OVER_STATUSES.map((status) => sql.lit(status)))
  return db
    .selectFrom('dossier')
    .select('source')
    .select((row) => row.fn.countAll<number | string>().as('dossiers'))
    .where('finished_at', 'is', null)
    .where('received_at', 'is not', null)
    .where(sql<boolean>`status in (${over})`)
    .groupBy('source')
    .orderBy('source')
}
