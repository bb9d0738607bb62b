import { differingRates, isFractionOfOne, ofRate } from '../meaning/recomputed-rates.ts'
import { defineAuditRule, percentOf, printFigure, shortLabel } from '../rule.ts'

/** A printed percentage against its numerator and denominator, half-up at the printed precision. */
export const percentageOfParts = defineAuditRule({
  id: 'percentage-of-parts',
  kind: 'percentages',
  severity: 'either',
  needs: ['table'],
  en: '{where} says {printed}, but {part} (row {partLine}) is {numerator} and {whole} (row {wholeLine}) is {denominator}, which makes {expected}.',
  vi: '{where} ghi {printed}, nhưng {part} (dòng {partLine}) là {numerator} trên {whole} (dòng {wholeLine}) là {denominator}, tức {expected}.',
  example: `
    1 | Tỷ lệ hợp tác xã nộp báo cáo | % | [13,62% -> 13,63%]
    1.1 | Tổng số hợp tác xã | Hợp tác xã | 800
    1.2 | Số hợp tác xã đã nộp báo cáo | Hợp tác xã | 109`,
  find: (context) =>
    differingRates(context)
      .filter((one) => !isFractionOfOne(one))
      .map(({ parts, ratio }) => ({
        ...ofRate(parts),
        expected: percentOf(ratio, parts.rate.figure.decimals).text,
        part: shortLabel(parts.numerator.label),
        numerator: printFigure(ratio.numerator),
        whole: shortLabel(parts.denominator.label),
        denominator: printFigure(ratio.denominator),
      })),
})
