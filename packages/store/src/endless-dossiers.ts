import { OVER_STATUSES } from '@cchc/domain'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** How many dossiers of a source are over and have no end. */
export interface EndlessDossiers {
  readonly source: string
  readonly dossiers: number
}

/** By source, those without any left out; reads every dossier once. */
export async function countEndless(db: Kysely<Tables>): Promise<readonly EndlessDossiers[]> {
  const rows = await db
    .selectFrom('dossier')
    .select('source')
    .select((row) => row.fn.countAll<number | string>().as('dossiers'))
    .where('finished_at', 'is', null)
    .where('received_at', 'is not', null)
    .where('status', 'in', OVER_STATUSES)
    .groupBy('source')
    .orderBy('source')
    .execute()
  return rows.map(({ source, dossiers }) => ({ source, dossiers: Number(dossiers) }))
}
