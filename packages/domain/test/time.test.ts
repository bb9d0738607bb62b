import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dayNumber,
  dayNumberOf,
  dayOf,
  dayText,
  instantText,
  isPositionAhead,
  plusDays,
  startOfDay,
  vietnamInstant,
} from '../src/index.ts'

test('a day begins at midnight in Vietnam, which is 17:00 UTC of the day before', () => {
  const lastMoment = Date.parse('2022-12-14T16:59:59.999Z')
  expect(dayText(dayNumberOf(lastMoment))).toBe('2022-12-14')
  expect(dayText(dayNumberOf(lastMoment + 1))).toBe('2022-12-15')
  expect(startOfDay(dayNumber('2022-12-15'))).toBe(lastMoment + 1)
})

test('local times are instants with the offset of Vietnam', () => {
  const instant = vietnamInstant({ year: 2022, month: 12, day: 15, hour: 8, minute: 30, second: 5 })
  expect(instant).toBe(Date.parse('2022-12-15T08:30:05+07:00'))
  expect(instantText(instant)).toBe('2022-12-15T08:30:05+07:00')
  expect(instantText(instant + 7)).toBe('2022-12-15T08:30:05.007+07:00')
})

test.each([
  [2023, 2, 29],
  [2023, 13, 1],
  [2023, 4, 31],
  [2023, 1, 0],
])('%d-%d-%d does not exist', (year, month, day) => {
  expect(vietnamInstant({ year, month, day })).toBeNaN()
})

test('24:00 and 60 minutes do not exist', () => {
  expect(vietnamInstant({ year: 2023, month: 1, day: 1, hour: 24 })).toBeNaN()
  expect(vietnamInstant({ year: 2023, month: 1, day: 1, hour: 0, minute: 60 })).toBeNaN()
  expect(vietnamInstant({ year: 2023, month: 1, day: 1, hour: 0, minute: 0, second: 60 })).toBeNaN()
})

test('what is no day is refused', () => {
  expect(() => dayNumber('15/12/2022')).toThrow(RangeError)
})

test('days and their numbers correspond one to one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 8000, max: 47_000 }), (number) => {
      expect(dayNumber(dayText(number))).toBe(number)
      expect(dayNumberOf(startOfDay(number))).toBe(number)
      expect(dayNumberOf(startOfDay(number) - 1)).toBe(number - 1)
    }),
  )
})

test('a day has those before and behind it, over the ends of months and years', () => {
  expect(dayOf(Date.parse('2022-12-31T17:00:00Z'))).toBe('2023-01-01')
  expect(plusDays('2023-01-01', -1)).toBe('2022-12-31')
  expect(plusDays('2024-02-28', 2)).toBe('2024-03-01')
})

test.each([{ to: '2023-03-01' }, { next: '2023-03' }])(
  'a position of today, %j, is not ahead in the first hour of the day, and one of tomorrow is',
  (cursor) => {
    const midnight = startOfDay(dayNumber('2023-03-01'))
    expect(isPositionAhead(cursor, midnight + 60_000)).toBe(false)
    expect(isPositionAhead(cursor, midnight - 2 * 3_600_000)).toBe(true)
  },
)
