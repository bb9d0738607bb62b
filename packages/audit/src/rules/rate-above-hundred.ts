import { MAY_EXCEED } from '../meaning/known-indicators.ts'
import { isPrinted, recomputedRates } from '../meaning/recomputed-rates.ts'
import { GROWS, SHRINKS } from '../meaning/vocabulary/changes.ts'
import { RATE } from '../meaning/vocabulary/labels.ts'
import { OVERFULFILLED } from '../meaning/vocabulary/stages.ts'
import { type AuditContext, defineAuditRule, hasNumber, type OutlineRow } from '../rule.ts'

/** From here on no growth and no plan explains a rate. */
const BEYOND_GROWTH = 1000

/** A share of more than the whole. */
export const rateAboveHundred = defineAuditRule({
  id: 'rate-above-hundred',
  kind: 'units',
  severity: 'either',
  needs: ['table'],
  en: '{where} says {printed}, more than 100%: a decimal comma may be missing, or it is a count.',
  vi: '{where} ghi {printed}, vượt quá 100%: có lẽ thiếu dấu phẩy thập phân hoặc ghi số lượng thay cho tỷ lệ.',
  expected: '≤ 100%',
  example: '1 | Tỷ lệ hồ sơ đúng hạn | % | [9973 -> 99,73]',
  find: (context) => {
    const explained = new Set(
      recomputedRates(context)
        .filter(({ parts, ratio }) => ratio.denominator > 0 && isPrinted(parts, ratio))
        .map(({ parts }) => parts.rate),
    )
    return context.rows
      .filter((row) => row.rate && hasNumber(row) && row.figure.value > 100)
      .filter((row) => !explained.has(row) && !grows(row))
      .map((row) => {
        return { at: row, certain: row.figure.value >= BEYOND_GROWTH || isShare(row, context) }
      })
  },
})

function grows({ key, figure }: OutlineRow): boolean {
  return figure.value < BEYOND_GROWTH && GROWS.test(key) && !SHRINKS.test(key)
}

function isShare(row: OutlineRow, { meaning }: AuditContext): boolean {
  const { id = '', kind } = meaning.get(row)?.indicator ?? {}
  const paidOut = MAY_EXCEED.test(id) || OVERFULFILLED.test(row.key)
  return !paidOut && (RATE.test(row.key) || kind === 'ratio')
}
