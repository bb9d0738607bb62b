import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A folder with the configuration of a province, and of departments below it, until the tests of the file end. */
export function hubFolder(departments: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-hub-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const below = Object.entries(departments).map(
    ([code, name]) => `  ${code}: { name: ${name}, level: department }\n`,
  )
  writeFileSync(
    join(folder, 'cchc.config.yaml'),
    `store: { url: 'sqlite:hub.db' }
organisations:
  H42: { name: UBND tỉnh Khánh Hòa, level: province }
${below.join('')}`,
  )
  return folder
}
