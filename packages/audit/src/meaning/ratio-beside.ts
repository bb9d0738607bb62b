import type { AuditContext } from './audit-context.ts'
import { keyWords, likeness } from './label-key.ts'
import type { OutlineRow } from './outline.ts'
import { partitionsOf } from './partitions.ts'
import { pairOf, partsAmong, type RatioParts } from './ratio-among.ts'
import { hasNumber, only, sameParent, sameUnit, stageOf } from './rows.ts'
import { EARLY_AND_ON_TIME } from './vocabulary/families.ts'
import { COMMON, NUMBER_OF, RATE_OF, TOTAL_NUMBER } from './vocabulary/labels.ts'
import {
  EARLY,
  ENDS_IN_TIME,
  ENDS_WITH_CHANNEL,
  LAST_PERIOD,
  ON_TIME,
  OPEN,
  RESOLVED,
  TAKEN_IN,
} from './vocabulary/stages.ts'

/** `Tỷ lệ hồ sơ quá hạn` in one section with one `Tổng số hồ sơ đã giải quyết` that prints its part `Quá hạn`. */
export function partsOfTotal(rate: OutlineRow, context: AuditContext): RatioParts | undefined {
  const [said] = ENDS_IN_TIME.exec(rate.key) ?? ENDS_WITH_CHANNEL.exec(rate.key) ?? []
  if (said === undefined || OPEN.test(rate.key)) return undefined
  const certain = ENDS_IN_TIME.test(rate.key)
  const near = context.rows.filter((row) => sameParent(row, rate))
  const found = near.flatMap((total) => {
    if (!fits(total, { inTime: certain })) return []
    const { parts = [] } = partitionsOf(context).get(total) ?? {}
    const numerators = EARLY_AND_ON_TIME.test(rate.key)
      ? parts.filter(({ key }) => EARLY_AND_ON_TIME.test(key))
      : partSaid(parts, said)
    return numerators.map((numerator) => ({ numerator, total }))
  })
  const { numerator, total: denominator } = only(found) ?? {}
  if (!numerator || !denominator || !sharesThings(rate, denominator)) return undefined
  return { rate, numerator, denominator, certain, mayExceed: false }
}

/** In time is what was resolved, by a channel what was received. */
function fits({ key }: OutlineRow, { inTime }: { readonly inTime: boolean }): boolean {
  if (OPEN.test(key)) return false
  return inTime ? RESOLVED.test(key) : TAKEN_IN.test(key)
}

/** The part of that name, unless another part belongs to it or to none of the channels. */
function partSaid(parts: readonly OutlineRow[], said: string): readonly OutlineRow[] {
  const early = ON_TIME.test(said) && parts.some(({ key }) => EARLY.test(key))
  if (early || parts.some(({ key }) => LAST_PERIOD.test(key))) return []
  return parts.filter(({ key }) => key.endsWith(said))
}

/** Whether a rate says nothing of what it measures that the total does not say. */
function sharesThings(rate: OutlineRow, total: OutlineRow): boolean {
  const manners = [EARLY_AND_ON_TIME, ENDS_IN_TIME, ENDS_WITH_CHANNEL, RATE_OF]
  const things = keyWords(manners.reduce((key, manner) => key.replace(manner, ''), rate.key))
  const known = keyWords(total.key)
  return [...things].every((word) => word === '' || known.has(word) || COMMON.test(word))
}

/** A rate right after its two counts, or before them in a list without codes. */
export function partsBefore(rate: OutlineRow, { rows }: AuditContext): RatioParts | undefined {
  const before = rows.slice(Math.max(0, rate.index - 2), rate.index)
  const after = rate.segments.length === 0 ? rows.slice(rate.index + 1, rate.index + 3) : []
  const pairs = [before, after].filter((pair) => pair.every((row) => isBeside(row, rate)))
  const beside = pairs.flatMap((pair) => partsAmong(rate, pair) ?? [])
  const found = only([...beside, ...partsOfAbove(rate, before)].filter(areSpokenOf))
  return found && { ...found, certain: found.certain && !hasRival(found, rows) }
}

/** Whether the counts that precede the rate hold another one that it may speak of. */
function hasRival({ rate, numerator, denominator }: RatioParts, rows: readonly OutlineRow[]) {
  const whole = keyWords(denominator.key)
  const part = keyWords(numerator.key)
  const own = [...keyWords(rate.key)].filter((word) => part.has(word) && !whole.has(word))
  const start = rows.findLastIndex((row, index) => index < rate.index && !isBeside(row, rate)) + 1
  return rows.slice(start, rate.index).some((row) => {
    const said = keyWords(row.key)
    return row !== numerator && row !== denominator && own.every((word) => said.has(word))
  })
}

/** The count above, and its one part right before the rate. */
function partsOfAbove(rate: OutlineRow, before: readonly OutlineRow[]): readonly RatioParts[] {
  const [above, part] = before
  if (!above || !part || above !== rate.parent || !hasNumber(above) || above.rate) return []
  if (!isBeside(part, rate) || !sameUnit(part, above)) return []
  const told = partsAmong(rate, [above, part])
  if (told || stageOf(above) !== undefined) return told ? [told] : []
  return [pairOf({ rate, numerator: part, denominator: above })]
}

function isBeside(row: OutlineRow, rate: OutlineRow): boolean {
  const ranked = row.segments.length === rate.segments.length
  return !row.rate && ranked && sameParent(row, rate) && hasNumber(row)
}

/** Whether a rate has words of its numerator and is of the same things as both counts. */
function areSpokenOf({ rate, numerator, denominator }: RatioParts): boolean {
  const said = [...keyWords(rate.key)].filter((word) => !COMMON.test(word))
  const [part, whole] = [keyWords(numerator.key), keyWords(denominator.key)]
  return (
    said.some((word) => part.has(word) && !whole.has(word)) &&
    said.every((word) => part.has(word) || whole.has(word))
  )
}

/** `Tỷ lệ X` beside `Số X` below or beside one `Tổng số …`. */
export function partsBeside(rate: OutlineRow): RatioParts | undefined {
  const { parent } = rate
  if (!parent) return undefined
  const subject = keyWords(rate.key.replace(RATE_OF, ''))
  const counts = parent.children.filter((row) => !row.rate)
  const denominator = only([parent, ...counts].filter((row) => TOTAL_NUMBER.test(row.key)))
  const ofSubject = (key: string) => likeness(keyWords(key.replace(NUMBER_OF, '')), subject) > 0.9
  const numerator = only(counts.filter(({ key }) => NUMBER_OF.test(key) && ofSubject(key)))
  if (!denominator || !numerator || !sameUnit(numerator, denominator)) return undefined
  return { rate, numerator, denominator, certain: false, mayExceed: false }
}
