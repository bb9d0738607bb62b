import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inWords } from '@cchc/domain'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../src/config/read-config.ts'
import { openHub } from '../src/index.ts'
import { sourceChecks } from '../src/questions/source-checks.ts'
import { loadVietnamese } from '../src/vietnamese/index.ts'
import { configFolder, faultsOf, readText, reference } from './config-text.ts'
import { cityPortal } from './outside/connector.ts'

const PACKAGE = fileURLToPath(new URL('./outside', import.meta.url))
const CITY = {
  connector: 'city-portal',
  baseUrl: 'https://city.example.gov.vn',
  token: reference('env:CITY_TOKEN'),
}
const ENV = { CITY_TOKEN: 'not-for-everybody' }

function configuration(connectors: readonly string[], city: object = CITY): string {
  return JSON.stringify({ connectors, sources: { city } })
}

/** A configuration's folder in which the package is installed as npm does it. */
function installed(text: string): string {
  const cwd = configFolder({ 'cchc.config.yaml': text })
  mkdirSync(join(cwd, 'node_modules'))
  symlinkSync(PACKAGE, join(cwd, 'node_modules', 'city-portal-connector'))
  return cwd
}

describe('a connector that is no part of the hub', () => {
  it.each([
    ['a folder', PACKAGE],
    ['a file', join(PACKAGE, 'connector.ts')],
  ])('is loaded from %s', async (_, path) => {
    const { sources } = await readText(configuration([path]), { env: ENV })
    expect(sources).toMatchObject([
      {
        id: 'city',
        connector: { version: cityPortal.version },
        config: { token: 'not-for-everybody' },
      },
    ])
  })

  it('is loaded by the name of its package, installed beside the configuration', async () => {
    const cwd = installed(configuration(['city-portal-connector']))
    expect((await readConfig({ cwd, env: ENV })).sources).toHaveLength(1)
  })

  it('is loaded from a path relative to the configuration', async () => {
    const cwd = installed(configuration(['./node_modules/city-portal-connector']))
    expect((await readConfig({ cwd, env: ENV })).sources).toHaveLength(1)
  })

  it('has its settings checked as those of any other', async () => {
    const faults = await faultsOf(
      readText(configuration([PACKAGE], { ...CITY, token: 'plain', pages: 1 }), { env: ENV }),
    )
    expect(faults).toEqual({
      'sources.city.pages': expect.stringContaining('is not a setting'),
      'sources.city.token': expect.stringContaining('is a secret and must not be written here'),
    })
  })

  it('brings its own Vietnamese', async () => {
    const hub = await openHub({
      cwd: installed(configuration(['city-portal-connector'])),
      env: ENV,
      words: async () => {
        const catalogue = await loadVietnamese()
        return (text) => inWords(text, catalogue)
      },
    })
    const { items } = await hub.ask(sourceChecks, {})
    await hub.close()
    expect(items[0]?.error?.message).toBe('thành phố không biết chúng ta')
  })
})

describe('what cannot be loaded is told beside all other faults', () => {
  const FILES = {
    'empty/package.json': '{ "name": "empty", "type": "module", "exports": "./index.js" }',
    'empty/index.js': 'export const nothing = 1',
    'unbuilt/package.json': '{ "name": "unbuilt", "type": "module", "exports": "./dist/index.js" }',
    'broken.mjs': 'throw new Error("CANARY of a foreign text")',
    'syntax.mjs': 'export const = 1',
    'missing.mjs': 'import "no-such-package-anywhere"',
    'old.mjs':
      "export const old = { id: 'city-portal', version: '1', title: '', config: {}, streams: {}, open() {}, check() {} }",
  }
  it.each([
    ['no-such-connector', 'npm install'],
    ['./nowhere', 'starts from the folder of the configuration'],
    ['./empty', 'exports no connector'],
    ['./unbuilt', 'not built'],
    ['./broken.mjs', 'cannot be loaded (Error)'],
    ['./syntax.mjs', 'cannot be loaded ('],
    ['./old.mjs', 'install a newer version of the connector'],
    ['./missing.mjs', 'cannot be loaded (ERR_MODULE_NOT_FOUND)'],
  ])('%s', async (name, told) => {
    const faults = await faultsOf(readText(configuration([name]), { files: FILES, env: ENV }))
    expect(faults['connectors.0']).toContain(told)
    expect(Object.keys(faults)).toEqual(['connectors.0'])
    expect(JSON.stringify(faults)).not.toContain('CANARY')
  })

  it('a second connector of one id', async () => {
    const faults = await faultsOf(
      readText(configuration([PACKAGE, join(PACKAGE, 'connector.ts'), './opencps.mjs']), {
        env: ENV,
        files: {
          'opencps.mjs':
            "export const own = { id: 'opencps', contract: 2, version: '1', title: '', config: {}, streams: {}, open() {}, check() {} }",
        },
      }),
    )
    expect(faults).toMatchObject({
      'connectors.1': expect.stringContaining('one of that id already'),
      'connectors.2': expect.stringContaining('opencps'),
    })
  })
})
