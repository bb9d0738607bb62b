import { differingRates, isFractionOfOne, ofRate } from '../meaning/recomputed-rates.ts'
import { defineAuditRule, percentOf } from '../rule.ts'

/** `0,95` where the unit is %. */
export const percentageAsFraction = defineAuditRule({
  id: 'percentage-as-fraction',
  kind: 'units',
  severity: 'either',
  needs: ['table'],
  en: '{where} is in % but says {printed} (a fraction of one); by row {partLine} and row {wholeLine} it should say {expected}.',
  vi: '{where} có đơn vị tính là % nhưng ghi {printed} (dạng thập phân); theo dòng {partLine} và dòng {wholeLine} phải ghi {expected}.',
  example: `
    1 | Tỷ lệ vấn đề đã được khắc phục | % | [0,85 -> 85]
    1.1 | Số vấn đề được phát hiện | Vấn đề | 20
    1.2 | Số vấn đề đã khắc phục xong | Vấn đề | 17`,
  find: (context) =>
    differingRates(context)
      .filter(isFractionOfOne)
      .map(({ parts, ratio }) => {
        const decimals = Math.max(0, parts.rate.figure.decimals - 2)
        return { ...ofRate(parts), expected: percentOf(ratio, decimals).text }
      }),
})
