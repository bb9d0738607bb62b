import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dayNumber,
  monthsOf,
  parsePeriod,
  periodTitle,
  ReportingPeriod,
  UsageError,
  weekTextOf,
} from '../src/index.ts'

test.each([
  ['2022', '2021-12-15', '2022-12-14', 'Năm 2022'],
  ['2023-H1', '2022-12-15', '2023-06-14', '6 tháng đầu năm 2023'],
  ['2023-H2', '2023-06-15', '2023-12-14', '6 tháng cuối năm 2023'],
  ['2023-Q1', '2022-12-15', '2023-03-14', 'Quý I năm 2023'],
  ['2023-Q2', '2023-03-15', '2023-06-14', 'Quý II năm 2023'],
  ['2023-Q4', '2023-09-15', '2023-12-14', 'Quý IV năm 2023'],
  ['2023-M01', '2022-12-15', '2023-01-14', 'Tháng 1 năm 2023'],
  ['2023-M06', '2023-05-15', '2023-06-14', 'Tháng 6 năm 2023'],
  ['2023-9M', '2022-12-15', '2023-09-14', '9 tháng đầu năm 2023'],
  ['2022-12-15..2023-06-10', '2022-12-15', '2023-06-10', 'Từ ngày 15/12/2022 đến ngày 10/6/2023'],
])('%s is %s to %s, "%s"', (text, from, to, title) => {
  const period = parsePeriod(text)
  expect(period).toMatchObject({ text, from, to })
  expect(periodTitle(period)).toBe(title)
  expect(ReportingPeriod.parse(period)).toEqual(period)
})

test.each([
  ['2026-W48', '2026-11-23', '2026-11-29', 'Tuần 48 năm 2026'],
  ['2026-W01', '2025-12-29', '2026-01-04', 'Tuần 1 năm 2026'],
  ['2026-W53', '2026-12-28', '2027-01-03', 'Tuần 53 năm 2026'],
])(
  '%s is the week of ISO 8601 from %s to %s, whatever the cut-off day',
  (text, from, to, title) => {
    const period = parsePeriod(text, { day: 31 })
    expect(period).toMatchObject({ text, kind: 'week', from, to, year: 2026 })
    expect(periodTitle(period)).toBe(title)
    expect([from, to].map(weekTextOf)).toEqual([text, text])
  },
)

test.each([
  ['Quý IV/2022', '2022-Q4'],
  ['Quý IV năm 2022', '2022-Q4'],
  ['quý 1/2023', '2023-Q1'],
  ['6 tháng đầu năm 2023', '2023-H1'],
  ['6 THÁNG CUỐI NĂM 2023', '2023-H2'],
  ['9 tháng đầu năm 2023', '2023-9M'],
  ['tháng 6/2023', '2023-M06'],
  ['Tháng 12 năm 2022', '2022-M12'],
  ['tuần 48/2026', '2026-W48'],
  ['quí III 2026', '2026-Q3'],
  ['Quý III năm 2026 (Từ ngày 15/6/2026 đến ngày 14/9/2026)', '2026-Q3'],
  ['Quý III năm 2026 (từ 01/7/2026 đến 30/9/2026)', '2026-07-01..2026-09-30'],
  ['Tuần 48 (từ ngày 23/11/2026 đến ngày 29/11/2026)', '2026-W48'],
  ['tuần 53 (từ ngày 28/12/2026 đến ngày 03/01/2027)', '2026-W53'],
  ['năm 2022', '2022'],
  ['Từ ngày 15/12/2022 đến ngày 10/6/2023', '2022-12-15..2023-06-10'],
  ['quý Ⅳ/２０２２', '2022-Q4'],
  ['06 tháng đầu năm 2023', '2023-H1'],
  ['Sáu tháng cuối năm 2023', '2023-H2'],
  ['09 tháng đầu năm 2023', '2023-9M'],
  ['chín tháng/2023', '2023-9M'],
  ['Tuần thứ 48 năm 2026', '2026-W48'],
  ['Cả năm 2022', '2022'],
])('%j is %s', (words, text) => {
  expect(parsePeriod(words)).toEqual(parsePeriod(text))
  expect(parsePeriod(words).text).toBe(text)
  expect(parsePeriod(periodTitle(parsePeriod(text)))).toEqual(parsePeriod(text))
})

