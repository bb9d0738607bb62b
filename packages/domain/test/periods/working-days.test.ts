import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  type CalendarDay,
  certainYears,
  dayNumber,
  dayText,
  isWorkingDay,
  PUBLISHED_CALENDAR,
  provisionalDays,
  withCalendarDays,
  workingDaysBetween,
} from '../../src/index.ts'

const calendar = PUBLISHED_CALENDAR

describe('the published calendar', () => {
  it('gives each year the eleven days of the law, and a twelfth from 2026 on', () => {
    const weekdaysOff = (year: number) => {
      const days = [...calendar.days.values()].filter(({ day }) => day.startsWith(`${year}-`))
      const worked = days.filter(({ kind }) => kind === 'working')
      const off = days.filter(({ day, kind }) => kind === 'off' && isMondayToFriday(day))
      return off.length - worked.length
    }
    expect(calendar.years).toEqual([2021, 2022, 2023, 2024, 2025, 2026, 2027])
    expect(calendar.years.map(weekdaysOff)).toEqual([11, 11, 11, 11, 11, 12, 12])
  })

  it('marks the days of 2027 that wait for a notice, until the configuration says them', () => {
    const waiting = provisionalDays(calendar).map(({ day }) => day)
    expect(waiting).toEqual(expect.arrayContaining(['2027-02-08', '2027-04-16', '2027-09-03']))
    for (const certain of ['2027-01-01', '2027-04-30', '2027-05-03', '2027-09-02', '2026-08-31']) {
      expect(waiting).not.toContain(certain)
    }
    expect(certainYears(calendar)).not.toContain(2027)
    const said = provisionalDays(calendar).map((one) => ({ ...one, verified: true }))
    expect(certainYears(withCalendarDays(calendar, said))).toContain(2027)
  })

  it('has a day worked for each day swapped, on a weekend', () => {
    const swapped = [...calendar.days.values()].filter(({ name }) => name.startsWith('Hoán đổi'))
    const worked = [...calendar.days.values()].filter(({ kind }) => kind === 'working')
    expect(worked).toHaveLength(swapped.length)
    expect(worked.map(({ day }) => isMondayToFriday(day))).toEqual(worked.map(() => false))
  })
})

describe('working days', () => {
  it.each([
    ['2022-12-14', true],
    ['2022-12-17', false],
    ['2022-12-18', false],
    ['2023-01-20', false],
    ['2023-01-27', true],
    ['2024-04-29', false],
    ['2024-05-04', true],
    ['1969-12-31', true],
    ['1969-12-28', false],
  ])('%s: %s', (day, working) => {
    expect(isWorkingDay(day, calendar)).toBe(working)
  })

  it('are counted from the next day on, over weekends and Tết', () => {
    expect(addWorkingDays('2023-01-19', { count: 1, calendar })).toBe('2023-01-27')
    expect(addWorkingDays('2023-01-19', { count: 2, calendar })).toBe('2023-01-30')
    expect(addWorkingDays('2023-01-27', { count: -1, calendar })).toBe('2023-01-19')
    expect(addWorkingDays('2023-01-21', { count: 0, calendar })).toBe('2023-01-21')
    expect(workingDaysBetween({ from: '2023-01-19', to: '2023-01-30' }, calendar)).toBe(2)
    expect(workingDaysBetween({ from: '2023-01-30', to: '2023-01-19' }, calendar)).toBe(-2)
    expect(() => addWorkingDays('2023-01-19', { count: 1.5, calendar })).toThrow(RangeError)
  })

  it('between a day and the one so many working days on are so many', () => {
    const day = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2027-12-31') })
    fc.assert(
      fc.property(day.map(dayText), fc.integer({ min: 0, max: 90 }), (from, count) => {
        const to = addWorkingDays(from, { count, calendar })
        expect(workingDaysBetween({ from, to }, calendar)).toBe(count)
        if (count > 0) expect(isWorkingDay(to, calendar)).toBe(true)
      }),
    )
  })

  it('follow what an office adds, which goes before what is published', () => {
    const saturday: CalendarDay = {
      day: '2026-01-10',
      kind: 'off',
      name: 'Nghỉ',
      basis: 'Quyết định của đơn vị',
      verified: true,
    }
    const changed = withCalendarDays(calendar, [saturday, { ...saturday, day: '2027-02-05' }])
    expect(isWorkingDay('2026-01-10', changed)).toBe(false)
    expect(isWorkingDay('2026-01-10', calendar)).toBe(true)
    expect(isWorkingDay('2027-02-05', changed)).toBe(false)
    expect(changed.years).toContain(2027)
    expect([...changed.days.keys()]).toEqual([...changed.days.keys()].toSorted())
  })
})

function isMondayToFriday(day: string): boolean {
  return ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
}
