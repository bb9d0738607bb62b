import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type DayRange,
  type StatedColumn,
  type StatedWindow,
  tileColumn,
  untiledDays,
} from '../../src/index.ts'

const COLUMNS = ['resolvedTotal', 'carriedOver', 'pendingTotal', 'receivedTotal'] as const
const PERIOD = { from: 100, to: 107 }

const count = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined, freq: 4 })
const anyWindow: fc.Arbitrary<StatedWindow> = fc
  .record({
    from: fc.integer({ min: 99, max: 107 }),
    days: fc.integer({ min: 1, max: 5 }),
    counts: fc.record({
      resolvedTotal: count,
      carriedOver: count,
      pendingTotal: count,
      receivedTotal: count,
      receivedInPeriod: count,
    }),
  })
  .map(({ from, days, counts }) => ({ from, to: from + days - 1, counts })) as never

/** Every list of windows in which each day of the period stands in exactly one. */
function tilingsOf(windows: readonly StatedWindow[], from: number): StatedWindow[][] {
  if (from === PERIOD.to + 1) return [[]]
  const next = windows.filter((one) => one.from === from && one.to <= PERIOD.to)
  return next.flatMap((one) => tilingsOf(windows, one.to + 1).map((rest) => [one, ...rest]))
}

/** By the words of the form: undefined where a window that is needed does not state it. */
function worthOf(tiling: readonly StatedWindow[], column: StatedColumn): number | undefined {
  if (column === 'carriedOver') return tiling[0]?.counts.carriedOver
  if (column === 'pendingTotal') return tiling.at(-1)?.counts.pendingTotal
  const parts = tiling.map(({ counts }, index) =>
    column === 'receivedTotal' && index > 0 ? counts.receivedInPeriod : counts[column],
  )
  return parts.includes(undefined) ? undefined : parts.reduce<number>((a, b) => a + (b ?? 0), 0)
}

test('a column is that of a smallest exact tiling, and says when two tilings disagree', () => {
  const windows = fc.array(anyWindow, { maxLength: 9 })
  fc.assert(
    fc.property(windows, fc.constantFrom(...COLUMNS), (given, column) => {
      const known = tilingsOf(given, PERIOD.from).flatMap((tiling) => {
        const value = worthOf(tiling, column)
        return value === undefined ? [] : [{ size: tiling.length, value }]
      })
      const tiled = tileColumn(given, { period: PERIOD }, column)
      if (known.length === 0) {
        expect(tiled).toBeUndefined()
        return
      }
      const size = Math.min(...known.map((one) => one.size))
      const smallest = known.filter((one) => one.size === size).map(({ value }) => value)
      const values = known.map(({ value }) => value)
      expect(smallest).toContain(tiled?.value)
      expect(tiled?.shares).toHaveLength(size)
      expect(tiled?.shares.reduce((sum, share) => sum + share.count, 0)).toBe(tiled?.value)
      expect(tiled).toMatchObject({ least: Math.min(...values), most: Math.max(...values) })
    }),
    { numRuns: 2000 },
  )
})

test('days that lack or overlap are those of no window, and of more than one', () => {
  const inside = anyWindow.filter(({ from, to }) => from >= PERIOD.from && to <= PERIOD.to)
  fc.assert(
    fc.property(fc.array(inside, { maxLength: 5 }), (windows) => {
      const { lacking, overlapping } = untiledDays(windows, PERIOD)
      for (let day = PERIOD.from; day <= PERIOD.to; day += 1) {
        const times = windows.filter((one) => holds(one, day)).length
        expect(lacking.some((one) => holds(one, day))).toBe(times === 0)
        expect(overlapping.some((one) => holds(one, day))).toBe(times > 1)
      }
    }),
  )
})

function holds({ from, to }: DayRange, day: number): boolean {
  return from <= day && day <= to
}

test('of as many windows the later ones are taken', () => {
  const [older, newer] = [3, 4].map((resolvedTotal) => ({ ...PERIOD, counts: { resolvedTotal } }))
  expect(
    tileColumn([older, newer] as StatedWindow[], { period: PERIOD }, 'resolvedTotal'),
  ).toMatchObject({
    ...{ value: 4, least: 3, most: 4, shares: [{ window: newer }] },
  })
})

test('of days that are a part of the period, stocks are those of its own first and last day', () => {
  const row = { carriedOver: 2, receivedTotal: 9, receivedInPeriod: 7, pendingTotal: 4 }
  const days = { from: 104, to: 107 }
  const value = (column: StatedColumn) =>
    tileColumn([{ ...days, counts: row }], { period: PERIOD, days }, column)?.value
  expect(value('carriedOver')).toBe(0)
  expect(value('receivedTotal')).toBe(7)
  expect(value('pendingTotal')).toBe(4)
})
