import type { AuditContext } from '../meaning/audit-context.ts'
import { boundsOf } from '../meaning/bounds.ts'
import type { OutlineRow } from '../meaning/outline.ts'
import type { RatioParts } from '../meaning/ratio-among.ts'
import { ratiosWithParts } from '../meaning/ratio-parts.ts'
import { reckoned } from '../meaning/rows.ts'
import { shareGroups } from '../meaning/share-groups.ts'
import { sumsWithParts } from '../meaning/sum-parts.ts'
import { complementRelation } from './complement-relation.ts'
import type { FigureCell } from './figure-cell.ts'
import { boundRelation, type Relation, shareRelation, sumRelation } from './relation.ts'

type CellOf = (row: OutlineRow) => FigureCell

/** The figures of the rows of lists, each one cell. */
export function listCells({ rows }: AuditContext): ReadonlyMap<OutlineRow, FigureCell> {
  return new Map(
    rows.map((row) => {
      const { address, value: printed } = row
      return [row, { row, figure: reckoned(row), printed, address }]
    }),
  )
}

/** What arithmetic says for certain of the rows of lists. */
export function listRelations(context: AuditContext, cellOf: CellOf): readonly Relation[] {
  return [
    ...sums(context, cellOf),
    ...ratiosWithParts(context)
      .filter(({ certain }) => certain)
      .map((parts) => rate(parts, cellOf)),
    ...boundsOf(context)
      .filter(({ certain }) => certain)
      .map(({ whole, parts }) => boundRelation(cellOf(whole), parts.map(cellOf))),
    ...shareGroups(context)
      .filter(({ exhaustive, whole }) => exhaustive && whole === undefined)
      .map(({ rows }) => complementRelation(rows.map(cellOf))),
  ]
}

function sums(context: AuditContext, cellOf: CellOf): readonly Relation[] {
  return sumsWithParts(context)
    .filter(({ certain, complete, mayOverlap }) => certain && complete && !mayOverlap)
    .map(({ total, parts, readings = [] }) => {
      return sumRelation(
        cellOf(total),
        [parts, ...readings].map((rows) => rows.map(cellOf)),
      )
    })
}

/** Where a label does not say which count is meant, one or two of them together may be. */
function rate(
  { rate: share, numerator, denominator, candidates = [] }: RatioParts,
  cellOf: CellOf,
): Relation {
  const others = candidates.flatMap((one, index) => [
    [one],
    ...candidates.slice(index + 1).map((other) => [one, other]),
  ])
  const readings = [[numerator], ...others].map((count) => {
    return { count: count.map(cellOf), whole: [cellOf(denominator)] }
  })
  return shareRelation(cellOf(share), readings)
}
