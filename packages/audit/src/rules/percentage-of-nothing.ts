import { ofRate, recomputedRates } from '../meaning/recomputed-rates.ts'
import { defineAuditRule } from '../rule.ts'

/** 0/0 has no percentage. */
export const percentageOfNothing = defineAuditRule({
  id: 'percentage-of-nothing',
  kind: 'percentages',
  severity: 'either',
  needs: ['table'],
  en: '{where} says {printed}, but numerator (row {partLine}) and denominator (row {wholeLine}) are both 0: 0/0 has no percentage, write “-”.',
  vi: '{where} ghi {printed}, nhưng cả tử số (dòng {partLine}) và mẫu số (dòng {wholeLine}) đều bằng 0: 0/0 không có tỷ lệ, cần ghi “-” (không phát sinh).',
  expected: '-',
  example: `
    1 | Tỷ lệ vấn đề đã được khắc phục | % | [100 -> -]
    1.1 | Số vấn đề được phát hiện | Vấn đề | 0
    1.2 | Số vấn đề đã khắc phục xong | Vấn đề | 0`,
  find: (context) =>
    recomputedRates(context)
      .filter(({ ratio }) => ratio.numerator === 0 && ratio.denominator === 0)
      .map(({ parts }) => {
        return { ...ofRate(parts), certain: parts.certain && parts.rate.figure.value !== 0 }
      }),
})
