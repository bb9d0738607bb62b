import { defineAuditRule } from '../define-audit-rule.ts'
import { labelKey } from '../meaning/label-key.ts'
import { SHARE, TOTAL_ALONE } from '../meaning/vocabulary/labels.ts'
import { type WideRow, wideTables, wrongSum } from '../meaning/wide-tables.ts'
import { linesOf, nameOfRow, printFigure } from '../phrases.ts'

/** In a table with many columns: a row against the rows below it, and the row of totals against the groups. */
export const rowSum = defineAuditRule({
  id: 'row-sum',
  kind: 'sums',
  severity: 'error',
  needs: ['table'],
  sentence: {
    en: '{row}: column “{column}” says {printed}, but its parts (rows {lines}) make {expected}.',
    vi: '{row}: cột “{column}” ghi {printed}, nhưng các dòng thành phần (dòng {lines}) cộng lại là {expected}.',
  },
  examples: {
    wrong: {
      wide: `
          | Đơn vị | Nhận | Đã giải quyết
        1 | Sở Nội vụ | 1.000 | 990
        2 | Sở Y tế | 20 | 10
          | Tổng số | 1.020 | 1.010`,
    },
    right: {
      wide: `
          | Đơn vị | Nhận | Đã giải quyết
        1 | Sở Nội vụ | 1.000 | 990
        2 | Sở Y tế | 20 | 10
          | Tổng số | 1.020 | 1.000`,
    },
  },
  find: (context) =>
    wideTables(context).flatMap(({ table, rows }) =>
      familiesOf(rows).flatMap(({ total, parts }) =>
        table.columns.flatMap(({ title }, at) => {
          const isRate = SHARE.test(title.normalize('NFC'))
          const figures = parts.map((part) => part.figures[at])
          const wrong = isRate ? undefined : wrongSum(total.figures[at], figures)
          if (!wrong) return []
          const [printed, expected] = [printFigure(wrong.printed), printFigure(wrong.sum)]
          const lines = linesOf(parts.map(({ row }) => row))
          return {
            rows: [total.row],
            printed,
            expected,
            values: { row: nameOfRow(total.row), column: title, printed, lines, expected },
          }
        }),
      ),
    ),
})

interface RowFamily {
  readonly total: WideRow
  readonly parts: readonly WideRow[]
}

function familiesOf(rows: readonly WideRow[]): readonly RowFamily[] {
  const of = new Map(rows.map((one) => [one.row, one]))
  const tops = rows.filter(({ row }) => row.parent === null && row.segments.length > 0)
  const totals = rows.filter(({ row }) => TOTAL_ALONE.test(labelKey(row.label)))
  const below = rows.map((total) => {
    const coded = total.row.children.filter((row) => row.segments.length > 0)
    return { total, parts: coded.flatMap((row) => of.get(row) ?? []) }
  })
  const parts = tops.length > 0 ? tops : rows.filter((one) => !totals.includes(one))
  const all = [...below, ...totals.map((total) => ({ total, parts }))]
  return all.filter((family) => family.parts.length > 0)
}
