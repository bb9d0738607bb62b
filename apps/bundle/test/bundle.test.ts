import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { archive, writeSums } from '../src/archive.ts'
import { writeLauncher } from '../src/bundle.ts'
import { requireTested } from '../src/installed-packages.ts'
import { TARGETS } from '../src/target.ts'
import { pins, testedVersions } from '../src/tested-versions.ts'

const ROOT = join(import.meta.dirname, '../../..')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cchc-bundle-test-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A bundle whose command says which words it was given; in its folder as the real one is. */
function smallBundle(): string {
  const bundle = join(folder, 'a bundle')
  const command = join(bundle, 'app/node_modules/@cchc/cli/bin/cchc.js')
  for (const path of [join(bundle, 'bin/x'), join(bundle, 'node/x'), command]) {
    mkdirSync(dirname(path), { recursive: true })
  }
  writeFileSync(command, 'process.stdout.write(process.argv.slice(2).join())')
  symlinkSync(process.execPath, join(bundle, 'node/node'))
  for (const target of TARGETS) writeLauncher(target, bundle)
  return bundle
}

describe.runIf(process.platform === 'linux')('what starts the command', () => {
  const said = (file: string, path: string) =>
    execFileSync(file, ['stats', 'dossiers'], { env: { PATH: path }, encoding: 'utf8' })

  test('needs nothing on the PATH', () => {
    expect(said(join(smallBundle(), 'bin/cchc'), '')).toBe('stats,dossiers')
  })

  test('works through links, whole and relative', () => {
    const bundle = smallBundle()
    symlinkSync(join(bundle, 'bin/cchc'), join(folder, 'whole'))
    symlinkSync('a bundle/bin/cchc', join(folder, 'relative'))
    symlinkSync('relative', join(folder, 'twice'))
    for (const link of ['whole', 'relative', 'twice']) {
      expect(said(join(folder, link), '/usr/bin:/bin'), link).toBe('stats,dossiers')
    }
  })
})

test('the one of Windows names what stands in its bundle, in the lines of Windows', () => {
  const text = readFileSync(join(smallBundle(), 'bin/cchc.cmd'), 'utf8')
  expect(text.split('\r\n')).toEqual([
    '@echo off',
    String.raw`"%~dp0..\node\node.exe" "%~dp0..\app\node_modules\@cchc\cli\bin\cchc.js" %*`,
    '',
  ])
})

test('only versions that were tested are bundled', () => {
  const tested = testedVersions(ROOT)
  const { kysely = '' } = pins(tested)
  const installed = (version: string) => [{ name: 'kysely', version, license: 'MIT' }]
  expect(() => requireTested(installed(kysely), tested)).not.toThrow()
  expect(() => requireTested(installed('0.0.1'), tested)).toThrow('kysely@0.0.1')
})

test('of a package in several versions each is asked for where it fits, the newest first', () => {
  const tested = new Map([['string_decoder', new Set(['1.1.1', '1.10.0', '1.3.0'])]])
  expect(Object.entries(pins(tested))).toEqual([
    ['string_decoder@1.10.0', '1.10.0'],
    ['string_decoder@1.3.0', '1.3.0'],
    ['string_decoder@1.1.1', '1.1.1'],
  ])
})

test('the same content gives the same archive, and its checksum', () => {
  const bundle = smallBundle()
  rmSync(join(bundle, 'node'), { recursive: true })
  for (const kind of ['tar.gz', 'zip'] as const) {
    const first = readFileSync(archive(bundle, kind))
    expect(readFileSync(archive(bundle, kind)).equals(first), kind).toBe(true)
    writeSums(folder, [`${bundle}.${kind}`])
    const sum = createHash('sha256').update(first).digest('hex')
    expect(readFileSync(join(folder, 'SHA256SUMS'), 'utf8')).toBe(`${sum}  a bundle.${kind}\n`)
  }
})
