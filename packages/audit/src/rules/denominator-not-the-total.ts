import { say } from '@cchc/domain'
import { defineAuditRule } from '../define-audit-rule.ts'
import { hasNumber } from '../meaning/rows.ts'
import { TOTAL_NUMBER } from '../meaning/vocabulary/labels.ts'
import { printFigure, shortLabel, whereIs } from '../phrases.ts'

const DENOMINATOR = { en: 'denominator {denominator}', vi: 'mẫu số {denominator}' } as const

/** `1238/1285` under a total that says something else than 1285. */
export const denominatorNotTheTotal = defineAuditRule({
  id: 'denominator-not-the-total',
  kind: 'statements',
  severity: 'error',
  needs: ['table'],
  sentence: {
    en: '{where} divides by {denominator}, but “{total}” (row {line}) is {expected}.',
    vi: '{where} lấy mẫu số {denominator}, nhưng “{total}” (dòng {line}) là {expected}.',
  },
  phrases: [DENOMINATOR],
  examples: {
    wrong: `
      1 | Tổng số văn bản đi | Văn bản | 1.258
        | - Tỷ lệ văn bản gửi điện tử | % | 1238/1285, đạt 96,3%`,
    right: `
      1 | Tổng số văn bản đi | Văn bản | 1.285
        | - Tỷ lệ văn bản gửi điện tử | % | 1238/1285, đạt 96,3%`,
  },
  find: ({ rows }) =>
    rows.flatMap((row) => {
      const { fraction } = row.figure
      const total = row.parent
      if (!fraction || !total || !row.rate || total.rate || !hasNumber(total)) return []
      const same = total.figure.value === fraction.denominator
      if (!TOTAL_NUMBER.test(total.key) || same) return []
      const denominator = printFigure(fraction.denominator)
      const expected = printFigure(total.figure.value)
      return {
        rows: [row, total],
        printed: say(DENOMINATOR.en, { denominator }),
        expected,
        values: {
          where: whereIs(row),
          denominator,
          total: shortLabel(total.label),
          line: total.line,
          expected,
        },
      }
    }),
})
