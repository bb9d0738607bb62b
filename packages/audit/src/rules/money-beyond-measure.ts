import { folded } from '@cchc/domain'
import { BILLIONS } from '../meaning/vocabulary/units.ts'
import { defineAuditRule, hasNumber } from '../rule.ts'
import { negativeFigure } from './negative-figure.ts'
import { rateAboveHundred } from './rate-above-hundred.ts'

/** In tỷ đồng; more than what the whole country invests in a year. */
const NATIONAL_INVESTMENT = 1_000_000

/** Money in tỷ đồng that only triệu đồng explains. */
export const moneyBeyondMeasure = defineAuditRule({
  id: 'money-beyond-measure',
  kind: 'units',
  severity: 'warning',
  needs: ['table'],
  en: '{where} says {printed} tỷ đồng, more than what the whole country invests in a year: the unit may be triệu đồng.',
  vi: '{where} ghi {printed} tỷ đồng, lớn hơn vốn đầu tư công của cả nước trong một năm: đơn vị tính có lẽ là triệu đồng.',
  expected: '{printed} Triệu đồng',
  unless: [negativeFigure, rateAboveHundred],
  example: '1 | Kế hoạch vốn đầu tư công | Tỷ đồng | [2.584.631 -> 2.584]',
  find: ({ rows }) =>
    rows
      .filter((row) => hasNumber(row) && row.figure.value >= NATIONAL_INVESTMENT)
      .filter(({ unit }) => BILLIONS.test(folded(unit)))
      .map((row) => ({ at: row, shown: `${row.value.trim()} ${row.unit.trim()}` })),
})
