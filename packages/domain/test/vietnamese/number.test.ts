import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isDoubtfulNumber,
  parseNumber,
  printCountInText,
  printNumber,
  printPercent,
} from '../../src/index.ts'

test.each([
  ['1.909', { value: 1909, decimals: 0, percent: false }],
  ['1.822.792', { value: 1_822_792, decimals: 0, percent: false }],
  ['1285', { value: 1285, decimals: 0, percent: false }],
  ['70,5', { value: 70.5, decimals: 1, percent: false }],
  ['1.234,50', { value: 1234.5, decimals: 2, percent: false }],
  ['99,73%', { value: 99.73, decimals: 2, percent: true }],
  ['100 %', { value: 100, decimals: 0, percent: true }],
  ['03', { value: 3, decimals: 0, percent: false }],
  [' 0 ', { value: 0, decimals: 0, percent: false }],
  ['-1,5', { value: -1.5, decimals: 1, percent: false }],
])('%j reads as %o', (text, expected) => {
  expect(parseNumber(text)).toEqual(expected)
})

test.each(['42.95', '1,234.5', '1.23.456', '1234.567', '1.2', '5.', ',5', '12,5,1', '1 909'])(
  '%j is refused as doubtful',
  (text) => {
    expect(parseNumber(text)).toBeUndefined()
    expect(isDoubtfulNumber(text)).toBe(true)
  },
)

test.each(['', '-', 'Không', '1238/1285 đạt tỷ lệ 96,3%', '%'])('%j is words', (text) => {
  expect(parseNumber(text)).toBeUndefined()
  expect(isDoubtfulNumber(text)).toBe(false)
})

test('more digits than a number can hold are refused, not rounded in silence', () => {
  expect(parseNumber('9.007.199.254.740.993')).toBeUndefined()
  expect(parseNumber(`0,${'0'.repeat(19)}1`)).toBeUndefined()
})

test.each([
  [1909, 0, '1.909'],
  [999, 0, '999'],
  [1_822_792, 0, '1.822.792'],
  [70.5, 1, '70,5'],
  [70.5, 2, '70,50'],
  [1.005, 2, '1,01'],
  [2.5, 0, '3'],
  [-2.5, 0, '-3'],
  [0.04, 1, '0,0'],
  [1e21, 0, '1.000.000.000.000.000.000.000'],
  [1.5e-7, 2, '0,00'],
])('%d with %d decimals prints as %s', (value, decimals, text) => {
  expect(printNumber(value, decimals)).toBe(text)
})

test('what is no number is never printed', () => {
  expect(() => printNumber(Number.NaN)).toThrow(RangeError)
  expect(() => printPercent({ numerator: 0, denominator: 0 })).toThrow(RangeError)
})

test.each([
  [77_046, 77_251, '99,73%'],
  [133_902, 138_989, '96,34%'],
  [194_148, 196_309, '98,90%'],
  [30_263, 63_719, '47,49%'],
  [33_240, 63_719, '52,17%'],
  [216, 63_719, '0,34%'],
  [53_346, 68_340, '78,06%'],
  [2215, 68_340, '3,24%'],
  [1, 3, '33,33%'],
  [2, 3, '66,67%'],
  [12.5, 100, '12,50%'],
])('%d of %d is %s', (numerator, denominator, text) => {
  expect(printPercent({ numerator, denominator })).toBe(text)
})

test('a half is rounded up once, where binary fractions would lose it', () => {
  expect(printPercent({ numerator: 1005, denominator: 100_000 })).toBe('1,01%')
  expect(printPercent({ numerator: 1, denominator: 8 }, 1)).toBe('12,5%')
  expect(printPercent({ numerator: 1, denominator: 8 }, 0)).toBe('13%')
  expect(printPercent({ numerator: 44_445, denominator: 1_000_000 }, 1)).toBe('4,4%')
})

test('counts below ten get a leading zero inside a sentence', () => {
  expect([0, 2, 9, 10, 1909].map(printCountInText)).toEqual(['0', '02', '09', '10', '1.909'])
})

test('every count that is printed reads back as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), (value) => {
      expect(parseNumber(printNumber(value))).toEqual({ value, decimals: 0, percent: false })
    }),
  )
})

test('a printed percentage is never further than half of its last digit from the rate', () => {
  const count = fc.integer({ min: 0, max: 10 ** 7 })
  fc.assert(
    fc.property(count, count, fc.integer({ min: 0, max: 3 }), (a, b, decimals) => {
      const [numerator, denominator] = [Math.min(a, b), Math.max(a, b, 1)]
      const digits = printPercent({ numerator, denominator }, decimals).replace(/[.,%]/g, '')
      const scale = 100n * 10n ** BigInt(decimals)
      const error = BigInt(digits) * BigInt(denominator) - BigInt(numerator) * scale
      expect(2n * error <= BigInt(denominator)).toBe(true)
      expect(2n * error > -BigInt(denominator)).toBe(true)
    }),
  )
})
