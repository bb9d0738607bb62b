import { readFileSync } from 'node:fs'
import { COUNTING_RULES } from '@cchc/domain'
import { expect, test } from 'vitest'
import { countingRulesPage } from '../src/counting-rules/counting-rules-page.ts'

const PAGE = new URL('../../../docs/counting-rules.md', import.meta.url)

test('docs/counting-rules.md is what the code says; otherwise run npm run docs in docs/generators', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(countingRulesPage())
})

test('the page says everything about every rule', () => {
  const page = countingRulesPage()
  for (const { id, name, answers, remarks } of COUNTING_RULES) {
    const texts = [...Object.values(answers), ...remarks].flatMap(({ en, vi }) => [en, vi])
    for (const text of [id, name, ...texts]) expect(page).toContain(text)
  }
  expect(page).not.toContain('undefined')
})

test('the example shows every rule differing, and no two dossiers for nothing', () => {
  const page = countingRulesPage()
  for (const letter of 'ABCDEFGHI') expect(page).toMatch(new RegExp(`^\\| ${letter} \\|`, 'm'))
  expect(page.match(/^From `tt01-2020` to /gm)).toHaveLength(COUNTING_RULES.length - 1)
})
