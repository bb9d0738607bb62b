import { judgedShare } from '../meaning/judged-share.ts'
import { wideTables } from '../meaning/wide-tables.ts'
import { defineAuditRule, nameOfRow, printFigure } from '../rule.ts'

/** In a table with many columns: a percentage against the columns that it is of, half-up at the printed precision. */
export const columnShare = defineAuditRule({
  id: 'column-share',
  kind: 'percentages',
  severity: 'error',
  needs: ['table'],
  en: '{row}: column “{column}” says {printed}, but {count} of {whole} is {expected}.',
  vi: '{row}: cột “{column}” ghi {printed}, nhưng {count} trên {whole} là {expected}.',
  example: {
    wide: `
        | Đơn vị | Số hồ sơ đã giải quyết – Tổng số | Số hồ sơ đã giải quyết – Đúng hạn | Số hồ sơ đã giải quyết – Tỷ lệ (%)
      1 | Sở Nội vụ | 990 | 980 | [89,99 -> 98,99]`,
  },
  find: (context) =>
    wideTables(context).flatMap(({ table, rows, shares }) =>
      rows.flatMap(({ row, figures, addresses }, index) =>
        shares.flatMap((share) => {
          const judged = judgedShare(share, figures)
          if (judged?.outcome !== 'broken') return []
          return {
            at: row,
            in: addresses[share.share],
            row: nameOfRow(row),
            column: table.columns[share.share]?.title ?? '',
            printed: table.rows[index]?.figures[share.share] ?? '',
            count: printFigure(judged.ratio.numerator),
            whole: printFigure(judged.ratio.denominator),
            expected: judged.expected,
          }
        }),
      ),
    ),
})
