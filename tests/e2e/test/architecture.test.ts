import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const PACKAGES = '{packages/*,packages/connectors/*,apps/gateway}'

/** What each package may import beside the domain. Whatever is not here is imported by tests only. */
const STANDS_ON: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  audit: [],
  store: [],
  'connector-kit': [],
  'connector-example': ['connector-kit'],
  'connector-igate': ['connector-kit'],
  'connector-opencps': ['connector-kit'],
  'connector-national-dvc': ['connector-kit'],
  'connector-spreadsheet': ['connector-kit', 'files'],
  sync: ['store', 'connector-kit'],
  figures: ['store'],
  files: ['audit'],
  forms: ['figures', 'files', 'audit', 'store'],
  hub: [
    ...['connector-kit', 'connector-igate', 'connector-opencps', 'connector-national-dvc'],
    'connector-spreadsheet',
    ...['store', 'sync', 'audit', 'figures', 'files', 'forms'],
  ],
  pages: ['hub'],
  gateway: ['hub', 'pages'],
  client: ['hub'],
  cli: ['hub', 'gateway', 'client'],
}

/** Libraries that only one package knows. */
const KNOWN_BY_ONE: Readonly<Record<string, readonly string[]>> = {
  'packages/store': ['kysely', 'pg', 'pg-boss', 'better-sqlite3'],
  'packages/connectors/kit': ['axios', 'xml2js'],
}

/** What only this repository imports: parts of tests, and the table of the demo. */
const NOT_PUBLISHED = [
  ...['@cchc/domain/testing', '@cchc/store/testing', '@cchc/figures/testing'],
  '@cchc/cli/table',
]

interface Package {
  readonly folder: string
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly exports: Readonly<Record<string, string>>
  readonly publishConfig: { readonly exports: Readonly<Record<string, Published>> }
  readonly dependencies: Readonly<Record<string, string>>
}

type Published = string | { readonly types: string; readonly default: string }

const packages = globSync(`${PACKAGES}/package.json`, { cwd: ROOT }).map(
  (file): Package => ({ folder: dirname(file), ...readJson(file) }),
)

function readJson(file: string) {
  return JSON.parse(readFileSync(join(ROOT, file), 'utf8'))
}

const published = packages.filter((one) => !one.private)

const shortName = (name: string) => name.replace('@cchc/', '')

/** What the sources of a package import, by name; `@cchc/hub/views` is `@cchc/hub`. Types count. */
function importedBy(folder: string): string[] {
  const files = globSync(`${folder}/src/**/*.ts`, { cwd: ROOT })
  expect(files.length, folder).toBeGreaterThan(0)
  return files.flatMap((file) => {
    const text = readFileSync(join(ROOT, file), 'utf8')
    const found = text.matchAll(/(?:from|import|require)\s*\(?\s*['"]([\w@][\w@./:-]*)['"]/g)
    return [...found].map(([, path = '']) => /^(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path)
  })
}

test('every package has its place in the table', () => {
  expect(packages.map(({ name }) => shortName(name)).sort()).toEqual(Object.keys(STANDS_ON).sort())
})

test('the table has no circle', () => {
  const reaches = (name: string, path: readonly string[] = []): string[] => {
    if (path.includes(name)) return [[...path, name].join(' -> ')]
    return (STANDS_ON[name] ?? []).flatMap((below) => reaches(below, [...path, name]))
  }
  expect(Object.keys(STANDS_ON).flatMap((name) => reaches(name))).toEqual([])
})

test.each(packages)('$name imports only what it stands on', ({ folder, name }) => {
  const own = shortName(name)
  const allowed = new Set([own, ...(own === 'domain' ? [] : ['domain']), ...(STANDS_ON[own] ?? [])])
  const others = importedBy(folder).filter((path) => path.startsWith('@cchc/'))
  expect(others.filter((path) => !allowed.has(shortName(path)))).toEqual([])
})

test('a library that one package hides is imported by no other', () => {
  for (const [owner, libraries] of Object.entries(KNOWN_BY_ONE)) {
    for (const { folder } of packages.filter((each) => each.folder !== owner)) {
      expect(importedBy(folder).filter((path) => libraries.includes(path))).toEqual([])
    }
  }
})

test('domain and audit are pure: they import nothing but zod', () => {
  for (const pure of ['domain', 'audit']) {
    const foreign = importedBy(`packages/${pure}`).filter((path) => !path.startsWith('@cchc/'))
    expect(new Set(foreign), pure).toEqual(new Set(['zod']))
  }
})

test.each(published)('$name is built after what it depends on, and only after that', (about) => {
  const { references = [] } = readJson(`${about.folder}/tsconfig.build.json`)
  const named = (references as { readonly path: string }[]).map(({ path }) =>
    relative(ROOT, join(ROOT, about.folder, dirname(path))),
  )
  const needed = packages.filter(({ name }) => name in about.dependencies)
  expect(named.sort()).toEqual(needed.map(({ folder }) => folder).sort())
})

test.each(published)('$name is published under the names that it has here', (about) => {
  const { exports, publishConfig } = about
  for (const [path, target] of Object.entries(publishConfig.exports)) {
    const built = exports[path]?.replace(/^\.\/src\/(.*)\.ts$/, './dist/$1')
    const expected = built?.startsWith('./dist/')
      ? { types: `${built}.d.ts`, default: `${built}.js` }
      : built
    expect(target, path).toEqual(expected)
  }
  const kept = Object.keys(exports).filter((path) => !(path in publishConfig.exports))
  expect(kept.filter((path) => !NOT_PUBLISHED.includes(`${about.name}${path.slice(1)}`))).toEqual(
    [],
  )
})

test('all packages have one version', () => {
  expect(new Set(packages.map(({ version }) => version)).size).toBe(1)
})

test('no code asks which form it has before it', () => {
  const ids = globSync('packages/forms/templates/*.json', { cwd: ROOT }).map(
    (file) => JSON.parse(readFileSync(join(ROOT, file), 'utf8')).id as string,
  )
  expect(ids.length).toBeGreaterThan(5)
  // The help of a command may name a form as an example.
  const asking = globSync('packages/*/src/**/*.ts', { cwd: ROOT })
    .filter((file) => !file.includes('/messages/'))
    .filter((file) => {
      const text = readFileSync(join(ROOT, file), 'utf8')
      return ids.some((id) => text.includes(`'${id}'`))
    })
  expect(asking).toEqual([])
})
