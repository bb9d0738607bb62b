import { expect, test } from 'vitest'
import { overdueSpans } from '../../src/counting/overdue-spans.ts'
import { startOfDay } from '../../src/index.ts'

const clock = { receivedDay: 100, dueDay: 110, endDay: null }
const pause = (from: number, to: number | null) => ({
  from: startOfDay(from),
  to: to === null ? null : startOfDay(to),
})

test.each([
  ['no pause', [], [{ from: 111, to: null }]],
  ['a pause that ended before', [pause(101, 105)], [{ from: 111, to: null }]],
  ['a pause across the due day', [pause(105, 115)], [{ from: 115, to: null }]],
  [
    'a pause in between',
    [pause(115, 118)],
    [
      { from: 111, to: 115 },
      { from: 118, to: null },
    ],
  ],
  ['a pause that lasts', [pause(115, null)], [{ from: 111, to: 115 }]],
  ['a pause from before that lasts', [pause(105, null)], []],
  ['a pause within one day', [pause(115, 115)], [{ from: 111, to: null }]],
  ['overlapping pauses', [pause(105, 115), pause(112, 120)], [{ from: 120, to: null }]],
  ['the same pause twice', [pause(105, 115), pause(105, 115)], [{ from: 115, to: null }]],
  ['a pause that ends before it begins', [pause(120, 113)], [{ from: 111, to: null }]],
])('%s', (_name, pauses, spans) => {
  expect(overdueSpans(clock, pauses)).toEqual(spans)
})

test('handling that ended during a pause leaves no overdue day behind', () => {
  expect(overdueSpans({ ...clock, endDay: 116 }, [pause(112, 120)])).toEqual([
    { from: 111, to: 112 },
  ])
  expect(overdueSpans({ ...clock, endDay: 110 }, [])).toEqual([])
})
