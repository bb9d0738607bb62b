import { expect, test } from 'vitest'
import { calendarPeriodOf } from '../../src/reconcile/index.ts'

test.each([
  ['2022-02-01', '2022-02-28', 'month'],
  ['2024-02-01', '2024-02-29', 'month'],
  ['2022-10-01', '2022-12-31', 'quarter'],
  ['2022-01-01', '2022-12-31', 'year'],
  ['2022-02-01', '2022-04-30', undefined],
  ['2022-07-01', '2023-06-30', undefined],
  ['2022-01-01', '2022-06-30', undefined],
  ['2022-02-01', '2022-02-27', undefined],
  ['2022-01-15', '2022-02-14', undefined],
])('%s to %s is %s', (from, to, period) => {
  expect(calendarPeriodOf(from, to)).toBe(period)
})
