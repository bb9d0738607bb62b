import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const PACKAGE = join(import.meta.dirname, '..')
const ABOUT = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'))

const folder = mkdtempSync(join(tmpdir(), 'cchc-old-node-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the command from a package that needs a Node which nobody has yet. */
function started(main: string, node = '999.5') {
  const about = { ...ABOUT, imports: { '#main': main }, engines: { node: `>=${node}` } }
  mkdirSync(join(folder, 'bin'), { recursive: true })
  cpSync(join(PACKAGE, 'bin/cchc.js'), join(folder, 'bin/cchc.js'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify(about))
  return spawnSync(process.execPath, [join(folder, 'bin/cchc.js'), '--version'], {
    encoding: 'utf8',
  })
}

test('an old Node is told in one line what to do, in the repository and where cchc is installed', () => {
  const here = started('./src/main.ts')
  expect([here.status, here.stdout]).toEqual([2, ''])
  expect(here.stderr).toBe(
    `cchc needs Node 999.5 or newer, this is ${process.versions.node}: run npm start (or npm install) in the repository, which brings Node 999.5, and then npx cchc\n`,
  )
  const installed = started('./dist/main.js')
  expect([installed.status, installed.stdout]).toEqual([2, ''])
  expect(installed.stderr).toMatch(/^cchc needs Node 999\.5 or newer, this is .*nodejs\.org.*\n$/)
})

test('the smaller part of the version counts too', () => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  expect(started('./src/main.ts', `${major}.${(minor ?? 0) + 1}`).status).toBe(2)
  expect(started('./src/main.ts', `${major}.${minor}`).stdout).toBe(`${ABOUT.version}\n`)
})
