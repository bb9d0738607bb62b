import { resolve } from 'node:path'
import { createFiles } from '@cchc/connector-kit'
import type { Message } from '@cchc/domain'
import { configTemplate } from './config-template.ts'
import { writeConfig } from './init-config.ts'

/** What was found in a folder, as it is shown: tables with their columns by their heads, and what is not understood. */
export interface FoundInFolder {
  readonly tables: readonly {
    readonly file: string
    readonly sheet: string | null
    readonly kind: 'dossiers' | 'counts'
    readonly columns: readonly { readonly head: string; readonly meaning: string }[]
  }[]
  readonly notes: readonly Message[]
  readonly units: readonly { readonly name: string; readonly code: string | null }[]
}

/**
 * Looks at the exports in a folder and writes a configuration that reads them: units that the files name, with their
 * codes as far as the files tell them. Throws a ConfigError rather than overwrite anything, PortalUnavailable for a
 * folder that cannot be read.
 */
export async function initFrom(
  path: string,
  { folder, now }: { readonly folder: string; readonly now: number },
): Promise<FoundInFolder> {
  const { propose } = await import('@cchc/connector-spreadsheet')
  const limits = { most: 1000, maxMegabytes: 64, depth: 4 }
  const files = createFiles({
    source: { path: resolve(folder), files: limits },
    signal: new AbortController().signal,
  })
  async function* given() {
    for (const file of await files.list()) {
      yield { name: file.path, bytes: await files.read(file) }
    }
  }
  const proposal = await propose(given(), now)
  writeConfig(path, withSource(configTemplate(now), sourceText({ ...proposal, folder })))
  return proposal
}

/** The template with one source instead of its examples. */
function withSource(template: string, source: string): string {
  const [head = '', rest = ''] = template.split(/^sources:\n/m)
  return `${head}sources:\n${source}\n${rest.slice(rest.search(/^reporting:/m))}`
}

function sourceText(
  found: FoundInFolder & { readonly folder: string; readonly since: string | undefined },
): string {
  const known = found.units.filter(({ code }) => code !== null)
  const unknown = found.units.filter(({ code }) => code === null)
  const quoted = JSON.stringify
  return [
    '  # Exports in a folder; what was understood of each file is told by: cchc runs show',
    '  exports:',
    '    connector: spreadsheet',
    `    path: ${quoted(found.folder)}`,
    '    # First day of reception that the lists of dossiers hold whole: check it',
    found.since === undefined ? '    # since: 2024-12-15' : `    since: ${found.since}`,
    '    # Names of units as the files write them, and their codes',
    known.length === 0 ? '    units: {}' : '    units:',
    ...known.map(({ name, code }) => `      ${quoted(name)}: ${code}`),
    ...(unknown.length === 0
      ? []
      : ['    # The files give no code for these: write it, and take the # away']),
    ...unknown.map(({ name }) => `    #  ${quoted(name)}: `),
    '    maxAgeHours: 744',
    '',
  ].join('\n')
}
