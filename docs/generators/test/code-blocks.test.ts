import { execFile } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
/** Within this package, so that its packages are found; it is no part of the repository. */
const EXTRACTED = join(import.meta.dirname, '../extracted')
const TSC = join(fileURLToPath(import.meta.resolve('typescript/package.json')), '../bin/tsc')
const PAGES = ['*.md', 'docs/*.md', '{packages,packages/connectors,apps,tests}/*/README.md']

// The compiler starts anew.

interface Block {
  readonly page: string
  readonly name: string
  readonly code: string
}

function blocksOf(page: string): Block[] {
  const text = readFileSync(join(ROOT, page), 'utf8')
  return [...text.matchAll(/^```ts(?: (\S+))?\n(.*?)^```$/gms)].map(([, name = '', code = '']) => ({
    page,
    name,
    code,
  }))
}

/** Blocks that are files of the repository are compiled and tested where these stand. */
const blocks = globSync(PAGES, { cwd: ROOT })
  .flatMap(blocksOf)
  .filter(({ name }) => !name.startsWith('packages/'))

rmSync(EXTRACTED, { recursive: true, force: true })
mkdirSync(EXTRACTED)
for (const { name, code } of blocks) writeFileSync(join(EXTRACTED, name || 'unnamed.ts'), code)
writeFileSync(
  join(EXTRACTED, 'tsconfig.json'),
  JSON.stringify({
    extends: '../../../tsconfig.check.json',
    include: ['.'],
    compilerOptions: { noEmit: true },
  }),
)

test('every block of TypeScript in the docs says which file it is, each its own', () => {
  expect(blocks.length).toBeGreaterThan(3)
  expect(blocks.filter(({ name }) => name === '')).toEqual([])
  expect(new Set(blocks.map(({ name }) => name)).size).toBe(blocks.length)
})

test('every block of TypeScript in the docs compiles', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [TSC, '-p', EXTRACTED]).catch(
    (failed: { stdout: string }) => failed,
  )
  expect(stdout).toBe('')
})

// The connector of docs/connector-contract.md passes the suite that its page tells to run.
await import(join(EXTRACTED, 'city-portal.test.ts'))
