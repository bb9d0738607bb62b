import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dayNumber,
  dayNumberOf,
  dayText,
  instantText,
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
