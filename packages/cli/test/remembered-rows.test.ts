import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { RememberedRows } from '../src/commands/fill/remembered-rows.ts'

type Told = ConstructorParameters<typeof RememberedRows>[0]

test('what is told of a row is kept unless that very row is still unknown, and comes again', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'cchc-rows-'))
  const told = (rows: string) => new RememberedRows({ cwd, options: { rows } } as Told)
  expect(told('Sở A = H99.01; SỞ B = H99.02').keep(['Sở An (Tổng số)', 'Sở B (Tổng số)'])).toBe(
    true,
  )
  expect(readFileSync(join(cwd, 'forms', 'rows.txt'), 'utf8')).toBe('Sở A = H99.01\n')
  expect(told('Sở C = H99.03').text).toBe('Sở A = H99.01\nSở C = H99.03')
  expect(told('Sở A = H99.01').keep([])).toBe(false)
})
