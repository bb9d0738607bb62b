import { folded } from '@cchc/domain'
import type { WideTable } from './audited-report.ts'
import { type ColumnRole, HOLDS_CARRIED } from './vocabulary/columns.ts'
import { columnMeanings, rolesByBlock } from './wide-columns.ts'
import { columnShares } from './wide-shares.ts'

/** Counts of dossiers that are added up, each by the name of what it counts, such as `resolved.early`. */
type Counts = readonly ColumnRole[]

/** What a column of a table counts of dossiers, or of what it is a share. */
export interface CountedColumn {
  readonly at: number
  readonly counts: Counts
  /** What the share is of; absent = it is a count. */
  readonly whole?: Counts
}

/**
 * The columns of a table whose meaning among dossiers is beyond doubt. None where several blocks of columns are, such as
 * those of two years beside one another; a total of which is not said whether it holds what came over is left out.
 */
export function countedColumns(table: WideTable): readonly CountedColumn[] {
  const meanings = columnMeanings(table)
  const [roles, ...others] = rolesByBlock(meanings)
  if (!roles || others.length > 0) return []
  const isCarried = roles.has('received.carried') || saysCarried(table)
  const byColumn = new Map(
    [...roles]
      .filter(([role]) => role !== 'received' || isCarried)
      .map(([role, at]) => [at, roles.has('resolved.early') ? [role] : withEarly(role)] as const),
  )
  const shares = columnShares(table, meanings).flatMap(({ share: at, readings: [first] }) => {
    const [counts, whole] = [first?.count, first?.whole].map((columns = []) => {
      const known = columns.map((column) => byColumn.get(column))
      return known.includes(undefined) ? [] : known.flatMap((role) => role ?? [])
    })
    return counts?.length && whole?.length ? [{ at, counts, whole }] : []
  })
  return [...[...byColumn].map(([at, counts]) => ({ at, counts })), ...shares]
}

/** Without a column of early ones, those on time are all in time. */
function withEarly(role: ColumnRole): Counts {
  return role === 'resolved.onTime' ? ['resolved.early', role] : [role]
}

/** `Số hồ sơ nhận giải quyết` holds what came over too. */
function saysCarried({ columns }: WideTable): boolean {
  return columns.some(({ title }) => HOLDS_CARRIED.test(folded(title)))
}
