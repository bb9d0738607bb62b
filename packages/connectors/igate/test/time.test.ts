import { expect, test } from 'vitest'
import { filterInstant, igateInstant } from '../src/time.ts'

const NINE = Date.parse('2022-09-21T09:00:00+07:00')

test.each([
  ['2022-09-21T02:00:00.000+0000', NINE],
  ['2022-09-21T09:00:00.000+0700', NINE],
  ['2022-09-21T09:00:00+07:00', NINE],
  ['2022-09-21T02:00:00Z', NINE],
  ['2021-12-31T17:00:00.000+0000', Date.parse('2022-01-01T00:00:00+07:00')],
  ['', null],
  [undefined, null],
  [null, null],
  ['2022-02-31T02:00:00.000+0000', Number.NaN],
  ['2022-02-21T25:00:00.000+0000', Number.NaN],
  ['21/09/2022', Number.NaN],
  ['2022-09-21', Number.NaN],
  [1663725600000, Number.NaN],
])('%j is the instant %j', (written, instant) => {
  expect(igateInstant(written)).toBe(instant)
})

test('a day of a filter is a local one with a literal Z, or is what its Z says', () => {
  const midnight = Date.parse('2022-09-21T00:00:00+07:00')
  expect(filterInstant(midnight, 'local')).toBe('2022-09-21T00:00:00.000Z')
  expect(filterInstant(midnight, 'utc')).toBe('2022-09-20T17:00:00.000Z')
})
