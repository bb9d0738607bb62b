import type { DayRange } from '@cchc/domain'
import type { LedgerQuery } from '../ledger-cell.ts'
import { COUNTED_FIELDS, type DossierQuery } from '../stored-dossier.ts'

/** The days that both databases can hold. */
const [FIRST_DAY, LAST_DAY] = [-(2 ** 31), 2 ** 31 - 1]

type Counted = DossierQuery<(typeof COUNTED_FIELDS)[number]>

/** Every dossier of which the cells of a query may have an event; some rules count a receipt at midnight for the day before. */
export function countedDossiers(query: LedgerQuery): Counted {
  return dossiersWithEvents(query, { from: FIRST_DAY, to: query.to })
}

/** Every dossier that may have an event on these days. */
export function dossiersWithEvents(
  { sources, organisations, asKnownAt }: LedgerQuery,
  { from, to }: DayRange,
): Counted {
  const days = { from, to: Math.min(to + 1, LAST_DAY) }
  return { sources, organisations, asKnownAt, ...days, fields: COUNTED_FIELDS }
}
