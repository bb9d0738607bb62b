import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const page = readFileSync(join(ROOT, 'docs/glossary.md'), 'utf8')
const rows = page.split('\n').filter((line) => /^\| (?!English)\S/.test(line))

test('every term of the glossary has a Vietnamese word, a meaning and a file that exists', () => {
  expect(rows.length).toBeGreaterThan(50)
  for (const row of rows) {
    const [, english, vietnamese, meaning, file = ''] = row.split('|').map((cell) => cell.trim())
    expect([english, vietnamese, meaning], row).not.toContain('')
    expect(existsSync(join(ROOT, file.replaceAll('`', ''))), row).toBe(true)
  }
})

test('the glossary is composed text', () => {
  expect(page).toBe(page.normalize('NFC'))
})
