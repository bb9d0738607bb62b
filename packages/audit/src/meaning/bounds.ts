import type { AuditContext } from './audit-context.ts'
import { LIMITS, MAY_EXCEED } from './known-indicators.ts'
import { type Bound, placedBounds } from './placed-bounds.ts'
import { ratiosWithParts } from './ratio-parts.ts'
import { hasNumber, inOneGroup } from './rows.ts'
import { sumsWithParts } from './sum-parts.ts'

/** Every part of a report with the whole that it cannot exceed, each pair once. */
export function boundsOf(context: AuditContext): readonly Bound[] {
  const bounds = [
    ...placedBounds(context),
    ...ofRates(context),
    ...ofQuotients(context),
    ...ofIndicators(context),
    ...ofTotals(context),
  ]
  const keyed = bounds.map((bound) => {
    return [[...bound.parts, bound.whole].map((row) => row.index).join(), bound] as const
  })
  return [...new Map(keyed.toReversed()).values()].toReversed()
}

function ofRates(context: AuditContext): readonly Bound[] {
  return ratiosWithParts(context).map(({ numerator, denominator, certain, mayExceed }) => ({
    parts: [numerator],
    whole: denominator,
    certain: certain && !mayExceed,
  }))
}

/** Parts of a rate that the report prints without the rate itself. */
function ofQuotients({ catalogue, found }: AuditContext): readonly Bound[] {
  return catalogue.indicators.flatMap(({ id, quotient }) => {
    const part = quotient && found.get(quotient.numerator)
    const whole = quotient && found.get(quotient.denominator)
    if (!part || !whole) return []
    const named = part.certain && whole.certain && inOneGroup(part.row, whole.row)
    const certain = named && !MAY_EXCEED.test(id)
    return { parts: [part.row], whole: whole.row, certain }
  })
}

function ofIndicators({ found }: AuditContext): readonly Bound[] {
  return LIMITS.flatMap(({ parts: ids, whole: id, certain }) => {
    const parts = ids.flatMap((part) => found.get(part) ?? [])
    const whole = found.get(id)
    if (!whole || parts.length === 0) return []
    const named = parts.every((part) => part.certain && inOneGroup(part.row, whole.row))
    const sure = certain && whole.certain && named
    return { parts: parts.map((part) => part.row), whole: whole.row, certain: sure }
  })
}

/** A certain total with all of its figures is told by its sum. */
function ofTotals(context: AuditContext): readonly Bound[] {
  return sumsWithParts(context)
    .filter(({ parts, certain }) => !certain || !parts.every((row) => hasNumber(row)))
    .flatMap(({ total, parts, certain }) =>
      parts.map((part) => ({ parts: [part], whole: total, certain })),
    )
}
