import { tt01 } from '@cchc/domain'
import type { Dialect } from '../dialect.ts'
import { readLedger } from '../ledger.ts'
import type { LedgerCell, LedgerQuery } from '../ledger-cell.ts'
import { readRollup } from './read-rollup.ts'

/** Sums by rule TT 01/2020 without details are written with every commit, others are derived. */
export async function readSums(
  dialect: Dialect,
  query: LedgerQuery,
): Promise<readonly LedgerCell[]> {
  const { rule = tt01.id, detailed, asKnownAt } = query
  const isWritten = rule === tt01.id && !detailed && asKnownAt === undefined
  if (isWritten) return readLedger(dialect.reader, query)
  return readRollup(dialect, query)
}
