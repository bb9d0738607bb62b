import { readFileSync } from 'node:fs'
import { AUDIT_RULES } from '@cchc/audit'
import { expect, test } from 'vitest'
import { auditRulesPage } from '../src/audit-rules/audit-rules-page.ts'

const PAGE = new URL('../../../docs/audit-rules.md', import.meta.url)
const page = await auditRulesPage()

test('docs/audit-rules.md is what the code says; otherwise run npm run docs in docs/generators', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(page)
})

test('the page has every rule with both of its sentences and what it tells of its example', () => {
  expect(page.match(/^### /gm)).toHaveLength(AUDIT_RULES.length)
  for (const { id, sentence } of AUDIT_RULES) {
    const section = page.split('### ').find((text) => text.startsWith(`\`${id}\``)) ?? ''
    for (const text of [sentence.en, sentence.vi, 'Wrong:', 'Right:']) {
      expect(section, id).toContain(text)
    }
    expect(section, id).toMatch(/^> (error|to look at): .+\\\n> /m)
  }
  expect(page).not.toContain('undefined')
})
