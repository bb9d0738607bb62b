import type { ColumnMeaning } from '../meaning/wide-columns.ts'
import { wideTables, wrongSum } from '../meaning/wide-tables.ts'
import { defineAuditRule, nameOfRow } from '../rule.ts'

/** In a table with many columns: a column that adds others up. */
export const columnSum = defineAuditRule({
  id: 'column-sum',
  kind: 'sums',
  severity: 'either',
  needs: ['table'],
  en: '{row}: column “{column}” says {printed}, but its parts make {terms} = {expected}.',
  vi: '{row}: cột “{column}” ghi {printed}, nhưng các cột thành phần cộng lại là {terms} = {expected}.',
  example: {
    wide: `
        | Đơn vị | Tổng số = Trực tuyến + Trực tiếp | Trực tuyến | Trực tiếp
      1 | Sở Nội vụ | [1.000 -> 990] | 500 | 490`,
  },
  find: (context) =>
    wideTables(context).flatMap(({ table, counts, sums, meanings }) =>
      counts.flatMap(({ row, figures, addresses }) =>
        sums.flatMap(({ total, parts, complete, byFigures }) => {
          const terms = parts.map((part) => figures[part])
          const wrong = wrongSum(figures[total], { parts: terms, complete })
          const column = table.columns[total]?.title ?? ''
          const place = { at: row, in: addresses[total] }
          const certain = !byFigures || (wrong?.isOver === true && isUnnamed(meanings[total]))
          return wrong ? { ...place, row: nameOfRow(row), column, certain, ...wrong } : []
        }),
      ),
    ),
})

/** What columns count of dossiers is said by their heads: figures that agree for long may have no reason to. */
function isUnnamed(column: ColumnMeaning | undefined): boolean {
  return column?.role === null
}
