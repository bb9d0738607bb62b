import {
  type AuditContext,
  finding,
  hasNumber,
  printFigure,
  sentence,
  whereIs,
} from '../meaning/audit-context.ts'
import type { Finding } from '../meaning/audit-report.ts'
import { inOneGroup, type OutlineRow } from '../meaning/outline.ts'
import { partitionOf } from '../meaning/partitions.ts'
import { sameUnit } from '../meaning/ratio-parts.ts'

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

/** Kind 2: totals against the sum of their parts. */
export function sumFindings(context: AuditContext): readonly Finding[] {
  return sumsWithParts(context).flatMap(compared)
}

/** Totals whose parts the report prints too: by the catalogue's definition, or by `Trong đó` in unknown forms. */
export function sumsWithParts(context: AuditContext): readonly SumParts[] {
  const defined = [...context.found.values()].flatMap(({ row, indicator, certain }) => {
    if (indicator.sumOf.length === 0) return []
    const parts = indicator.sumOf.flatMap((id) => context.found.get(id) ?? [])
    const absent = indicator.sumOf.filter((id) => !context.found.has(id))
    if (parts.length < 2) return []
    return {
      total: row,
      parts: parts.map((part) => part.row),
      complete: absent.every((id) => DISTRICT.test(id)),
      certain:
        certain &&
        absent.length === 0 &&
        parts.every((part) => part.certain && inOneGroup(part.row, row)),
      mayOverlap: indicator.partsMayOverlap,
    }
  })
  const sure = new Set(defined.filter(({ certain }) => certain).map(({ total }) => total))
  const parted = context.rows
    .filter((row) => !sure.has(row))
    .flatMap((row) => exclusiveParts(row, context) ?? [])
    .filter(({ total, complete }) => complete || !defined.some((one) => one.total === total))
  const known = new Set(parted.map(({ total }) => total))
  const others = defined.filter(({ total }) => !known.has(total))
  const told = new Set([...known, ...others.map(({ total }) => total)])
  const placed = context.rows
    .filter((row) => !told.has(row))
    .flatMap((row) => partsBelow(row, context) ?? [])
  return [...others, ...parted, ...placed]
}

function exclusiveParts(row: OutlineRow, { rows }: AuditContext): SumParts | undefined {
  const found = partitionOf(row, rows)
  if (!found) return undefined
  const { complete, nearly, ...rest } = found
  return {
    ...rest,
    complete: complete || nearly,
    certain: complete || !nearly,
    exclusive: !rest.mayOverlap,
  }
}

/** Since 2025-07-01 there is no district level, and forms without it may be whole. */
const DISTRICT = /_districts?$/

const LEVEL = /\bcap (tinh|huyen|xa)\b/
const NOT_A_SHARE =
  /\b(phat sinh|luy ke|tiep nhan va tra|bo nhiem moi|nu|dan toc thieu so|dang vien|dat chuan|trinh do|so voi|thanh toan|dung chung)\b/

function partsBelow(total: OutlineRow, { meaning }: AuditContext): SumParts | undefined {
  const parts = total.children.filter((row) => !row.rate && sameUnit(row, total))
  const some = [total.label, ...parts.flatMap(({ code, label }) => [code, label])].some((text) =>
    /trong đó/i.test(text.normalize('NFC')),
  )
  const isSum = (meaning.get(total)?.indicator.sumOf ?? []).length > 0
  if (total.rate || parts.length < 2 || !(some || isSum || total.key.startsWith('tong'))) {
    return undefined
  }
  if (parts.some((row) => NOT_A_SHARE.test(row.key))) return undefined
  const levels = parts.map((row) => LEVEL.exec(row.key)?.[1])
  const byLevel = !levels.includes(undefined) && new Set(levels).size === levels.length
  const certain = byLevel && levels.length === 3
  return { total, parts, complete: certain || !some, certain, mayOverlap: false }
}

function compared(sumParts: SumParts): readonly Finding[] {
  const { total, parts, complete } = sumParts
  const counted = parts.filter(hasNumber)
  const open = parts.filter((row) => row.figure.state === 'blank' || isUnreadable(row))
  if (!hasNumber(total) || counted.length === 0 || parts.some(isUnreadable)) return []
  const sum = sumOf(counted)
  const printed = total.figure.value
  if (sum === printed || readsAs(sumParts, printed)) return []
  if (sum < printed && (!complete || open.length > 0)) return []
  return [sumFinding(sumParts, { counted, sum })]
}

function sumFinding(
  { total, certain, mayOverlap, exclusive = false }: SumParts,
  { counted, sum }: { readonly counted: readonly OutlineRow[]; readonly sum: number },
): Finding {
  const printed = total.figure.value
  const terms = counted.map((row) => printFigure(row.figure.value)).join(' + ')
  const overlap = mayOverlap && printed < sum && counted.every((row) => row.figure.value <= printed)
  const sure = exclusive ? certain || sum > printed : certain && !overlap
  return finding([total, ...counted], {
    rule: 'sum-of-parts',
    kind: 2,
    severity: sure ? 'error' : 'warning',
    printed: total.value,
    expected: printFigure(sum),
    explanation: sentence(
      `${whereIs(total)} ghi ${total.value.trim()}, nhưng cộng các dòng thành phần (${lines(counted)}) được ${terms} = ${printFigure(sum)}${overlap ? `; chỉ đúng khi có ${printFigure(exactSum([sum, -printed]))} mục được tính ở cả hai dòng` : ''}.`,
    ),
  })
}

function sumOf(rows: readonly OutlineRow[]): number {
  return exactSum(rows.map((row) => row.figure.value))
}

/** Whether some of the parts already make the total, and the others say more about them. */
function readsAs({ readings, parts, certain }: SumParts, printed: number): boolean {
  const first = parts.slice(0, -1).map((_row, index) => parts.slice(0, index + 2))
  return (readings ?? (certain ? [] : first)).some(
    (rows) => rows.length > 1 && rows.every(hasNumber) && sumOf(rows) === printed,
  )
}

function isUnreadable(row: OutlineRow): boolean {
  const { state } = row.figure
  return state === 'doubtful' || state === 'words' || (state === 'number' && !hasNumber(row))
}

function lines(rows: readonly OutlineRow[]): string {
  return `dòng ${rows.map((row) => row.line).join(', ')}`
}

/** Adds without the faults of binary fractions. */
export function exactSum(values: readonly number[]): number {
  return Number(values.reduce((sum, value) => sum + value, 0).toFixed(6))
}
