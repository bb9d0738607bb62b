import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { PortalAddresses } from './portals.ts'

/** The repository's root. */
const ROOT = resolve(import.meta.dirname, '../../..')

/** Where the demo writes: `out/` in the repository. */
export const OUT = join(ROOT, 'out')

/** A path as one would type it from the repository's root. */
export function shown(path: string): string {
  return relative(ROOT, path)
}

/** Writes a fresh configuration for the simulated portals and removes the database of an earlier demo. */
export function prepareWorkspace(addresses: PortalAddresses): string {
  mkdirSync(OUT, { recursive: true })
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(OUT, `cchc.db${suffix}`), { force: true })
  secretFile('opencps', addresses.openCps.password)
  secretFile('national-dvc', addresses.national.password)
  const config = join(OUT, 'cchc.config.yaml')
  writeFileSync(config, configuration(addresses))
  return config
}

function secretFile(name: string, secret: string): void {
  writeFileSync(join(OUT, `${name}.secret`), secret, { mode: 0o600 })
}

function configuration({ openCps, national }: PortalAddresses): string {
  return `# Written by npm start for the simulated portals.
store:
  url: sqlite:${join(OUT, 'cchc.db')}
reporting:
  organisation: H16
sources:
  opencps-dak-nong:
    connector: opencps
    baseUrl: ${openCps.url}
    username: ${openCps.username}
    password: \${file:${join(OUT, 'opencps.secret')}}
    groupId: "${openCps.groupId}"
    since: 2021-09-01
  dvcqg:
    connector: national-dvc
    baseUrl: ${national.url}
    username: ${national.username}
    password: \${file:${join(OUT, 'national-dvc.secret')}}
    unitCode: ${national.unitCode}
    reporting: { since: 2022, until: 2022, periods: [year, month] }
`
}
