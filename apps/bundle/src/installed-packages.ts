import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestedVersions } from './tested-versions.ts'

/** A package of the bundle. */
export interface InstalledPackage {
  readonly name: string
  readonly version: string
  readonly license: string
}

/** Every package that npm put into a folder, by name. */
export function installedPackages(folder: string): readonly InstalledPackage[] {
  const manifests = globSync('**/node_modules/{@*/*,[!.@]*}/package.json', { cwd: folder })
  return manifests
    .map((path) => JSON.parse(readFileSync(join(folder, path), 'utf8')))
    .filter(({ name, version }) => name && version)
    .map(({ name, version, license = 'see its folder' }) => ({ name, version, license }))
    .toSorted((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1))
}

/** Throws where the bundle would hold a package of another version than those that were tested. */
export function requireTested(
  installed: readonly InstalledPackage[],
  tested: TestedVersions,
): void {
  const strange = installed.filter(
    ({ name, version }) => !name.startsWith('@cchc/') && !tested.get(name)?.has(version),
  )
  if (strange.length === 0) return
  const names = strange.map(({ name, version }) => `${name}@${version}`).join(', ')
  throw new Error(`These were never tested, and are in no bundle: ${names}`)
}
