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

/** What npm is told to take: the one version that was tested, where there is one. */
export function pins(tested: TestedVersions): Readonly<Record<string, string>> {
  const single = [...tested].flatMap(([name, [version = '', ...others]]) =>
    others.length === 0 ? [[name, version] as const] : [],
  )
  return Object.fromEntries(single)
}
