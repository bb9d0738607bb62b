import { expect, test } from 'vitest'
import { dueSlot, isWeekday, isWithinHours } from '../../src/alerts/time-of-day.ts'

const at = (text: string) => Date.parse(`${text}:00+07:00`)

test.each([
  ['22:00-06:00', '2026-03-02T21:59', false],
  ['22:00-06:00', '2026-03-02T22:00', true],
  ['22:00-06:00', '2026-03-02T00:00', true],
  ['22:00-06:00', '2026-03-02T05:59', true],
  ['22:00-06:00', '2026-03-02T06:00', false],
  ['12:00-13:30', '2026-03-02T11:59', false],
  ['12:00-13:30', '2026-03-02T13:29', true],
  ['12:00-13:30', '2026-03-02T13:30', false],
  [undefined, '2026-03-02T00:00', false],
])('%s at %s: %s', (hours, now, within) => {
  expect(isWithinHours(hours, at(now))).toBe(within)
})

const isDay = (day: string) => day !== '2026-03-01'

test.each([
  ['not before its hour', '2026-03-03T07:29', undefined, '2026-03-02T07:30'],
  ['at its hour', '2026-03-03T07:30', undefined, '2026-03-03T07:30'],
  ['not again', '2026-03-03T09:00', '2026-03-03T07:30', undefined],
  ['the next day again', '2026-03-04T07:30', '2026-03-03T07:30', '2026-03-04T07:30'],
  ['late, where nobody was there', '2026-03-03T07:29', '2026-03-01T07:30', '2026-03-02T07:30'],
  ['not on a day that is none', '2026-03-01T09:00', '2026-02-28T10:00', undefined],
  ['no longer after a day', '2026-03-02T07:29', undefined, undefined],
])('a message by the clock is due %s', (_, now, toldAt, slot) => {
  const told = toldAt === undefined ? undefined : at(toldAt)
  const due = dueSlot('07:30', { now: at(now), toldAt: told, isDay })
  expect(due).toBe(slot === undefined ? undefined : at(slot))
})

test('a week has seven days', () => {
  const days = ['2026-03-02', '2026-03-04', '2026-03-08', '1969-12-31']
  expect(days.map((day) => isWeekday(day, 'monday'))).toEqual([true, false, false, false])
  expect(days.map((day) => isWeekday(day, 'wednesday'))).toEqual([false, true, false, true])
  expect(days.map((day) => isWeekday(day, 'sunday'))).toEqual([false, false, true, false])
})
