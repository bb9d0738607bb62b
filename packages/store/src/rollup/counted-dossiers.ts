import type { LedgerQuery } from '../ledger-cell.ts'
import { COUNTED_FIELDS, type DossierQuery } from '../stored-dossier.ts'

/** The days that both databases can hold. */
const [FIRST_DAY, LAST_DAY] = [-(2 ** 31), 2 ** 31 - 1]

/** Every dossier of which the cells of a query may have an event; some rules count a receipt at midnight for the day before. */
export function countedDossiers(query: LedgerQuery): DossierQuery<(typeof COUNTED_FIELDS)[number]> {
  const { sources, organisations, asKnownAt } = query
  const to = Math.min(query.to + 1, LAST_DAY)
  return { sources, organisations, asKnownAt, from: FIRST_DAY, to, fields: COUNTED_FIELDS }
}
