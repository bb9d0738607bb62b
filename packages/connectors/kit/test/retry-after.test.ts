import { expect, test } from 'vitest'
import { backoffMs, retryAfterMs } from '../src/retry-after.ts'

const NOW = Date.UTC(2023, 0, 1)
const YEAR_MS = 366 * 86_400_000

test.each([
  ['7', 7000],
  [' 120 ', 120_000],
  ['0', 0],
  ['007', 7000],
  ['1.5', 1500],
  ['0.0001', 1],
  ['99999999999999999999999', YEAR_MS],
  ['9'.repeat(400), YEAR_MS],
  ['Sun, 01 Jan 2023 00:01:00 GMT', 60_000],
  ['Sunday, 01-Jan-23 00:01:00 GMT', 60_000],
  ['Sun Jan  1 00:01:00 2023', 60_000],
  ['sun, 01 jan 2023 00:01:00 gmt', 60_000],
  ['Sun, 1 Jan 2023 00:01:00 GMT', 60_000],
  ['1 Jan 2023 00:01:00 UTC', 60_000],
  ['Sun, 01 Jan 2023 07:01:00 +0700', 60_000],
  ['Sat, 31 Dec 2022 23:01:00 -0100', 60_000],
  ['Sun, 01-Jan-2023 00:01:00 GMT', 60_000],
  ['2023-01-01T00:01:00Z', 60_000],
  ['2023-01-01T07:01:00.250+07:00', 60_000],
  ['Sun, 06 Nov 1994 08:49:37 GMT', 0],
  ['Sunday, 06-Nov-94 08:49:37 GMT', 0],
  ['Sun Nov  6 08:49:37 1994', 0],
  ['Fri, 31 Dec 9999 23:59:59 GMT', YEAR_MS],
])('%j waits %d ms', (header, wait) => {
  expect(retryAfterMs(header, NOW)).toBe(wait)
})

test.each([
  undefined,
  '',
  '-5',
  '1e3',
  '120, 60',
  'soon',
  'NaN',
  'Infinity',
  '2023-01-01',
  'Sun, 01 Foo 2023 00:01:00 GMT',
  '2023-01-01T00:01:00',
])('%j says no wait', (header) => {
  expect(retryAfterMs(header, NOW)).toBeUndefined()
})

test('the backoff is never nothing and never without end', () => {
  for (let attempt = 0; attempt < 2000; attempt += 1) {
    expect(backoffMs(attempt, () => 0)).toBeGreaterThanOrEqual(250)
    expect(backoffMs(attempt, () => 1)).toBeLessThanOrEqual(30_000)
  }
})
