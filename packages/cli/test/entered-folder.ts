import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CCHC } from '@cchc/command'

/** A folder with a configuration of one department and no portals, and real `cchc` processes in it. */
export function enteredFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-entered-'))
  writeFileSync(
    join(folder, 'cchc.config.yaml'),
    `store:
  url: sqlite:cchc.db
reporting:
  organisation: H42.12
organisations:
  H42: { name: UBND tỉnh Khánh Hòa, level: province }
  H42.12: { name: Ban Dân tộc tỉnh Khánh Hòa, level: department }
`,
  )
  return {
    folder,
    cchc(...words: readonly string[]) {
      const env = { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8' }
      const options = { cwd: folder, env, encoding: 'utf8' } as const
      const { status, stdout, stderr } = spawnSync(process.execPath, [CCHC, ...words], options)
      return { code: status, out: stdout, notes: stderr }
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The path of a published document. */
export function published(name: string): string {
  return fileURLToPath(new URL(`../../domain/test/fixtures/${name}.json`, import.meta.url))
}
