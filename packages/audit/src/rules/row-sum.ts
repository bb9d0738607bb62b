import { labelKey } from '../meaning/label-key.ts'
import { NOT_ADDED, TOTAL_ALONE } from '../meaning/vocabulary/labels.ts'
import type { ColumnMeaning } from '../meaning/wide-columns.ts'
import { type ReadWideTable, type WideRow, wideTables, wrongSum } from '../meaning/wide-tables.ts'
import { defineAuditRule, linesOf, nameOfRow } from '../rule.ts'

/** In a table with many columns: a row against the rows below it, and the row of totals against the groups. */
export const rowSum = defineAuditRule({
  id: 'row-sum',
  kind: 'sums',
  severity: 'error',
  needs: ['table'],
  en: '{row}: column “{column}” says {printed}, but its parts (rows {lines}) make {expected}.',
  vi: '{row}: cột “{column}” ghi {printed}, nhưng các dòng thành phần (dòng {lines}) cộng lại là {expected}.',
  example: {
    wide: `
        | Đơn vị | Nhận | Đã giải quyết
      1 | Sở Nội vụ | 1.000 | 990
      2 | Sở Y tế | 20 | 10
        | Tổng số | 1.020 | [1.010 -> 1.000]`,
  },
  find: (context) =>
    wideTables(context).flatMap((read) =>
      familiesOf(read).flatMap(({ total: { row, figures, addresses }, parts }) =>
        read.meanings.filter(isAdded).flatMap(({ at }) => {
          const column = read.table.columns[at]?.title ?? ''
          const sum = parts.map((part) => part.figures[at])
          const wrong = wrongSum(figures[at], { parts: sum })
          const lines = linesOf(parts.map((part) => part.row))
          const place = { at: row, in: addresses[at] }
          return wrong ? { ...place, row: nameOfRow(row), column, lines, ...wrong } : []
        }),
      ),
    ),
})

/** Whether rows of a column add up: no shares, scores or averages. */
export function isAdded({ isShare, path }: ColumnMeaning): boolean {
  return !isShare && !NOT_ADDED.test(path.at(-1) ?? '')
}

/** Totals with the rows that they add up. */
export function familiesOf({ table, rows, meanings }: ReadWideTable) {
  if (table.ofIndicators) return []
  const coded = rows.filter(({ row }) => row.segments.length > 0)
  const byParent = Map.groupBy(coded, ({ row }) => row.parent)
  const totals = rows.filter(({ row }) => TOTAL_ALONE.test(labelKey(row.label)))
  const others = rows.filter((one) => !totals.includes(one))
  const below = rows.map((total) => ({ total, parts: byParent.get(total.row) ?? [] }))
  const whole = topsOf(others)
  const only = totals.length === 1
  return [
    ...below.filter(({ total }) => only || !totals.includes(total)),
    ...totals.map((total) => ({
      total,
      parts: only ? whole : bestParts(total, { meanings, rows, totals }),
    })),
  ]
}

function topsOf(rows: readonly WideRow[]): readonly WideRow[] {
  const tops = rows.filter(({ row }) => row.parent === null && row.segments.length > 0)
  return tops.length > 0 ? tops : rows
}

/** Of several totals, some are of a part of the table: the rows, or the totals, that most of its figures add up; none where none do. */
function bestParts(
  total: WideRow,
  {
    meanings,
    rows,
    totals,
  }: Pick<ReadWideTable, 'meanings' | 'rows'> & { readonly totals: readonly WideRow[] },
): readonly WideRow[] {
  const at = rows.indexOf(total)
  const plain = (some: readonly WideRow[]) => topsOf(some.filter((one) => !totals.includes(one)))
  const before = totals.filter((one) => rows.indexOf(one) < at)
  const [next = rows.length] = totals.map((one) => rows.indexOf(one)).filter((one) => one > at)
  const last = rows.indexOf(before.at(-1) ?? total)
  const readings = [
    plain(rows.slice(last === at ? 0 : last + 1, at)),
    plain(rows.slice(at + 1, next)),
    plain(rows),
    before,
  ].filter((parts) => parts.length > 1)
  const [best] = readings
    .map((parts) => ({ parts, share: shareOfSums(meanings, { total, parts }) }))
    .toSorted((a, b) => b.share - a.share)
  return best && best.share >= MOST_SUMS ? best.parts : []
}

/** From which share of its figures on a total is surely one of these rows. */
const MOST_SUMS = 0.5

function shareOfSums(
  meanings: ReadWideTable['meanings'],
  { total, parts }: { readonly total: WideRow; readonly parts: readonly WideRow[] },
): number {
  const counted = meanings.filter(
    (column) => isAdded(column) && total.figures[column.at]?.state === 'number',
  )
  const sums = counted.filter(({ at }) => {
    const figures = parts.map((part) => part.figures[at])
    return wrongSum(total.figures[at], { parts: figures }) === undefined
  })
  return counted.length === 0 ? 0 : sums.length / counted.length
}
