import { expect, test } from 'vitest'
import {
  CAUSE_NAMES,
  CAUSES,
  COUNTING_RULES,
  type DossierStatistics,
  EXTRA_FIGURES,
  II06_COLUMNS,
  QUESTION_NAMES,
  QUESTIONS,
} from '../../src/index.ts'

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
  const order = EXTRA_FIGURES.filter((figure) => rule.extraFigures.includes(figure))
  expect(rule.extraFigures).toEqual(order)
})

test.each([
  ['tt01-2020', ['Thông tư 01/2020/TT-VPCP'], '2020-12-15', '2026-07-31'],
  ['qd766-2022', ['Quyết định 766/QĐ-TTg'], '2022-06-23', null],
  ['opencps-2', [], null, null],
  ['btp-07a', ['Biểu mẫu 07a/BTP'], '2026-08-01', null],
])('%s says what it stands on and since when, and what is left open', (id, documents, from, to) => {
  const rule = COUNTING_RULES.find((one) => one.id === id)
  expect(rule?.legalBasis.map(({ type, number }) => `${type} ${number}`)).toEqual(documents)
  const limit = (day: string | null) => day && { day, verified: false }
  expect(rule?.inForce).toMatchObject({ from: limit(from), to: limit(to) })
  expect(rule?.remarks.length).toBeGreaterThan(0)
})

test('every cause has a name, and every question is answered differently by some rules', () => {
  expect(Object.keys(QUESTION_NAMES)).toEqual(QUESTIONS)
  expect(Object.keys(CAUSE_NAMES)).toEqual([...CAUSES, 'unexplained'])
  const kinds = CAUSES.filter(
    (cause) => new Set(COUNTING_RULES.map(({ choices }) => choices[cause])).size < 2,
  )
  expect(kinds).toEqual([])
})

test.each(COUNTING_RULES)('$id computes the rate that it writes', (rule) => {
  const row = Object.fromEntries(
    II06_COLUMNS.map(({ key }, index) => [key, 2 ** index]),
  ) as DossierStatistics
  const parts = rule.onTimeFormula.split('/').map((part) =>
    [...part.matchAll(/\((\d+)\)/g)].reduce((sum, [, number]) => {
      const column = II06_COLUMNS.find((one) => one.number === `(${number})`)
      return sum + (column === undefined ? Number.NaN : row[column.key])
    }, 0),
  )
  expect(rule.onTime(row)).toEqual({ numerator: parts[0], denominator: parts[1] })
})
