import { expect, test } from 'vitest'
import { filterInstant } from '../src/time.ts'

test('a day of a filter is a local one with a literal Z, or is what its Z says', () => {
  const midnight = Date.parse('2022-09-21T00:00:00+07:00')
  expect(filterInstant(midnight, 'local')).toBe('2022-09-21T00:00:00.000Z')
  expect(filterInstant(midnight, 'utc')).toBe('2022-09-20T17:00:00.000Z')
})
