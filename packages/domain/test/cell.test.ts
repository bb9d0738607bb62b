import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  Cell,
  cellNumber,
  NOT_APPLICABLE,
  NOT_REPORTED,
  numberCell,
  parseCell,
  printCell,
  ratioCell,
  sameCell,
  textCell,
} from '../src/index.ts'

test.each([
  ['', 'not_reported', null],
  ['  ', 'not_reported', null],
  ['-', 'not_applicable', null],
  ['–', 'not_applicable', null],
  ['0', 'zero', 0],
  ['00', 'zero', 0],
  ['0%', 'zero', 0],
  ['1.909', 'number', 1909],
  ['99,73%', 'number', 99.73],
  ['42.95', 'text', null],
  ['Không thuộc chuyên môn', 'text', null],
])('%j is %s', (raw, state, value) => {
  const cell = parseCell(raw)
  expect(cell.state).toBe(state)
  expect(cellNumber(cell)).toBe(value)
})

test('whatever a person wrote prints back as it was written, also through JSON', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (raw) => {
      const cell = Cell.parse(JSON.parse(JSON.stringify(parseCell(raw))))
      expect(printCell(cell)).toBe(raw)
    }),
  )
})

test('cells of the hub print in Vietnamese writing', () => {
  expect(printCell(numberCell(77_251))).toBe('77.251')
  expect(printCell(numberCell(12.5, 1))).toBe('12,5')
  expect(printCell(numberCell(0))).toBe('0')
  expect(printCell(textCell('Kế hoạch'))).toBe('Kế hoạch')
  expect(printCell(textCell(' '))).toBe('')
  expect(printCell(NOT_APPLICABLE)).toBe('-')
  expect(printCell(NOT_REPORTED)).toBe('')
})

test('a ratio keeps its parts; 0/0 is neither 0% nor 100%', () => {
  const cell = ratioCell({ numerator: 77_046, denominator: 77_251 })
  expect(cell).toMatchObject({ numerator: 77_046, denominator: 77_251 })
  expect(printCell(cell)).toBe('99,73%')
  expect(printCell(ratioCell({ numerator: 99_999, denominator: 100_000 }))).toBe('100,00%')
  expect(printCell(ratioCell({ numerator: 5, denominator: 5 }))).toBe('100%')
  expect(printCell(ratioCell({ numerator: 0, denominator: 5 }))).toBe('0%')
  expect(printCell(ratioCell({ numerator: 0, denominator: 0 }))).toBe('-')
  expect(cellNumber(cell)).toBeNull()
})

test('a cell of the hub reads back in the state that it had', () => {
  const cells = [numberCell(5), numberCell(0), textCell('Có'), NOT_APPLICABLE, NOT_REPORTED]
  for (const cell of cells) expect(parseCell(printCell(cell)).state).toBe(cell.state)
})

test.each([
  ['1.909', '1909', true],
  ['1.909', '1.910', false],
  ['99,7', '99,70', true],
  ['99,7', '99,7%', false],
  ['05', '5', true],
  ['0', '', false],
  ['-', '', false],
  ['-', '–', true],
  ['Có', 'Không', false],
])('%j and %j say the same: %s', (one, other, same) => {
  expect(sameCell(parseCell(one), parseCell(other))).toBe(same)
})
