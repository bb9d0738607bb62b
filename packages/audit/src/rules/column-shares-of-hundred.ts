import type { FigureText } from '../meaning/figure-text.ts'
import { exactSum, isMadeBy } from '../meaning/rows.ts'
import { wideTables } from '../meaning/wide-tables.ts'
import { allOf, defineAuditRule, nameOfRow, phrase, printFigure } from '../rule.ts'
import { columnShare } from './column-share.ts'

/** In a table with many columns: shares of one whole that exclude each other and leave nothing out. */
export const columnSharesOfHundred = defineAuditRule({
  id: 'column-shares-of-hundred',
  kind: 'complements',
  severity: 'either',
  needs: ['table'],
  unless: [columnShare],
  en: '{row}: the columns {columns} are shares of one whole, but make {terms} = {sum}%.',
  vi: '{row}: các cột {columns} là các tỷ lệ của cùng một tổng số, nhưng cộng lại {terms} = {sum}%.',
  expected: phrase('100% together', 'tổng bằng 100%'),
  example: {
    wide: `
        | Đơn vị | Tỷ lệ đúng hạn (%) | Tỷ lệ quá hạn (%)
      1 | Sở Nội vụ | 97,5 | [2,4 -> 2,5]
      2 | Sở Y tế | 96,1 | 3,9`,
  },
  find: (context) =>
    wideTables(context).flatMap(({ table, rows, complements }) =>
      rows.flatMap(({ row, figures, addresses }) =>
        complements.flatMap((columns) => {
          const wrong = wrongComplements(columns.map((at) => figures[at]))
          if (!wrong) return []
          const names = columns.map((at) => `“${table.columns[at]?.title ?? ''}”`)
          const [first = 0] = columns
          return {
            ...wrong,
            at: row,
            in: addresses[first],
            row: nameOfRow(row),
            columns: allOf(names),
            printed: wrong.terms,
          }
        }),
      ),
    ),
})

/** Shares that do not make 100 % together; less is no more than doubtful, and nothing at all is none of them. */
export function wrongComplements(shares: readonly (FigureText | undefined)[]) {
  const known = shares.flatMap((share) => (share?.state === 'number' ? share : []))
  const sum = exactSum(known.map(({ value }) => value))
  const isOpen = known.length < shares.length || known.some(({ side }) => side !== null)
  if (isOpen || sum === 0 || isMadeBy(known, { whole: 100 })) return undefined
  const terms = known.map(({ value }) => printFigure(value)).join(' + ')
  return { terms, sum: printFigure(sum), certain: sum > 100 }
}
