import { expect, test } from 'vitest'
import { requests, waitedFor } from '../../src/counting/supplements.ts'
import { at } from './cases.ts'

const pause = (from: number, to: number | null) => ({
  from: at(from),
  to: to === null ? null : at(to),
})
const handling = { start: at(2), end: at(15) }

test.each([
  ['one wait', [pause(5, 11)], 6],
  ['one that lasts longer than the handling', [pause(13, 20)], 2],
  ['one that still lasts', [pause(13, null)], 2],
  ['one that began before the receipt', [pause(1, 4)], 2],
  ['the same one twice', [pause(5, 11), pause(5, 11)], 6],
  ['one within another', [pause(5, 11), pause(6, 7), pause(10, 12)], 7],
  ['one after the end, told first', [pause(20, 21), pause(5, 11)], 6],
  ['one that ends before it begins', [pause(8, 3), pause(5, 11)], 6],
])('days waited: %s', (_name, pauses, days) => {
  expect(waitedFor(pauses, handling)).toBe(days * 86_400_000)
})

test.each([
  ['in their order', [pause(8, 9), pause(3, 4)], [3, 8]],
  ['the same moment once', [pause(3, 4), pause(3, 5)], [3]],
  ['answered at once', [pause(3, 3)], [3]],
  ['at the moment of the end, and none after it', [pause(15, null), pause(16, null)], [15]],
  ['none whose answer came before it', [pause(8, 3)], []],
])('requests: %s', (_name, pauses, days) => {
  expect(requests(pauses, handling.end)).toEqual(days.map((day) => at(day)))
})
