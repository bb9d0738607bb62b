import { chmodSync, cpSync, globSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { archive } from './archive.ts'
import type { InstalledPackage } from './installed-packages.ts'
import { keepOneSqlite } from './packages.ts'
import { run } from './run.ts'
import type { Target } from './target.ts'

/** What all bundles are made of. */
export interface Parts {
  readonly root: string
  readonly version: string
  readonly nodeVersion: string
  /** Holds `app` with the installed packages. */
  readonly work: string
  readonly installed: readonly InstalledPackage[]
  readonly out: string
}

/** Puts Node, the packages and what starts them into one archive; returns its path. */
export function bundle(target: Target, parts: Parts): string {
  const folder = join(parts.out, `cchc-hub-${parts.version}-${target.name}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'bin'), { recursive: true })
  putNode(target, parts, folder)
  cpSync(join(parts.work, 'app/node_modules'), join(folder, 'app/node_modules'), {
    recursive: true,
    dereference: true,
  })
  keepOneSqlite(join(folder, 'app'), target.sqlite)
  writeLauncher(target, folder)
  cpSync(join(parts.root, 'LICENSE'), join(folder, 'LICENSE'))
  writeFileSync(join(folder, 'PACKAGES.txt'), packagesText(parts))
  const file = archive(folder, target.archive)
  rmSync(folder, { recursive: true })
  return file
}

function putNode({ nodePackage, node }: Target, { nodeVersion, work }: Parts, folder: string) {
  const from = join(work, nodePackage)
  mkdirSync(from)
  run(from, ['npm', 'pack', `${nodePackage}@${nodeVersion}`, '--silent', '--prefer-offline'])
  run(from, ['tar', '-xzf', ...globSync('*.tgz', { cwd: from })])
  mkdirSync(join(folder, 'node'))
  renameSync(join(from, 'package/bin', node), join(folder, 'node', node))
  chmodSync(join(folder, 'node', node), 0o755)
}

export function writeLauncher({ launcher }: Target, folder: string): void {
  writeFileSync(join(folder, launcher.path), launcher.text, { mode: 0o755 })
}

/** What a bundle holds, for those who keep a register of it. */
function packagesText({ nodeVersion, installed }: Parts): string {
  const lines = installed.map(({ name, version, license }) => `${name} ${version} ${license}\n`)
  return `node ${nodeVersion} MIT\n${lines.join('')}`
}
