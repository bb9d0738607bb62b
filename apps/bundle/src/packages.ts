import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type InstalledPackage, installedPackages, requireTested } from './installed-packages.ts'
import { run } from './run.ts'
import { pins, testedVersions } from './tested-versions.ts'

/**
 * Builds and packs what is published and installs it with all it needs into `folder`, in the versions that were tested;
 * returns what is there. Needs the package registry, or the cache of npm.
 */
export function installPackages(root: string, folder: string): readonly InstalledPackage[] {
  const packed = join(folder, 'packed')
  run(root, ['npm', 'run', 'pack:all', '--', packed])
  const app = join(folder, 'app')
  mkdirSync(app)
  const tested = testedVersions(root)
  const tarballs = globSync('*.tgz', { cwd: packed }).sort()
  writeFileSync(join(app, 'package.json'), JSON.stringify(manifestOf(tarballs, pins(tested))))
  run(app, ['npm', 'install', ...INSTALL])
  // Types are for those who write code; they are never run.
  rmSync(join(app, 'node_modules/@types'), { recursive: true, force: true })
  const installed = installedPackages(app)
  requireTested(installed, tested)
  return installed
}

const INSTALL = [
  '--omit=dev',
  '--omit=peer',
  '--ignore-scripts',
  '--prefer-offline',
  '--no-audit',
  '--no-fund',
]

function manifestOf(tarballs: readonly string[], overrides: Readonly<Record<string, string>>) {
  const dependencies = Object.fromEntries(
    tarballs.map((file) => [nameOf(file), `file:../packed/${file}`]),
  )
  return { private: true, dependencies, overrides }
}

/** `cchc-connector-kit-0.1.0.tgz` is @cchc/connector-kit. */
function nameOf(tarball: string): string {
  return tarball.replace(/^cchc-(.+)-\d.*$/, '@cchc/$1')
}

/** Takes out what only compiles SQLite anew, and its binaries for other platforms. */
export function keepOneSqlite(app: string, platform: string): void {
  const sqlite = join(app, 'node_modules/better-sqlite3')
  for (const part of ['deps', 'src']) rmSync(join(sqlite, part), { recursive: true, force: true })
  for (const file of globSync('prebuilds/*.node', { cwd: sqlite })) {
    if (file !== join('prebuilds', `${platform}.node`)) rmSync(join(sqlite, file))
  }
}
