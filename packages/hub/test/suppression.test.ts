import { describe, expect, test } from 'vitest'
import { determinedCells } from '../src/suppression/determined-cells.ts'
import { type CellsWithSums, hiddenCells } from '../src/suppression/hidden-cells.ts'
import type { Sum } from '../src/suppression/sum.ts'

const of = (whole: number, ...parts: readonly number[]): Sum => ({ whole, parts })
const hiddenIn = (values: CellsWithSums['values'], sums: readonly Sum[], below = 5) =>
  [...hiddenCells({ values, sums, below })].sort()

describe('what is not told', () => {
  test('are small counts, and never a zero by itself', () => {
    expect(hiddenIn([0, 1, 4, 5, 100, null], [])).toEqual([1, 2, 5])
    expect(hiddenIn([0, 1, 4, 5], [], 2)).toEqual([1])
  })

  test('is the smallest other part where one follows from its sum', () => {
    expect(hiddenIn([3, 50, 20, 73], [of(3, 0, 1, 2)])).toEqual([0, 2])
  })

  test('is one more where those that are hidden are still few together', () => {
    expect(hiddenIn([1, 1, 20, 30, 52], [of(4, 0, 1, 2, 3)])).toEqual([0, 1, 2])
    expect(hiddenIn([3, 4, 20, 30, 57], [of(4, 0, 1, 2, 3)])).toEqual([0, 1])
  })

  test('is the sum where nothing else is there', () => {
    expect(hiddenIn([3, 0, 3], [of(2, 0, 1)])).toEqual([0, 2])
  })

  test('is what would reveal a small count by several sums together', () => {
    // A table of two by two with its four margins: one more of its row and one of its column do not protect it.
    const margins = [of(4, 0, 1), of(5, 2, 3), of(6, 0, 2), of(7, 1, 3)]
    const small = new Set([0, 1, 2])
    expect([...determinedCells(margins, small)].sort()).toEqual([0, 1, 2])
    expect([...determinedCells(margins, new Set([...small, 3]))]).toEqual([])
    const hidden = hiddenIn([2, 30, 40, 50, 32, 90, 42, 80], margins)
    expect(hidden.length).toBeGreaterThan(3)
    expect(determinedCells(margins, new Set(hidden))).not.toContain(0)
  })

  test('is one more where three sums, each with two hidden cells, have one solution', () => {
    // Of 3, 50 and 60 each two are added up.
    const sums = [of(3, 0, 1), of(4, 1, 2), of(5, 2, 0)]
    expect([...determinedCells(sums, new Set([0, 1, 2]))].sort()).toEqual([0, 1, 2])
    const hidden = hiddenIn([3, 50, 60, 53, 110, 63], sums)
    expect(hidden.length).toBeGreaterThan(3)
    expect(determinedCells(sums, new Set(hidden))).not.toContain(0)
  })

  test('a count that is in no answer counts among what is hidden, and is protected too', () => {
    const unseen = new Set([1])
    const sums = [of(2, 0, 1)]
    expect([...hiddenCells({ values: [98, 2, 100], unseen, sums, below: 5 })].sort()).toEqual([
      0, 1,
    ])
    expect([...hiddenCells({ values: [40, 60, 100], unseen, sums, below: 5 })]).toEqual([1])
  })
})

/** Two groups and their total in three columns, of which the first is the sum of the others. */
const AT = (row: number, column: number) => row * 3 + column
const SUMS = [
  ...[0, 1, 2].map((row) => of(AT(row, 0), AT(row, 1), AT(row, 2))),
  ...[0, 1, 2].map((column) => of(AT(2, column), AT(0, column), AT(1, column))),
]

function tableOf(parts: readonly number[]): number[] {
  const [a = 0, b = 0, c = 0, d = 0] = parts
  return [a + b, a, b, c + d, c, d, a + b + c + d, a + c, b + d]
}

const partsOf = (number: number, base: number) =>
  [0, 1, 2, 3].map((place) => Math.floor(number / base ** place) % base)

/** Every table of counts up to 13 that a reader can think of. */
const TABLES = Array.from({ length: 14 ** 4 }, (_, number) => tableOf(partsOf(number, 14)))

test('a reader who tries every table finds several values for each small count', () => {
  for (let number = 7; number < 10 ** 4; number += 613) {
    const values = tableOf(partsOf(number, 10))
    const hidden = hiddenCells({ values, sums: SUMS, below: 5 })
    const fitting = TABLES.filter((other) =>
      values.every((value, cell) => hidden.has(cell) || other[cell] === value),
    )
    for (const [cell, value] of values.entries()) {
      if (value === 0 || value >= 5) continue
      const found = new Set(fitting.map((other) => other[cell]))
      expect(found.size, `${values} hides ${[...hidden]}: ${cell}`).toBeGreaterThan(1)
    }
  }
})
