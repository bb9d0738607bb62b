import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { isAppError, writtenFaults } from '@cchc/domain'
import { afterAll } from 'vitest'
import { type ConfigLocation, readConfig } from '../src/config/read-config.ts'

/** A written source that is sound but for what a test changes. */
export const SOURCE = {
  connector: 'opencps',
  baseUrl: 'https://motcua.example.gov.vn',
  username: 'cchc',
  password: reference('env:OPENCPS_PASSWORD'),
  groupId: '20126',
  since: '2022-01-01',
}

/** A configuration of one department, without sources. */
export const DEPARTMENT = {
  store: { url: 'sqlite:hub.db' },
  reporting: { organisation: 'H42.12' },
  organisations: {
    H42: { name: 'UBND tỉnh Khánh Hòa', level: 'province' },
    'H42.12': { name: 'Ban Dân tộc tỉnh Khánh Hòa', level: 'department' },
  },
}

export const ENV = { OPENCPS_PASSWORD: 'pass-word', DVC_PASSWORD: 'pass-word-2' }

/** Writes `${inner}`, which a linter would take for a forgotten template. */
export function reference(inner: string): string {
  return ['$', '{', inner, '}'].join('')
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A folder with these files, named by their paths in it; gone when the tests of a file are done. */
export function configFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-config-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

/** Reads a configuration text as a file; further files lie beside it. */
export function readText(
  text: string,
  change: { readonly env?: ConfigLocation['env']; readonly files?: Record<string, string> } = {},
) {
  const cwd = configFolder({ 'cchc.config.yaml': text, ...change.files })
  return readConfig({ cwd, env: change.env ?? ENV })
}

/** The faults of a configuration that cannot be used, by path. */
export async function faultsOf(reading: Promise<unknown>): Promise<Record<string, string>> {
  const failure = await reading.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!isAppError(failure, 'config_invalid'))
    throw failure ?? new Error('the configuration was accepted')
  return Object.fromEntries(
    writtenFaults(failure.faults).map(({ path, message }) => [path, message]),
  )
}
