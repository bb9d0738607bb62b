import { labelKey } from '../meaning/label-key.ts'
import { NOT_ADDED, TOTAL_ALONE, TOTAL_OR_SO } from '../meaning/vocabulary/labels.ts'
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
export function familiesOf(read: ReadWideTable) {
  const { table, rows } = read
  if (table.ofIndicators) return []
  const own = rows.filter(({ continues }) => continues === null)
  const coded = own.filter(({ row }) => row.segments.length > 0)
  const byParent = Map.groupBy(coded, ({ row }) => row.parent)
  const totals = own.filter(({ row }) => TOTAL_ALONE.test(labelKey(row.label)))
  const others = own.filter((one) => !totals.includes(one))
  const below = own
    .map((total) => ({ total, parts: byParent.get(total.row) ?? [] }))
    .filter(({ parts }) => parts.length > 1)
  const whole = topsOf(others)
  const only = totals.length === 1
  const perhaps = totals.length === 0 ? likelyTotals(own) : []
  return [
    ...below.filter(({ total }) => !totals.includes(total)),
    ...totals.map((total) => {
      const children = byParent.get(total.row) ?? []
      if (children.length > 1) return { total, parts: children }
      return { total, parts: only ? whole : partsOfOne(total, { ...read, rows: own, totals }) }
    }),
    ...perhaps.map((total) => ({
      total,
      parts: partsOfOne(total, { ...read, rows: own, totals: perhaps }),
    })),
  ].map(({ total, parts }) => ({ total, parts: inAllLines(parts, { total, ...read }) }))
}

/** The first or the last row, without a code, that begins like one of totals: it is one if it adds up. */
function likelyTotals(rows: readonly WideRow[]): readonly WideRow[] {
  const ends = [rows[0], rows.at(-1)].flatMap((one) => one ?? [])
  return ends
    .filter(({ row }) => row.segments.length === 0 && TOTAL_OR_SO.test(labelKey(row.label)))
    .slice(0, 1)
}

function topsOf(rows: readonly WideRow[]): readonly WideRow[] {
  const tops = rows.filter(({ row }) => row.parent === null && row.segments.length > 0)
  return tops.length > 0 ? tops : rows
}

type Columns = Pick<ReadWideTable, 'meanings' | 'rows'>

/** Of several totals, some are of a part of the table: the rows, or the totals, that most of its figures add up. */
function partsOfOne(
  total: WideRow,
  { meanings, rows, totals }: Columns & { readonly totals: readonly WideRow[] },
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
  ]
  return bestParts(
    readings.filter((parts) => parts.length > 1),
    { total, meanings },
  )
}

/** A row of several lines is their sum, or the first of them holds the others. */
function inAllLines(
  parts: readonly WideRow[],
  { total, rows, meanings }: Columns & { readonly total: WideRow },
): readonly WideRow[] {
  const isFurther = ({ continues }: WideRow) => parts.some(({ row }) => row === continues)
  const further = rows.filter(isFurther)
  if (further.length === 0) return parts
  return bestParts([[...parts, ...further], parts], { total, meanings })
}

/** The rows that most figures of a total add up; none where none do. */
function bestParts(
  readings: readonly (readonly WideRow[])[],
  { total, meanings }: Pick<Columns, 'meanings'> & { readonly total: WideRow },
): readonly WideRow[] {
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
