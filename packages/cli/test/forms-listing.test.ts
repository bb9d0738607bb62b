import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { cchcInside } from './cchc-inside.ts'

const cwd = mkdtempSync(join(tmpdir(), 'cchc-forms-'))
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const cchc = (words: readonly string[], language: 'en' | 'vi' = 'en') =>
  cchcInside(words, { cwd, env: {}, language })

test('the forms are listed where no configuration is: makers, periods, document, days, verified or not', async () => {
  const forms = (await cchc(['report'])).split('\n\n')
  const told = (id: string) => forms.find((form) => form.split('\n')[0]?.endsWith(` ${id}`))
  expect(told('07a-btp')).toMatch(
    / 07a\/BTP\n[\s\S]* every organisation\n.* month, quarter, half-year, year\n/,
  )
  expect(told('tt01-06a')).toMatch(
    / Thông tư số 01\/2020\/TT-VPCP ngày 21\/10\/2020\n[\s\S]*31\/7\/2026/,
  )
  const csv = await cchc(['report', '--format', 'csv'], 'vi')
  expect(csv).toContain('chưa đối chiếu với văn bản')
})

test('no two forms look alike', async () => {
  const { items } = JSON.parse(await cchc(['report', '--format', 'json']))
  const shown = items.map(({ id: _, inForce: __, ...form }: Record<string, unknown>) =>
    JSON.stringify(form),
  )
  expect(shown.length).toBeGreaterThan(5)
  expect(new Set(shown).size).toBe(shown.length)
})

test('a configuration that is named and absent is told all the same', async () => {
  await expect(cchc(['report', '--config', 'other.yaml'])).rejects.toThrow('other.yaml')
})
