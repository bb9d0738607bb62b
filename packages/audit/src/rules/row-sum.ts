import { labelKey } from '../meaning/label-key.ts'
import { SHARE, TOTAL_ALONE } from '../meaning/vocabulary/labels.ts'
import { type WideRow, wideTables, wrongSum } from '../meaning/wide-tables.ts'
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
    wideTables(context).flatMap(({ table, rows }) =>
      familiesOf(rows).flatMap(({ total: { row, figures }, parts }) =>
        table.columns.flatMap(({ title }, at) => {
          if (SHARE.test(title.normalize('NFC'))) return []
          const sum = parts.map((part) => part.figures[at])
          const wrong = wrongSum(figures[at], sum)
          const lines = linesOf(parts.map((part) => part.row))
          return wrong ? { at: row, row: nameOfRow(row), column: title, lines, ...wrong } : []
        }),
      ),
    ),
})

/** Totals with the rows that they add up. */
export function familiesOf(rows: readonly WideRow[]) {
  const coded = rows.filter(({ row }) => row.segments.length > 0)
  const byParent = Map.groupBy(coded, ({ row }) => row.parent)
  const totals = rows.filter(({ row }) => TOTAL_ALONE.test(labelKey(row.label)))
  const others = rows.filter((one) => !totals.includes(one))
  const tops = others.filter(({ row }) => row.parent === null && row.segments.length > 0)
  const below = rows.map((total) => ({ total, parts: byParent.get(total.row) ?? [] }))
  const parts = tops.length > 0 ? tops : others
  return [...below, ...totals.map((total) => ({ total, parts }))]
}
