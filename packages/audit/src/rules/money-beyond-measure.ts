import { MONEY_UNITS } from '../meaning/vocabulary/units.ts'
import { defineAuditRule, hasNumber, moneyUnit, type OutlineRow } from '../rule.ts'
import { rateAboveHundred } from './rate-above-hundred.ts'

/** In tỷ đồng, the largest unit of money: more than what the whole country invests in a year. */
const NATIONAL_INVESTMENT = 1_000_000

/** Money that only a smaller unit explains. */
export const moneyBeyondMeasure = defineAuditRule({
  id: 'money-beyond-measure',
  kind: 'units',
  severity: 'warning',
  needs: ['table'],
  en: '{where} says {printed} {unit}, more than what the whole country invests in a year: the unit may be {smaller}.',
  vi: '{where} ghi {printed} {unit}, lớn hơn vốn đầu tư công của cả nước trong một năm: đơn vị tính có lẽ là {smaller}.',
  expected: '{printed} {smaller}',
  unless: [rateAboveHundred],
  example: '1 | Kế hoạch vốn đầu tư công | Tỷ đồng | [2.584.631 -> 2.584]',
  find: ({ rows }) => rows.filter(hasNumber).flatMap(beyondMeasure),
})

function beyondMeasure(row: OutlineRow) {
  const { value, unit, figure } = row
  const { factor } = row.counted
  const size = moneyUnit(unit)
  const smaller = MONEY_UNITS[size + 1]?.name
  if (size === -1 || smaller === undefined) return []
  if (figure.value / factor < NATIONAL_INVESTMENT * 1000 ** size) return []
  return [{ at: row, shown: `${value} ${unit}`, unit, smaller }]
}
