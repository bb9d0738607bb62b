import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { writeSums } from './archive.ts'
import { bundle } from './bundle.ts'
import { installPackages } from './packages.ts'
import { TARGETS } from './target.ts'
import { tryOut } from './try-out.ts'

const ROOT = join(import.meta.dirname, '../../..')
const OUT = join(ROOT, 'out')

const { values } = parseArgs({ options: { try: { type: 'boolean' } } })
const archives = values.try ? [] : makeAll()
for (const file of archives) process.stdout.write(`${relative(ROOT, file)}\n`)
if (values.try) await tryMade(join(OUT, `cchc-hub-${about().version}-linux-x64.tar.gz`))

async function tryMade(file: string): Promise<void> {
  if (existsSync(file)) return tryOut(file)
  process.stderr.write(`There is no ${relative(ROOT, file)} yet: npm run bundle\n`)
  process.exitCode = 2
}

function makeAll(): readonly string[] {
  const work = mkdtempSync(join(tmpdir(), 'cchc-bundle-'))
  try {
    mkdirSync(OUT, { recursive: true })
    const installed = installPackages(ROOT, work)
    const { version, devDependencies } = about()
    const parts = {
      root: ROOT,
      version,
      nodeVersion: devDependencies.node,
      work,
      installed,
      out: OUT,
    }
    const files = TARGETS.map((target) => bundle(target, parts))
    writeSums(OUT, files)
    return files
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function about(): {
  readonly version: string
  readonly devDependencies: { readonly node: string }
} {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
}
