import type { FigureText } from '../meaning/figure-text.ts'
import { exactSum } from '../meaning/rows.ts'
import { wideTables } from '../meaning/wide-tables.ts'
import { BLANK_CELL, defineAuditRule, nameOfRow, printFigure, say } from '../rule.ts'

/** In a table with many columns: the only blank of a total and its parts, which says what should stand there. */
export const columnLeftBlank = defineAuditRule({
  id: 'column-left-blank',
  kind: 'blanks',
  severity: 'warning',
  needs: ['table'],
  en: '{row}: column “{column}” is blank, but the total and its other parts leave {expected}.',
  vi: '{row}: cột “{column}” để trống, trong khi tổng số và các thành phần khác cho thấy ở đây là {expected}.',
  example: {
    wide: `
        | Đơn vị | Tổng số = Trực tuyến + Trực tiếp + Bưu chính | Trực tuyến | Trực tiếp | Bưu chính
      1 | Sở Nội vụ | 1.000 | 500 | 490 | [-> 10]`,
  },
  find: (context) =>
    wideTables(context).flatMap(({ table, counts, sums }) =>
      counts.flatMap(({ row, figures, addresses }) =>
        sums.flatMap(({ total, parts, complete, otherwise }) => {
          const found = complete && !otherwise && onlyBlank({ total, parts }, figures)
          if (!found) return []
          const { at, value } = found
          return {
            at: row,
            in: addresses[at],
            printed: say(BLANK_CELL),
            row: nameOfRow(row),
            column: table.columns[at]?.title ?? '',
            expected: printFigure(value),
          }
        }),
      ),
    ),
})

/** The one blank cell of a row, in a sum of several parts; a part that would be nothing may be left blank. */
function onlyBlank(
  { total, parts }: { readonly total: number; readonly parts: readonly number[] },
  figures: readonly FigureText[],
): { readonly at: number; readonly value: number } | undefined {
  const cells = [total, ...parts]
  const [at, ...others] = cells.filter((cell) => figures[cell]?.state === 'blank')
  const known = cells.filter((cell) => cell !== at)
  const isKnown = known.every((cell) => isExact(figures[cell])) && parts.length > 1
  const isOnly = figures.filter(({ state }) => state === 'blank').length === 1
  if (at === undefined || others.length > 0 || !(isKnown && isOnly)) return undefined
  const sum = exactSum(parts.map((part) => (part === at ? 0 : (figures[part]?.value ?? 0))))
  const value = at === total ? sum : exactSum([figures[total]?.value ?? 0, -sum])
  return value > 0 ? { at, value } : undefined
}

function isExact(figure: FigureText | undefined): boolean {
  return figure?.state === 'number' && figure.step === 0 && figure.side === null
}
