import { defineAuditRule } from '../define-audit-rule.ts'
import { percentOf } from '../meaning/reckoning.ts'
import { differingRates, isFractionOfOne } from '../meaning/recomputed-rates.ts'
import { printFigure, shortLabel, whereIs } from '../phrases.ts'

/** A printed percentage against its numerator and denominator, half-up at the printed precision. */
export const percentageOfParts = defineAuditRule({
  id: 'percentage-of-parts',
  kind: 'percentages',
  severity: 'either',
  needs: ['table'],
  sentence: {
    en: '{where} says {printed}, but {part} (row {partLine}) is {numerator} and {whole} (row {wholeLine}) is {denominator}, which makes {expected}.',
    vi: '{where} ghi {printed}, nhưng {part} (dòng {partLine}) là {numerator} trên {whole} (dòng {wholeLine}) là {denominator}, tức {expected}.',
  },
  examples: {
    wrong: `
      1 | Tỷ lệ hợp tác xã nộp báo cáo | % | 13,62%
      1.1 | Tổng số hợp tác xã | Hợp tác xã | 800
      1.2 | Số hợp tác xã đã nộp báo cáo | Hợp tác xã | 109`,
    right: `
      1 | Tỷ lệ hợp tác xã nộp báo cáo | % | 13,63%
      1.1 | Tổng số hợp tác xã | Hợp tác xã | 800
      1.2 | Số hợp tác xã đã nộp báo cáo | Hợp tác xã | 109`,
  },
  find: (context) =>
    differingRates(context)
      .filter((one) => !isFractionOfOne(one))
      .map(({ parts: { rate, numerator, denominator, certain }, ratio }) => {
        const { text } = percentOf(ratio, rate.figure.decimals)
        return {
          rows: [rate, numerator, denominator],
          certain,
          printed: rate.value,
          expected: text,
          values: {
            where: whereIs(rate),
            printed: rate.value.trim(),
            part: shortLabel(numerator.label),
            partLine: numerator.line,
            numerator: printFigure(ratio.numerator),
            whole: shortLabel(denominator.label),
            wholeLine: denominator.line,
            denominator: printFigure(ratio.denominator),
            expected: text,
          },
        }
      }),
})
