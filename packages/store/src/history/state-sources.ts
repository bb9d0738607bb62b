import { type RawBuilder, sql } from 'kysely'
import { among } from '../ledger.ts'
import type { DossierQuery } from '../stored-dossier.ts'

/** Where dossiers are read from: a table and what holds for its rows. */
export interface StateSource {
  readonly table: RawBuilder<unknown>
  readonly filters: readonly RawBuilder<unknown>[]
  readonly isCurrent: boolean
}

const CURRENT = sql.table('dossier')
const SUPERSEDED = sql.table('dossier_version')

/** The current states, or those of an instant: current ones learnt by then and superseded ones that were current then. */
export function stateSources(asKnownAt: number | undefined): readonly StateSource[] {
  if (asKnownAt === undefined) return [{ table: CURRENT, filters: [], isCurrent: true }]
  const known = sql`known_from <= ${asKnownAt}`
  return [
    { table: CURRENT, filters: [known], isCurrent: true },
    { table: SUPERSEDED, filters: [known, sql`known_to > ${asKnownAt}`], isCurrent: false },
  ]
}

/** Filters for the dossiers of a query. */
export function dossierFilters(query: DossierQuery): readonly RawBuilder<unknown>[] {
  return [
    sql`received_day <= ${query.to}`,
    sql`(finished_day is null or finished_day >= ${query.from})`,
    ...among('source', query.sources),
    ...among('organisation_code', query.organisations),
  ]
}
