import { expect, test } from 'vitest'
import { earlierPeriod, parsePeriod } from '../src/index.ts'

test.each([
  ['2022', '2021', '2021'],
  ['2022-H1', '2021-H1', '2021-H2'],
  ['2022-H2', '2021-H2', '2022-H1'],
  ['2022-Q1', '2021-Q1', '2021-Q4'],
  ['2022-Q4', '2021-Q4', '2022-Q3'],
  ['2022-M01', '2021-M01', '2021-M12'],
  ['2022-M10', '2021-M10', '2022-M09'],
  ['2026-W01', '2025-W01', '2025-W52'],
  ['2026-W53', undefined, '2026-W52'],
  ['2022-9M', '2021-9M', undefined],
  ['2024-01-15..2024-02-29', '2023-01-15..2023-02-28', undefined],
  ['1991', undefined, undefined],
])('%s is compared with %s, or %s', (text, year, before) => {
  const period = parsePeriod(text, { day: 31 })
  const earlier = (which: 'last-year' | 'last-period') => {
    try {
      const { text: found, cutOffDay } = earlierPeriod(period, which)
      expect(cutOffDay).toBe(31)
      return found
    } catch (thrown) {
      expect(thrown).toMatchObject({ code: 'usage_invalid' })
      return undefined
    }
  }
  expect([earlier('last-year'), earlier('last-period')]).toEqual([year, before])
})
