import type { AuditContext } from './audit-context.ts'
import { keyWords, likeness } from './label-key.ts'
import { inOneGroup, type OutlineRow } from './outline.ts'

/** A rate with the rows that it is made of; `certain` = no other reading of these rows is sensible. */
export interface RatioParts {
  readonly rate: OutlineRow
  readonly numerator: OutlineRow
  readonly denominator: OutlineRow
  readonly certain: boolean
  /** Whether the numerator can be the greater one: more was paid out than planned, or old requests were answered. */
  readonly mayExceed: boolean
}

/** Rates that can pass 100 %. */
export const MAY_EXCEED = /^(investment|pakn)_/

const COMPARES = /\b(cat giam|tinh gian|giam|tang|so voi|chenh lech)\b/

/** The rates of a report whose parts it prints too: known indicators by their definition, others by their place. */
export function ratiosWithParts(context: AuditContext): readonly RatioParts[] {
  return context.rows.filter((row) => row.rate).flatMap((row) => partsOf(row, context) ?? [])
}

function partsOf(rate: OutlineRow, context: AuditContext): RatioParts | undefined {
  const known = context.meaning.get(rate)
  const quotient = known?.indicator.quotient
  if (known && quotient) {
    const numerator = context.found.get(quotient.numerator)
    const denominator = context.found.get(quotient.denominator)
    if (numerator && denominator) {
      const certain = [known, numerator, denominator].every(
        (one) => one.certain && inOneGroup(one.row, rate),
      )
      const mayExceed = MAY_EXCEED.test(known.indicator.id)
      return { rate, numerator: numerator.row, denominator: denominator.row, certain, mayExceed }
    }
  }
  if (known?.certain && !quotient) return undefined
  return COMPARES.test(rate.key) ? undefined : (partsBelow(rate) ?? partsBeside(rate))
}

/** `Tỷ lệ …` over `Tổng số …` and `Số …` of one unit. */
function partsBelow(rate: OutlineRow): RatioParts | undefined {
  const counts = rate.children.filter((row) => !row.rate)
  const [total, ...otherTotals] = counts.filter((row) => row.key.startsWith('tong so'))
  const [part, ...otherParts] = counts.filter((row) => row !== total)
  if (!total || !part || otherTotals.length > 0 || otherParts.length > 0) return undefined
  if (!/^(so|da)\b/.test(part.key) || !sameUnit(part, total)) return undefined
  return { rate, numerator: part, denominator: total, certain: true, mayExceed: false }
}

/** `Tỷ lệ X` beside `Số X` below or beside one `Tổng số …`. */
function partsBeside(rate: OutlineRow): RatioParts | undefined {
  const { parent } = rate
  if (!parent) return undefined
  const subject = keyWords(rate.key.replace(/^ty le /, ''))
  const counts = parent.children.filter((row) => !row.rate)
  const totals = [parent, ...counts].filter((row) => row.key.startsWith('tong so'))
  const parts = counts.filter(
    (row) => /^so /.test(row.key) && likeness(keyWords(row.key.replace(/^so /, '')), subject) > 0.9,
  )
  const [denominator] = totals
  const [numerator] = parts
  if (!denominator || !numerator || totals.length > 1 || parts.length > 1) return undefined
  if (!sameUnit(numerator, denominator)) return undefined
  return { rate, numerator, denominator, certain: false, mayExceed: false }
}

/** Whether two rows count the same things, by their unit column. */
export function sameUnit(one: OutlineRow, other: OutlineRow): boolean {
  return one.unit.trim().toLowerCase() === other.unit.trim().toLowerCase()
}
