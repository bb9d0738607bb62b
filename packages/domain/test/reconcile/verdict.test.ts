import { expect, test } from 'vitest'
import { isWithinTolerance, parseTolerance, verdictOf } from '../../src/reconcile/index.ts'

test.each([
  [5, 5, 'equal'],
  [0, null, 'equal'],
  [5, null, 'missing_there'],
  [5, 0, 'missing_there'],
  [0, 5, 'missing_here'],
  [5, 4, 'different'],
])('%s here and %s there is %s', (here, there, verdict) => {
  expect(verdictOf(here, there)).toBe(verdict)
})

test.each([
  ['2', -2, 100, true],
  ['2', 3, 100, false],
  ['0', 0, 7, true],
  ['1%', -10, 1000, true],
  ['1%', 11, 1000, false],
  ['0,1%', 1, 1000, true],
  ['0.1%', 2, 1000, false],
  ['100%', -3, 3, true],
])('a tolerance of %s for %s of %s', (text, unexplained, larger, within) => {
  expect(isWithinTolerance({ unexplained, larger }, parseTolerance(text))).toBe(within)
})

test.each(['', '-1', '1.5', '101%', 'five', '1%%'])('%s is no tolerance', (text) => {
  expect(() => parseTolerance(text)).toThrow(expect.objectContaining({ code: 'usage_invalid' }))
})
