import { instantText } from '@cchc/domain'
import { describe, expect, test } from 'vitest'
import { dueAt } from '../../src/schedules/due.ts'
import { hoursAt, readHours } from '../../src/schedules/hours.ts'
import { RECENT_PERIODS, recentPeriod } from '../../src/schedules/recent-period.ts'
import { MOST_MISSED, nextSlot, patternFault, slotsBetween } from '../../src/schedules/slots.ts'

const at = (text: string) => Date.parse(`${text}+07:00`)
const NIGHTLY = '15 2 * * *'

describe('slots', () => {
  test('are those of clocks in Vietnam, after one instant up to another', () => {
    const between = (after: string, until: string) =>
      slotsBetween(NIGHTLY, { after: at(after), until: at(until) }).map(instantText)
    const [first, second] = ['2026-03-01T02:15:00+07:00', '2026-03-02T02:15:00+07:00']
    expect(between('2026-03-01T02:14:59', '2026-03-02T02:15:00')).toEqual([first, second])
    expect(between('2026-03-01T02:15:00', '2026-03-02T02:14:59')).toEqual([])
    expect(nextSlot(NIGHTLY, at('2026-03-01T02:15:00'))).toBe(at('2026-03-02T02:15:00'))
  })

  test('of very many are the newest, in their order', () => {
    const until = at('2026-03-02T00:00:00')
    const slots = slotsBetween('* * * * *', { after: at('2025-01-01T00:00:00'), until })
    expect(slots).toHaveLength(MOST_MISSED)
    expect(slots.at(-1)).toBe(until)
    expect(slots[0]).toBe(until - (MOST_MISSED - 1) * 60_000)
  })

  test('that never come, or cannot be read, are a fault', () => {
    expect(patternFault(NIGHTLY)).toBeUndefined()
    expect(patternFault('0 0 31 2 *')).toBe('it never comes')
    expect(patternFault('61 * * * *')).toContain('Invalid value for minute')
    expect(patternFault('tomorrow')).toBeDefined()
  })
})

describe('hours', () => {
  const night = readHours('22:00-06:00') ?? expect.fail()

  test('across midnight are those of the evening before, of now or of the evening to come', () => {
    const begins = (text: string) => instantText(hoursAt(night, at(text)).from)
    expect(begins('2026-03-02T05:59:59')).toBe('2026-03-01T22:00:00+07:00')
    expect(begins('2026-03-02T06:00:00')).toBe('2026-03-02T22:00:00+07:00')
    expect(begins('2026-03-02T23:00:00')).toBe('2026-03-02T22:00:00+07:00')
    const day = readHours('08:00-09:30') ?? expect.fail()
    expect(instantText(hoursAt(day, at('2026-03-02T09:30:00')).to)).toBe(
      '2026-03-03T09:30:00+07:00',
    )
  })

  test('are written one way', () => {
    for (const text of ['24:00-06:00', '22-06', '06:00-06:00', '']) {
      expect(readHours(text), text).toBeUndefined()
    }
  })

  test('hold a slot until they begin, and its jitter within them', () => {
    const delaying = { jitterMs: 86_000_000, between: readHours('02:00-02:30') }
    for (let day = 10; day < 30; day += 1) {
      const due = dueAt('nightly', { at: at(`2026-03-${day}T02:15:00`), delaying })
      expect(due).toBeGreaterThanOrEqual(at(`2026-03-${day}T02:15:00`))
      expect(due).toBeLessThan(at(`2026-03-${day}T02:30:00`))
    }
    const noon = { at: at('2026-03-10T12:00:00'), delaying: { jitterMs: 0, between: night } }
    expect(dueAt('noon', noon)).toBe(at('2026-03-10T22:00:00'))
  })
})

test('jitter is the same on every machine, and another for every slot and schedule', () => {
  const delaying = { jitterMs: 600_000, between: undefined }
  const of = (schedule: string, day: number) => {
    const slot = at(`2026-03-${day}T02:15:00`)
    return dueAt(schedule, { at: slot, delaying }) - slot
  }
  expect(of('nightly', 10)).toBe(of('nightly', 10))
  const all = [of('nightly', 10), of('nightly', 11), of('weekly', 10)]
  expect(new Set(all).size).toBe(3)
  for (const one of all) expect(one).toBeGreaterThanOrEqual(0)
  for (const one of all) expect(one).toBeLessThan(600_000)
})

test('recent periods end before the day of the slot, or hold it, by the cut-off day', () => {
  const of = (day: string) =>
    RECENT_PERIODS.map((name) => recentPeriod(name, { at: at(`${day}T07:00:00`), cutOffDay: 14 }))
  expect(of('2026-01-14')).toEqual([
    '2026-W02',
    '2025-M12',
    '2025-Q4',
    '2025-H2',
    '2025',
    '2026-W03',
    '2026-M01',
    '2026-Q1',
    '2026-H1',
    '2026',
  ])
  expect(of('2026-06-15')).toEqual([
    '2026-W24',
    '2026-M06',
    '2026-Q2',
    '2026-H1',
    '2025',
    '2026-W25',
    '2026-M07',
    '2026-Q3',
    '2026-H2',
    '2026',
  ])
  expect(of('2025-12-15')[1]).toBe('2025-M12')
})
