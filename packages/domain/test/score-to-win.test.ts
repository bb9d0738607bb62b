import { expect, test } from 'vitest'
import { scoreToWin } from '../src/index.ts'

const stated = (
  score: number | null,
  maximum: number,
  numerator: number | null,
  denominator: number,
) => scoreToWin({ score, maximum, numerator, denominator, ratio: null })

test('a score that grows with its share: what is missing to the whole, and what each is worth', () => {
  expect(stated(15, 20, 300, 400)).toEqual({ more: 100, pointsEach: 0.05 })
  expect(stated(4.33, 6, 13, 18)?.more).toBe(5)
})

test.each([
  [0.9, 4, 60, 100, 30],
  [0.8, 1, 40, 100, 40],
  [0.5, 3, 25, 100, 25],
])('full marks from a share of %d on', (target, score, numerator, denominator, more) => {
  const maximum = (score * target * denominator) / numerator
  expect(stated(score, maximum, numerator, denominator)?.more).toBe(more)
})

test.each([
  ['nothing is lost', 20, 20, 300, 300],
  ['full marks below the whole', 6, 6, 95, 100],
  ['it follows from something else', 7.7, 12, 30, 100],
  ['no score', null, 20, 1, 2],
  ['no part is stated', 10, 20, null, 2],
  ['more than all', 10, 20, 3, 2],
  ['none of none', 10, 20, 0, 0],
])('no arithmetic where %s', (_why, score, maximum, numerator, denominator) => {
  expect(stated(score, maximum, numerator, denominator)).toBeUndefined()
})
