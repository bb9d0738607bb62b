import { TOTAL_NUMBER } from '../meaning/vocabulary/labels.ts'
import { defineAuditRule, hasNumber, phrase, printFigure, say, shortLabel } from '../rule.ts'

const DENOMINATOR = phrase('denominator {denominator}', 'mẫu số {denominator}')

/** `1238/1285` under a total that says something else than 1285. */
export const denominatorNotTheTotal = defineAuditRule({
  id: 'denominator-not-the-total',
  kind: 'statements',
  severity: 'error',
  needs: ['table'],
  en: '{where} divides by {denominator}, but “{total}” (row {line}) is {expected}.',
  vi: '{where} lấy mẫu số {denominator}, nhưng “{total}” (dòng {line}) là {expected}.',
  example: `
    1 | Tổng số văn bản đi | Văn bản | [1.258 -> 1.285]
      | - Tỷ lệ văn bản gửi điện tử | % | 1238/1285, đạt 96,3%`,
  find: ({ rows }) =>
    rows.flatMap((row) => {
      const { fraction } = row.figure
      const total = row.parent
      if (!fraction || !total || !row.rate || total.rate || !hasNumber(total)) return []
      const same = total.figure.value === fraction.denominator
      if (!TOTAL_NUMBER.test(total.key) || same) return []
      const denominator = printFigure(fraction.denominator)
      return {
        at: row,
        beside: [total],
        printed: say(DENOMINATOR, { denominator }),
        expected: printFigure(total.figure.value),
        denominator,
        total: shortLabel(total.label),
        line: total.line,
      }
    }),
})
