import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dayText,
  parseDay,
  parseDayRange,
  printDay,
  printDayRange,
  printLongDay,
} from '../../src/index.ts'

test.each([
  ['2023-06-12', '12/6/2023', 'ngày 12 tháng 6 năm 2023'],
  ['2023-07-07', '07/7/2023', 'ngày 07 tháng 7 năm 2023'],
  ['2023-01-30', '30/01/2023', 'ngày 30 tháng 01 năm 2023'],
  ['2023-02-28', '28/02/2023', 'ngày 28 tháng 02 năm 2023'],
  ['2023-03-02', '02/3/2023', 'ngày 02 tháng 3 năm 2023'],
  ['2023-10-03', '03/10/2023', 'ngày 03 tháng 10 năm 2023'],
])('%s prints as %s and %s', (day, short, long) => {
  expect(printDay(day)).toBe(short)
  expect(printLongDay(day)).toBe(long)
})

test('every day reads back from both of its prints', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }).map(dayText), (day) => {
      expect(parseDay(printDay(day))).toBe(day)
      expect(parseDay(printLongDay(day))).toBe(day)
    }),
  )
})

test.each(['12/06/2023', '12/6/2023', ' Ngày 12  tháng 06 năm 2023', '12-6-2023', '12.6.2023'])(
  '%j is 12 June 2023',
  (text) => {
    expect(parseDay(text)).toBe('2023-06-12')
  },
)

test.each(['30/02/2023', '2023-06-12', '12/6/23', '6/2023', 'tháng 6', '13/13/2023', ''])(
  '%j is no day',
  (text) => {
    expect(parseDay(text)).toBeUndefined()
  },
)

test('a range prints in full and reads in its shorter forms', () => {
  const range = { from: '2022-12-15', to: '2023-06-10' }
  expect(printDayRange(range)).toBe('Từ ngày 15/12/2022 đến ngày 10/6/2023')
  for (const text of [
    printDayRange(range),
    'Từ 15/12/2022 đến 10/6/2023',
    '15/12/2022 - 10/06/2023',
    'từ ngày 15/12/2022 đến 10/6/2023',
    'từ ngày 15/12/2022 đến hết ngày 10/6/2023',
    '15/12/2022-10/6/2023',
    'từ ngày 15 tháng 12 năm 2022 đến ngày 10 tháng 6 năm 2023',
  ]) {
    expect(parseDayRange(text)).toEqual(range)
  }
  expect(parseDayRange('từ 23/11 đến 29/11/2026')).toEqual({ from: '2026-11-23', to: '2026-11-29' })
  expect(parseDayRange('từ 15/12 đến 14/6/2026')).toBeUndefined()
  expect(parseDayRange('Từ 10/6/2023 đến 15/12/2022')).toBeUndefined()
  expect(parseDayRange('Quý II')).toBeUndefined()
})

test('text in decomposed Unicode reads as well', () => {
  expect(parseDay('ngày 12 tháng 6 năm 2023'.normalize('NFD'))).toBe('2023-06-12')
})
