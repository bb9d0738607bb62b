import { describe, expect, test } from 'vitest'
import {
  firstOfMonth,
  halfMonths,
  MonthCursor,
  type MonthWindow,
  monthWindows,
} from '../src/index.ts'

/** Half past midnight of the first of March in Vietnam. */
const NOW = Date.parse('2023-02-28T17:30:00Z')
const months = { since: '2022-11-20', again: 1, now: NOW }
const read = (request: Parameters<typeof monthWindows>[1]) => [...monthWindows(months, request)]
const names = (windows: readonly MonthWindow[]) => windows.map(({ month }) => month)

describe('months of a pass', () => {
  test('reach from the month of the first day to that of today, which is not over', () => {
    const windows = read({ cursor: undefined })
    expect(names(windows)).toEqual(['2022-11', '2022-12', '2023-01', '2023-02', '2023-03'])
    expect(windows[3]).toEqual({
      month: '2023-02',
      from: '2023-02-01',
      to: '2023-02-28',
      provisional: false,
      cursor: { next: '2023-03', readTo: null },
    })
    expect(windows[4]).toMatchObject({
      provisional: true,
      cursor: { next: null, readTo: '2023-03' },
    })
  })

  test('go on where the last one stopped, and begin some months before the last one that was read', () => {
    expect(names(read({ cursor: { next: '2023-02', readTo: '2022-12' } }))).toEqual([
      '2023-02',
      '2023-03',
    ])
    expect(names(read({ cursor: { next: null, readTo: '2023-02' } }))).toEqual([
      '2023-01',
      '2023-02',
      '2023-03',
    ])
    expect(names(read({ cursor: { next: null, readTo: '2022-11' } }))[0]).toBe('2022-11')
  })

  test('begin with the first one again where the last pass that did is old, or was never told', () => {
    const wholeAt = '2023-01-29T17:30:00.000Z'
    const readEvery = (wholeEveryDays: number, cursor: MonthCursor) => [
      ...monthWindows({ ...months, wholeEveryDays }, { cursor }),
    ]
    const kept = { next: null, readTo: '2023-02' }
    const young = readEvery(31, { ...kept, wholeAt })
    expect(names(young)[0]).toBe('2023-01')
    expect(young.map(({ cursor }) => cursor.wholeAt)).toEqual([wholeAt, wholeAt, wholeAt])
    for (const cursor of [{ ...kept, wholeAt }, kept]) {
      const old = readEvery(30, cursor)
      expect(names(old)[0]).toBe('2022-11')
      expect(old[0]?.cursor).toEqual({
        next: '2022-12',
        readTo: '2023-02',
        wholeAt: '2023-02-28T17:30:00.000Z',
      })
      expect(names(readEvery(30, old[0]?.cursor as MonthCursor))[0]).toBe('2022-12')
    }
  })

  test('of days that a person asks for leave the position alone', () => {
    const cursor = { next: '2023-02', readTo: '2022-12' }
    const windows = read({ cursor, from: '2022-12-30', to: '2023-01-02' })
    expect(names(windows)).toEqual(['2022-12', '2023-01'])
    expect(windows.map((window) => window.cursor)).toEqual([cursor, cursor])
  })
})

test('halves of a month are those that have begun; the last day of a half is not over', () => {
  const [march] = read({ cursor: { next: '2023-03', readTo: '2023-02' } }) as [MonthWindow]
  const at = (day: string) => Date.parse(`${day}T00:30:00+07:00`)
  const [first, second] = [
    { from: '2023-03-01', to: '2023-03-14' },
    { from: '2023-03-15', to: '2023-03-31' },
  ]
  expect(halfMonths(march, at('2023-03-14'))).toEqual([{ ...first, provisional: true }])
  expect(halfMonths(march, at('2023-03-15'))).toEqual([
    { ...first, provisional: false },
    { ...second, provisional: true },
  ])
  expect(halfMonths(march, at('2023-04-01'))[1]).toEqual({ ...second, provisional: false })
})

test('a cursor holds months, and figures are of whole months', () => {
  expect(MonthCursor.safeParse({ next: '2022-13', readTo: null }).success).toBe(false)
  expect(firstOfMonth('2022-09-21')).toBe('2022-09-01')
})
