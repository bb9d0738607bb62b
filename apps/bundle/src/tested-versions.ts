import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** The versions of each package with which everything was tested: those of pnpm-lock.yaml. */
export type TestedVersions = ReadonlyMap<string, ReadonlySet<string>>

export function testedVersions(root: string): TestedVersions {
  const lock = parse(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')) as {
    readonly packages: Readonly<Record<string, unknown>>
  }
  const versions = new Map<string, Set<string>>()
  for (const key of Object.keys(lock.packages)) {
    const at = key.lastIndexOf('@')
    const name = key.slice(0, at)
    versions.set(name, (versions.get(name) ?? new Set()).add(key.slice(at + 1)))
  }
  return versions
}

/** What npm is told to take: of each package the newest tested version with which whoever asks for it is content. */
export function pins(tested: TestedVersions): Readonly<Record<string, string>> {
  return Object.fromEntries([...tested].flatMap(([name, versions]) => pinsOf(name, versions)))
}

/** npm takes the first of several that fits. */
function pinsOf(
  name: string,
  versions: ReadonlySet<string>,
): readonly (readonly [string, string])[] {
  const newestFirst = [...versions].sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  if (newestFirst.length === 1) return newestFirst.map((version) => [name, version])
  return newestFirst.map((version) => [`${name}@${version}`, version])
}
