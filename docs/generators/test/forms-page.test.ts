import { readFileSync } from 'node:fs'
import { listTemplates } from '@cchc/forms'
import { expect, test } from 'vitest'
import { formsPage } from '../src/forms/forms-page.ts'

const PAGE = new URL('../../../docs/forms.md', import.meta.url)

test('docs/forms.md is what the data files say; otherwise run npm run docs in docs/generators', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(formsPage())
})

test('every form has a section that says what fills it', () => {
  const page = formsPage()
  for (const { id, title } of listTemplates()) {
    const section = page.split('\n## ').find((text) => text.startsWith(`\`${id}\``)) ?? ''
    expect(section, id).toContain(title)
    expect(section, id).toMatch(/What fills its rows|Its rows are made/)
  }
  expect(page).not.toContain('undefined')
})