test('letters may be small and blanks around are ignored', () => {
  expect(parsePeriod(' 2023-q2 ')).toEqual(parsePeriod('2023-Q2'))
})

test('a custom period is reported for the year in which its last reporting month lies', () => {
  expect(parsePeriod('2022-01-01..2022-12-14').year).toBe(2022)
  expect(parsePeriod('2022-01-01..2022-12-15').year).toBe(2023)
})

test.each([
  '',
  '23',
  '2023-H3',
  '2023-Q0',
  '2023-M13',
  '2023-M6',
  '2023-6M',
  '2023/06',
  'quý 2',
  'báo cáo quý 2/2023',
  'quý 5/2023',
  '2025-W53',
  '2026-W00',
  'tuần 54/2026',
  '1850',
  '2023-02-30..2023-03-10',
  '2023-03-10..2023-03-09',
  'từ 31/02 đến 05/3/2026',
  'từ 29/11/2026 đến 23/11/2026',
  '6 tháng năm 2023',
])('%j is refused with the forms that are allowed', (text) => {
  let thrown: unknown
  try {
    parsePeriod(text)
  } catch (error) {
    thrown = error
  }
  expect(thrown).toBeInstanceOf(UsageError)
  for (const form of ['2023-H1', '2023-Q2', '2023-M06', '2023-9M', '2022-12-15..2023-06-10']) {
    expect((thrown as UsageError).fix).toContain(form)
  }
})

test('a cut-off at the end of the month gives calendar months', () => {
  expect(parsePeriod('2024-M02', { day: 31 })).toMatchObject({
    from: '2024-02-01',
    to: '2024-02-29',
  })
  expect(parsePeriod('2023', { day: 31 })).toMatchObject({ from: '2023-01-01', to: '2023-12-31' })
})

test.each([0, 32, 1.5])('%d is no cut-off day', (day) => {
  expect(() => parsePeriod('2023', { day })).toThrow(UsageError)
})

test('months split at the cut-off day and are clipped to the period', () => {
  expect(monthsOf(parsePeriod('2022-12-20..2023-02-10'))).toEqual([
    { label: '2023-M01', from: '2022-12-20', to: '2023-01-14' },
    { label: '2023-M02', from: '2023-01-15', to: '2023-02-10' },
  ])
  expect(monthsOf(parsePeriod('2022')).map((month) => month.label)).toEqual([
    ...['2022-M01', '2022-M02', '2022-M03', '2022-M04', '2022-M05', '2022-M06'],
    ...['2022-M07', '2022-M08', '2022-M09', '2022-M10', '2022-M11', '2022-M12'],
  ])
})

const cutOff = fc.integer({ min: 1, max: 31 }).map((day) => ({ day }))
const named = fc
  .tuple(
    fc.integer({ min: 1992, max: 2098 }),
    fc.constantFrom('', '-H1', '-H2', '-Q1', '-Q3', '-M02', '-M03', '-M12', '-9M'),
  )
  .map(([year, part]) => `${year}${part}`)

test('whatever the cut-off day, the months of a period cover each of its days once', () => {
  fc.assert(
    fc.property(named, cutOff, (text, day) => {
      const period = parsePeriod(text, day)
      const months = monthsOf(period)
      expect(months[0]?.from).toBe(period.from)
      expect(months.at(-1)?.to).toBe(period.to)
      for (const [index, month] of months.slice(1).entries()) {
        expect(dayNumber(month.from)).toBe(dayNumber(months[index]?.to ?? '') + 1)
        expect(month).toEqual({
          label: month.label,
          from: parsePeriod(month.label, day).from,
          to: parsePeriod(month.label, day).to,
        })
      }
    }),
  )
})

test('four quarters, two halves or twelve months make the year', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1992, max: 2098 }), cutOff, (year, day) => {
      const whole = parsePeriod(`${year}`, day)
      for (const parts of [
        ['Q1', 'Q2', 'Q3', 'Q4'],
        ['H1', 'H2'],
        ['9M', 'Q4'],
      ]) {
        const periods = parts.map((part) => parsePeriod(`${year}-${part}`, day))
        expect(periods[0]?.from).toBe(whole.from)
        expect(periods.at(-1)?.to).toBe(whole.to)
        for (const [index, period] of periods.slice(1).entries()) {
          expect(dayNumber(period.from)).toBe(dayNumber(periods[index]?.to ?? '') + 1)
        }
      }
    }),
  )
})
