import { expect, test } from 'vitest'
import { readFigureText } from '../src/meaning/figure-text.ts'

test.each([
  ['1.909', 1909],
  ['1909', 1909],
  ['1 909', 1909],
  ['1\u00a0909', 1909],
  ['1,909', 1909],
  ['05', 5],
  ['0', 0],
  ['Không', 0],
  ['15 người', 15],
  ['12,5', 12.5],
  ['2.584.631', 2_584_631],
  ['5.0', 5],
  ['480 (93,75%)', 480],
  ['1.204 hồ sơ, đạt 97%', 1204],
])('a count written %s is %d', (raw, value) => {
  expect(readFigureText(raw, { rate: false })).toMatchObject({ state: 'number', value })
})

test.each([
  ['99,73%', 99.73, 2],
  ['99.73 %', 99.73, 2],
  ['đạt 100%', 100, 0],
  ['100', 100, 0],
  ['12,5', 12.5, 1],
  ['98,90%', 98.9, 2],
])('a rate written %s is %d with %d decimals', (raw, value, decimals) => {
  expect(readFigureText(raw, { rate: true })).toMatchObject({ state: 'number', value, decimals })
})

test('a fraction beside its percentage is read with both', () => {
  expect(readFigureText('1.238/1.285 đạt tỷ lệ 96,3%', { rate: true })).toMatchObject({
    value: 96.3,
    decimals: 1,
    percent: true,
    fraction: { numerator: 1238, denominator: 1285 },
  })
})

test.each([
  ['', 'blank'],
  [' - ', 'not_applicable'],
  ['Không thuộc chuyên môn', 'not_applicable'],
  ['42.95', 'doubtful'],
  ['1.23.456', 'doubtful'],
  ['Chưa kết nối đầy đủ', 'words'],
  ['Quyết định ngày 11/01/2023', 'words'],
] as const)('%j is %s', (raw, state) => {
  expect(readFigureText(raw, { rate: false }).state).toBe(state)
})
