import { type AuditContext, hasNumber } from './audit-context.ts'
import { stageOf } from './count-stage.ts'
import { keyWords, labelKey, likeness } from './label-key.ts'
import { inOneGroup, type OutlineRow } from './outline.ts'
import { EARLY_AND_ON_TIME, partitionOf } from './partitions.ts'
import type { Recognised } from './recognise.ts'
import { unitKind } from './unit-kind.ts'

/** A rate with the rows that it is made of; `certain` = no other reading of these rows is sensible. */
export interface RatioParts {
  readonly rate: OutlineRow
  readonly numerator: OutlineRow
  readonly denominator: OutlineRow
  readonly certain: boolean
  /** Whether the numerator can be the greater one: more was paid out than planned, or old requests were answered. */
  readonly mayExceed: boolean
  /** Where the label does not say which count is meant: all that may be. */
  readonly candidates?: readonly OutlineRow[]
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
  const defined = known && definedParts(known, context)
  if (defined?.certain) return defined
  if (known?.certain && !known.indicator.quotient) return undefined
  if (COMPARES.test(rate.key)) return defined
  const below = partsBelow(rate)
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

/** `Tỷ lệ …` over counts of one unit, of which one is the whole and one is what the rate speaks of. */
function partsBelow(rate: OutlineRow): RatioParts | undefined {
  return partsAmong(
    rate,
    rate.children.filter((row) => !row.rate),
  )
}

const MOST = 4

function partsAmong(rate: OutlineRow, counts: readonly OutlineRow[]): RatioParts | undefined {
  const [first, ...rest] = counts
  if (!first || rest.length === 0 || counts.length > MOST) return undefined
  if (!rest.every((row) => sameUnit(row, first))) return undefined
  const denominator = resolvedOf(rate, counts) ?? wholeOf(counts)
  const others = counts.filter((row) => row !== denominator)
  const spoken = others.length === 1 ? others[0] : spokenOf(rate, others)
  const numerator = spoken ?? others.find(isOnTime)
  if (!denominator || !numerator) return undefined
  const pair = { rate, numerator, denominator }
  const parts = { ...pair, certain: !isOfReceived(pair), mayExceed: mayPass(pair) }
  if (spoken && !isOnTime(spoken)) return parts
  return { ...parts, candidates: spoken ? timely(spoken) : others }
}

const IN_TIME = /\b(dung|qua|tre|truoc) han\b/

/** In time or late is what was resolved, where the form counts that too. */
function resolvedOf(rate: OutlineRow, counts: readonly OutlineRow[]): OutlineRow | undefined {
  if (!IN_TIME.test(rate.key)) return undefined
  const resolved = counts.filter(({ key }) => {
    return /\b(da|xong)\b/.test(key) && /\b(giai quyet|xu ly)\b/.test(key) && !IN_TIME.test(key)
  })
  return resolved.length === 1 ? resolved[0] : undefined
}

/** Where the form counts only what was received, the rate may be one of what was resolved. */
function isOfReceived({ numerator, denominator }: Pick<RatioParts, 'numerator' | 'denominator'>) {
  const { key } = denominator
  const received =
    /\b(tiep nhan|nhan|van ban den)\b/.test(key) && !/\b(giai quyet|xu ly)\b/.test(key)
  return received && IN_TIME.test(numerator.key)
}

function isOnTime({ key }: OutlineRow): boolean {
  return /\bdung han\b/.test(key)
}

/** What is early is on time as well: forms that print both may take them together. */
function timely(onTime: OutlineRow): readonly OutlineRow[] {
  const beside = (onTime.parent?.children ?? []).filter((row) => {
    return !row.rate && sameUnit(row, onTime) && /\btruoc han\b/.test(row.key)
  })
  return [onTime, ...beside]
}

/** The one row that has come least far. */
function wholeOf(counts: readonly OutlineRow[]): OutlineRow | undefined {
  const stages = counts.map((row) => stageOf(row))
  const least = Math.min(...stages.map((stage) => stage ?? Number.POSITIVE_INFINITY))
  const lowest = counts.filter((_row, index) => stages[index] === least)
  const unsaid = stages.filter((stage) => stage === undefined).length
  return lowest.length === 1 && (unsaid === 0 || least === 0) ? lowest[0] : undefined
}

/** The one row all of whose own words the rate has. */
function spokenOf(rate: OutlineRow, counts: readonly OutlineRow[]): OutlineRow | undefined {
  const said = keyWords(rate.key)
  const own = counts.filter((row) =>
    [...keyWords(row.key)].every((word) => said.has(word) || /^(so|da|duoc|cac)$/.test(word)),
  )
  return own.length === 1 ? own[0] : undefined
}

const PASSES = /\b(pakn|phan anh|kien nghi|giai ngan|von|du toan|thu chi|bien che)\b/

/** More is paid out than planned, and what came in before is answered now; but no plan has more tasks than it has. */
function mayPass({ rate, numerator, denominator }: Omit<RatioParts, 'certain' | 'mayExceed'>) {
  if (PASSES.test(rate.key) || unitKind(denominator.unit) === 'money') return true
  if (/kỳ trước/i.test(`${numerator.label} ${numerator.note}`.normalize('NFC'))) return true
  if (/\b(tiep nhan|nhan)\b/.test(denominator.key)) return /\bgiai quyet\b/.test(numerator.key)
  const planned = /\b(ke hoach|chi tieu|du kien)\b/.test(denominator.key)
  return planned && !/nhiem vu/.test(`${denominator.key} ${labelKey(denominator.unit)}`)
}

const TIMELY = /\b(dung|qua|tre|truoc) han$/
const CHANNEL = /\b(truc tuyen|truc tiep)$/

/** `Tỷ lệ hồ sơ quá hạn` in one section with one `Tổng số hồ sơ đã giải quyết` that prints its part `Quá hạn`. */
function partsOfTotal(rate: OutlineRow, { rows }: AuditContext): RatioParts | undefined {
  const [said] = TIMELY.exec(rate.key) ?? CHANNEL.exec(rate.key) ?? []
  if (said === undefined || /\bdang\b/.test(rate.key)) return undefined
  const certain = TIMELY.test(rate.key)
  const near = rows.filter((row) => row.parent === rate.parent && row.scope === rate.scope)
  const found = near.flatMap((total) => {
    const parts = fits(total, certain) ? (partitionOf(total, rows)?.parts ?? []) : []
    const numerators = EARLY_AND_ON_TIME.test(rate.key) ? bothTimely(parts) : partSaid(parts, said)
    return numerators.map((numerator) => ({ numerator, total }))
  })
  const [only, ...others] = found
  if (!only || others.length > 0 || !sharesThings(rate, only.total)) return undefined
  return { rate, numerator: only.numerator, denominator: only.total, certain, mayExceed: false }
}

/** In time is what was resolved, by a channel what was received. */
function fits({ key }: OutlineRow, inTime: boolean): boolean {
  if (/\bdang\b/.test(key)) return false
  return inTime ? /\b(giai quyet|xu ly)\b/.test(key) : /\btiep nhan\b/.test(key)
}

/** The part of that name, unless another part belongs to it or to none of the channels. */
function partSaid(parts: readonly OutlineRow[], said: string): readonly OutlineRow[] {
  const early = /^dung/.test(said) && parts.some(({ key }) => /\btruoc han\b/.test(key))
  if (early || parts.some(({ key }) => /\bky truoc\b/.test(key))) return []
  return parts.filter(({ key }) => key.endsWith(said))
}

/** The part that takes early and on time together as the rate does. */
function bothTimely(parts: readonly OutlineRow[]): readonly OutlineRow[] {
  return parts.filter(({ key }) => EARLY_AND_ON_TIME.test(key))
}

/** Whether a rate says nothing of what it measures that the total does not say. */
function sharesThings(rate: OutlineRow, total: OutlineRow): boolean {
  const things = keyWords(
    rate.key
      .replace(EARLY_AND_ON_TIME, '')
      .replace(TIMELY, '')
      .replace(CHANNEL, '')
      .replace(/^ty le /, ''),
  )
  const known = keyWords(total.key)
  return [...things].every((word) => word === '' || known.has(word) || COMMON.test(word))
}

/** A rate right after its two counts, or before them in a list without codes. */
function partsBefore(rate: OutlineRow, { rows }: AuditContext): RatioParts | undefined {
  const before = rows.slice(Math.max(0, rate.index - 2), rate.index)
  const after = rate.segments.length === 0 ? rows.slice(rate.index + 1, rate.index + 3) : []
  const pairs = [before, after].filter((pair) => pair.every((row) => isBeside(row, rate)))
  const beside = pairs.flatMap((pair) => partsAmong(rate, pair) ?? [])
  const found = [...beside, ...partsOfAbove(rate, before)].filter(areSpokenOf)
  const [only] = found
  if (!only || found.length > 1) return undefined
  return { ...only, certain: only.certain && !hasRival(only, rows) }
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
  const pair = { rate, numerator: part, denominator: above }
  return [{ ...pair, certain: !isOfReceived(pair), mayExceed: mayPass(pair) }]
}

function isBeside(row: OutlineRow, rate: OutlineRow): boolean {
  const ranked = row.segments.length === rate.segments.length && row.parent === rate.parent
  return !row.rate && ranked && row.scope === rate.scope && hasNumber(row)
}

const COMMON = /^(so|tong|da|duoc|cac|tai|cua|trong|ty|le|tthc|ho|nam|nop)$/

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
