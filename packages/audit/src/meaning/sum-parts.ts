import { type AuditContext, oncePerReport } from './audit-context.ts'
import { OF_DISTRICTS } from './known-indicators.ts'
import type { OutlineRow } from './outline.ts'
import { partitionsOf } from './partitions.ts'
import type { Recognised } from './recognise.ts'
import { inOneGroup, sameUnit, stageOf } from './rows.ts'
import { NO_SHARE } from './vocabulary/changes.ts'
import { LEVEL } from './vocabulary/families.ts'
import { ANNOUNCES, TOTAL_ALONE, TOTAL_LETTERS } from './vocabulary/labels.ts'

/** A total with its parts. `complete` = the report prints every part that the total has by definition. */
export interface SumParts {
  readonly total: OutlineRow
  readonly parts: readonly OutlineRow[]
  readonly complete: boolean
  readonly certain: boolean
  /** One thing may belong to two parts: a total between the largest part and the sum can be right. */
  readonly mayOverlap: boolean
  /** Parts that exclude each other: a sum above the total is wrong for certain, one below it only when complete. */
  readonly exclusive?: boolean
  /** Parts of which some already make the total. */
  readonly readings?: readonly (readonly OutlineRow[])[]
}

/** Totals whose parts the report prints too: by the catalogue's definition, or by `Trong đó` in unknown forms. */
export const sumsWithParts = oncePerReport((context: AuditContext): readonly SumParts[] => {
  const defined = [...context.found.values()].flatMap((one) => definedParts(one, context) ?? [])
  const sure = new Set(defined.filter(({ certain }) => certain).map(({ total }) => total))
  const parted = context.rows
    .filter((row) => !sure.has(row))
    .flatMap((row) => exclusiveParts(row, context) ?? [])
    .filter(({ total, complete }) => complete || !defined.some((one) => one.total === total))
  const known = new Set(parted.map(({ total }) => total))
  const others = defined.filter(({ total }) => !known.has(total))
  const lasts = context.rows.flatMap((row) => partsBeside(row, context) ?? [])
  const told = new Set([...known, ...[...others, ...lasts].map(({ total }) => total)])
  const placed = context.rows
    .filter((row) => !told.has(row))
    .flatMap((row) => partsBelow(row, context) ?? [])
  return [...others, ...parted, ...lasts, ...placed]
})

/** `Tổng cộng` below or above rows of one kind: the other rows of its rank in the table, where none of them is a total. */
function partsBeside(total: OutlineRow, { rows }: AuditContext): SumParts | undefined {
  if (!TOTAL_ALONE.test(total.key) || total.rate || total.children.length > 0) return undefined
  const parts = rows.filter(
    (row) =>
      row !== total && row.scope === total.scope && row.parent === null && row.segments.length > 0,
  )
  const ofOneKind = parts.every(
    (row) => sameUnit(row, total) && !row.rate && stageOf(row) === undefined,
  )
  const isTotal = total.segments.length === 0 && parts.length > 1 && ofOneKind
  return isTotal ? { total, parts, complete: true, certain: true, mayOverlap: false } : undefined
}

function definedParts(
  { row, indicator, certain }: Recognised,
  { found }: AuditContext,
): SumParts | undefined {
  const parts = indicator.sumOf.flatMap((id) => found.get(id) ?? [])
  const absent = indicator.sumOf.filter((id) => !found.has(id))
  if (parts.length < 2) return undefined
  const named = parts.every((part) => part.certain && inOneGroup(part.row, row))
  return {
    total: row,
    parts: parts.map((part) => part.row),
    complete: absent.every((id) => OF_DISTRICTS.test(id)),
    certain: certain && absent.length === 0 && named,
    mayOverlap: indicator.partsMayOverlap,
  }
}

function exclusiveParts(row: OutlineRow, context: AuditContext): SumParts | undefined {
  const found = partitionsOf(context).get(row)
  if (!found) return undefined
  const { complete, nearly, ...rest } = found
  return {
    ...rest,
    complete: complete || nearly,
    certain: complete || !nearly,
    exclusive: !rest.mayOverlap,
  }
}

function partsBelow(total: OutlineRow, { meaning }: AuditContext): SumParts | undefined {
  const parts = total.children.filter((row) => !row.rate && sameUnit(row, total))
  const some = [total.label, ...parts.flatMap(({ code, label }) => [code, label])].some((text) =>
    ANNOUNCES.test(text),
  )
  const isSum = (meaning.get(total)?.indicator.sumOf ?? []).length > 0
  if (total.rate || parts.length < 2 || !(some || isSum || TOTAL_LETTERS.test(total.key))) {
    return undefined
  }
  if (parts.some((row) => NO_SHARE.test(row.key))) return undefined
  const levels = parts.map((row) => LEVEL.exec(row.key)?.[0])
  const byLevel = !levels.includes(undefined) && new Set(levels).size === levels.length
  const certain = byLevel && levels.length === 3
  return { total, parts, complete: certain || !some, certain, mayOverlap: false }
}
