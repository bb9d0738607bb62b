import { expect, test } from 'vitest'
import { onlineShare } from '../../src/index.ts'

test('is of everything received in the period, on the form and beside it', () => {
  const statistics = { receivedOnline: 3, receivedDirectPost: 1, carriedOver: 96 }
  expect(onlineShare({ statistics })).toEqual({ numerator: 3, denominator: 4 })
  const extras = { receivedOtherChannel: 2 }
  expect(onlineShare({ statistics, extras })).toEqual({ numerator: 3, denominator: 6 })
})

test('is not told where a part is not, and of nothing stays 0/0', () => {
  expect(onlineShare({ statistics: { receivedOnline: null, receivedDirectPost: 1 } })).toBeNull()
  expect(onlineShare({ statistics: { receivedOnline: 1 } })).toBeNull()
  const nothing = { receivedOnline: 0, receivedDirectPost: 0 }
  expect(onlineShare({ statistics: nothing })).toEqual({ numerator: 0, denominator: 0 })
})
