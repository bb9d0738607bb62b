import { expect, test } from 'vitest'
import { lastWholeMonth, periodBefore } from '../src/periods.ts'

test('the period before is of the same length, also over the turn of a year', () => {
  const before = ['2023', '2023-M01', '2023-M10', '2023-Q1', '2023-Q3', '2023-H1'].map(periodBefore)
  expect(before).toEqual(['2022', '2022-M12', '2023-M09', '2022-Q4', '2023-Q2', '2022-H2'])
  expect(['2023-9M', '2023-01-01..2023-02-01'].map(periodBefore)).toEqual([undefined, undefined])
})

test('the last month that is over ends on the day on which reporting months end', () => {
  const on = (today: string) => lastWholeMonth({ today, cutOffDay: 14 })
  expect(['2023-03-14', '2023-03-15', '2023-03-01', '2023-01-10'].map(on)).toEqual([
    ...['2023-M02', '2023-M03', '2023-M02', '2022-M12'],
  ])
})
