import { wideTables } from '../meaning/wide-tables.ts'
import { defineAuditRule, nameOfRow, printFigure } from '../rule.ts'
import { columnSum } from './column-sum.ts'

/** In a table with many columns: a part that is greater than its whole, whatever else is blank. */
export const columnPartAboveWhole = defineAuditRule({
  id: 'column-part-above-whole',
  kind: 'bounds',
  severity: 'error',
  needs: ['table'],
  unless: [columnSum],
  en: '{row}: column “{part}” says {printed}, more than {limit} in column “{whole}”, of which it is a part.',
  vi: '{row}: cột “{part}” ghi {printed}, lớn hơn {limit} ở cột “{whole}”, trong khi đó chỉ là một phần của số này.',
  expected: '≤ {limit}',
  example: {
    wide: `
        | Đơn vị | Số hồ sơ tiếp nhận – Tổng số | Số hồ sơ tiếp nhận – Trực tuyến | Số hồ sơ tiếp nhận – Trực tiếp
      1 | Sở Nội vụ | 990 | [1.000 -> 900] |`,
  },
  find: (context) =>
    wideTables(context).flatMap(({ table, counts, bounds }) =>
      counts.flatMap(({ row, figures, addresses }) =>
        bounds.flatMap(([part, whole]) => {
          const [own, all] = [figures[part], figures[whole]]
          if (own?.state !== 'number' || all?.state !== 'number' || own.value <= all.value)
            return []
          return {
            at: row,
            in: addresses[part],
            row: nameOfRow(row),
            part: table.columns[part]?.title ?? '',
            whole: table.columns[whole]?.title ?? '',
            printed: printFigure(own.value),
            limit: printFigure(all.value),
          }
        }),
      ),
    ),
})
