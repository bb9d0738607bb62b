import { expect, test } from 'vitest'
import { CAUSE_NAMES, CAUSES, COUNTING_RULES, EXTRA_FIGURES, QUESTIONS } from '../../src/index.ts'

test('every rule has a name of its own', () => {
  expect(new Set(COUNTING_RULES.map(({ id }) => id)).size).toBe(COUNTING_RULES.length)
  expect(COUNTING_RULES.map(({ id }) => id)).toEqual([
    'tt01-2020',
    'qd766-2022',
    'opencps-2',
    'btp-07a',
  ])
})

test.each(COUNTING_RULES)('$id answers every question, in words and for the program', (rule) => {
  expect(Object.keys(rule.answers).sort()).toEqual([...QUESTIONS].sort())
  expect(Object.keys(rule.choices).sort()).toEqual([...CAUSES].sort())
  for (const answer of Object.values(rule.answers)) expect(answer).toMatch(/^\S.*\.?$/)
  const order = EXTRA_FIGURES.filter((figure) => rule.extraFigures.includes(figure))
  expect(rule.extraFigures).toEqual(order)
})

test('rules that answer a question alike for the program do so for every pair of causes', () => {
  for (const cause of CAUSES) expect(CAUSE_NAMES[cause]).not.toBe('')
  const kinds = CAUSES.filter(
    (cause) => new Set(COUNTING_RULES.map(({ choices }) => choices[cause])).size < 2,
  )
  expect(kinds).toEqual([])
})
