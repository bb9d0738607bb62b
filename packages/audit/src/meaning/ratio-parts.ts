import { type AuditContext, oncePerReport } from './audit-context.ts'
import { MAY_EXCEED } from './known-indicators.ts'
import type { OutlineRow } from './outline.ts'
import { isOnTime, partsAmong, type RatioParts, timely } from './ratio-among.ts'
import { partsBefore, partsBeside, partsOfTotal } from './ratio-beside.ts'
import type { Recognised } from './recognise.ts'
import { inOneGroup } from './rows.ts'
import { COMPARES } from './vocabulary/changes.ts'

/** The rates of a report whose parts it prints too: known indicators by their definition, others by their place. */
export const ratiosWithParts = oncePerReport((context: AuditContext): readonly RatioParts[] =>
  context.rows.filter((row) => row.rate).flatMap((row) => partsOf(row, context) ?? []),
)

function partsOf(rate: OutlineRow, context: AuditContext): RatioParts | undefined {
  const known = context.meaning.get(rate)
  const defined = known && definedParts(known, context)
  if (defined?.certain) return defined
  if (known?.certain && !known.indicator.quotient) return undefined
  if (COMPARES.test(rate.key)) return defined
  const below = partsAmong(
    rate,
    rate.children.filter((row) => !row.rate),
  )
  if (below) return below
  const before = partsBefore(rate, context)
  const sure = before?.certain ? before : undefined
  return partsOfTotal(rate, context) ?? sure ?? defined ?? partsBeside(rate) ?? before
}

function definedParts(known: Recognised, context: AuditContext): RatioParts | undefined {
  const { row: rate, indicator } = known
  const numerator = indicator.quotient && context.found.get(indicator.quotient.numerator)
  const denominator = indicator.quotient && context.found.get(indicator.quotient.denominator)
  if (!numerator || !denominator) return undefined
  const certain = [known, numerator, denominator].every(
    (one) => one.certain && inOneGroup(one.row, rate),
  )
  const mayExceed = MAY_EXCEED.test(indicator.id)
  const parts = { rate, numerator: numerator.row, denominator: denominator.row, certain, mayExceed }
  return isOnTime(numerator.row) ? { ...parts, candidates: timely(numerator.row) } : parts
}
