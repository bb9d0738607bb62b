import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPackageFromTarballData, type Package } from '@arethetypeswrong/core'

const ROOT = join(import.meta.dirname, '../../..')

/** A package as it is published. */
export interface Tarball {
  readonly file: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly content: Package
}

interface Manifest {
  readonly name: string
  readonly private?: boolean
}

/** Builds and packs everything that is published, as a release does; a build that is up to date is taken from turbo. */
export function packAll(folder: string): Tarball[] {
  const { packageManager } = manifest<{ readonly packageManager: string }>('.')
  const words = ['--yes', packageManager, 'run', 'pack:all', folder]
  execFileSync('npx', words, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
  return globSync('*.tgz', { cwd: folder })
    .sort()
    .map((name) => {
      const file = join(folder, name)
      const bytes = new Uint8Array(readFileSync(file))
      return { file, bytes, content: createPackageFromTarballData(bytes) }
    })
}

/** The names of the workspace's packages that are not private. */
export function publishedNames(): string[] {
  const folders = globSync('{packages,packages/connectors,apps,tests,docs}/*/package.json', {
    cwd: ROOT,
  })
  const manifests = folders.map((file) => manifest<Manifest>(join(file, '..')))
  return manifests.flatMap(({ name, private: kept }) => (kept ? [] : [name])).sort()
}

function manifest<T>(folder: string): T {
  return JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as T
}
