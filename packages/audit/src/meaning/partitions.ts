import { type AuditContext, oncePerReport } from './audit-context.ts'
import type { OutlineRow } from './outline.ts'
import { sameUnit } from './rows.ts'
import { unitKind } from './unit-kind.ts'
import { FAMILIES, type Family } from './vocabulary/families.ts'
import { TOTAL } from './vocabulary/labels.ts'

/** Parts of a total that exclude each other by what they are called. */
export interface Partition {
  readonly total: OutlineRow
  readonly parts: readonly OutlineRow[]
  /** Whether the parts leave nothing out; `nearly` = hardly anything. */
  readonly complete: boolean
  readonly nearly: boolean
  readonly mayOverlap: boolean
  /** Other ways to add up the parts that are sensible: `đúng hạn` may hold what was done early. */
  readonly readings: readonly (readonly OutlineRow[])[]
}

/** The totals whose parts say by their names that they exclude each other. */
export const partitionsOf = oncePerReport(
  ({ rows }: AuditContext): ReadonlyMap<OutlineRow, Partition> => {
    return new Map(
      rows.flatMap((total) => {
        const partition = partitionOf(total, rows)
        return partition ? [[total, partition] as const] : []
      }),
    )
  },
)

/** The parts stand below the total, or in the rows that follow it. */
function partitionOf(total: OutlineRow, rows: readonly OutlineRow[]): Partition | undefined {
  if (total.rate) return undefined
  const below = total.children.filter((row) => isPart(row, total))
  const beside = below.length === 0 && isWhole(total) ? following(total, rows) : []
  const about = `${total.key} ${total.parent?.key ?? ''}`
  const found = FAMILIES.filter(({ of }) => of.test(about)).flatMap((family) => {
    const members = membersOf(below.length > 0 ? below : leading(beside, family), family)
    return members
      ? [{ total, mayOverlap: family.mayOverlap?.test(about) ?? false, ...members }]
      : []
  })
  return found.find(({ mayOverlap, parts }) => !mayOverlap || parts.length >= below.length)
}

/** A figure in the unit column says nothing of what the row counts: it stays a part. */
function isPart(row: OutlineRow, total: OutlineRow): boolean {
  if (row.rate) return false
  return sameUnit(row, total) || unitKind(row.unit) === 'figure'
}

function isWhole({ key, parent }: OutlineRow): boolean {
  return TOTAL.test(key) && parent?.key !== key
}

/** The rows right after a total that count the same things and are no totals themselves. */
function following(total: OutlineRow, rows: readonly OutlineRow[]): readonly OutlineRow[] {
  const parts: OutlineRow[] = []
  for (const row of rows.slice(total.index + 1)) {
    if (row.parent !== total.parent || row.scope !== total.scope) break
    if (!isPart(row, total) || isWhole(row) || row.children.length > 0) break
    parts.push(row)
  }
  return parts
}

/** The rows up to the first one that is none of the family. */
function leading(rows: readonly OutlineRow[], { members }: Family): readonly OutlineRow[] {
  const end = rows.findIndex((row) => namesOf(row, members).length !== 1)
  return end === -1 ? rows : rows.slice(0, end)
}

function namesOf({ key }: OutlineRow, members: Family['members']): readonly string[] {
  return Object.keys(members).filter((name) => members[name]?.test(key))
}

function membersOf(
  candidates: readonly OutlineRow[],
  { members, whole, nearly = [] }: Family,
): Omit<Partition, 'total' | 'mayOverlap'> | undefined {
  const named = candidates.flatMap((row) => {
    const [name = '', ...others] = namesOf(row, members)
    return name === '' || others.length > 0 ? [] : [[name, row] as const]
  })
  const byName = new Map(named)
  if (named.length < 2 || byName.size < named.length) return undefined
  const present = (names: readonly string[]) => names.every((name) => byName.has(name))
  const isAll = (names: readonly string[]) => present(names) && names.length === candidates.length
  return {
    parts: named.map(([, row]) => row),
    complete: whole.some(isAll),
    nearly: nearly.some(isAll),
    readings: [...whole, ...nearly]
      .filter(present)
      .map((names) => names.flatMap((name) => byName.get(name) ?? [])),
  }
}
