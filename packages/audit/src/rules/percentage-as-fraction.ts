import { defineAuditRule } from '../define-audit-rule.ts'
import { percentOf } from '../meaning/reckoning.ts'
import { differingRates, isFractionOfOne } from '../meaning/recomputed-rates.ts'
import { whereIs } from '../phrases.ts'

/** `0,95` where the unit is %. */
export const percentageAsFraction = defineAuditRule({
  id: 'percentage-as-fraction',
  kind: 'units',
  severity: 'either',
  needs: ['table'],
  sentence: {
    en: '{where} is in % but says {printed} (a fraction of one); by row {partLine} and row {wholeLine} it should say {expected}.',
    vi: '{where} có đơn vị tính là % nhưng ghi {printed} (dạng thập phân); theo dòng {partLine} và dòng {wholeLine} phải ghi {expected}.',
  },
  examples: {
    wrong: `
      1 | Tỷ lệ vấn đề đã được khắc phục | % | 0,85
      1.1 | Số vấn đề được phát hiện | Vấn đề | 20
      1.2 | Số vấn đề đã khắc phục xong | Vấn đề | 17`,
    right: `
      1 | Tỷ lệ vấn đề đã được khắc phục | % | 85
      1.1 | Số vấn đề được phát hiện | Vấn đề | 20
      1.2 | Số vấn đề đã khắc phục xong | Vấn đề | 17`,
  },
  find: (context) =>
    differingRates(context)
      .filter(isFractionOfOne)
      .map(({ parts: { rate, numerator, denominator, certain }, ratio }) => {
        const { text } = percentOf(ratio, Math.max(0, rate.figure.decimals - 2))
        return {
          rows: [rate, numerator, denominator],
          certain,
          printed: rate.value,
          expected: text,
          values: {
            where: whereIs(rate),
            printed: rate.value.trim(),
            partLine: numerator.line,
            wholeLine: denominator.line,
            expected: text,
          },
        }
      }),
})
