import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')

/** Layers from the bottom up; a package may import from layers below its own and, where named, beside it. */
const LAYERS: readonly (readonly string[])[] = [
  ['domain'],
  ['connector-kit', 'store', 'audit'],
  ['connector-opencps', 'connector-national-dvc', 'sync', 'figures', 'files'],
  ['forms'],
  ['hub'],
  ['gateway'],
  ['cli'],
]
const TEST_ONLY = ['portals', 'e2e', 'bench', 'demo', 'docs-generators']

interface SourceFile {
  readonly file: string
  readonly imports: readonly string[]
}

function importsOf(file: string): SourceFile {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const found = text.matchAll(/(?:from|import)\s*\(?\s*['"]@cchc\/([a-z-]+)[^'"]*['"]/g)
  return { file, imports: [...found].map((match) => match[1] ?? '') }
}

function shippedFiles(): SourceFile[] {
  const files = globSync('{packages/*,packages/connectors/*,apps/gateway}/src/**/*.ts', {
    cwd: ROOT,
  })
  return files.filter((file) => !file.includes('/testing/')).map(importsOf)
}

function packageOf(file: string): string {
  const folder = file.slice(0, file.indexOf('/src/'))
  const name = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')).name as string
  return name.replace('@cchc/', '')
}

const layerOf = (name: string) => LAYERS.findIndex((layer) => layer.includes(name))

test('no package imports upwards or sideways', () => {
  const files = shippedFiles()
  expect(files.length).toBeGreaterThan(20)
  const upward = files.flatMap(({ file, imports }) => {
    const own = packageOf(file)
    expect(layerOf(own), `${dirname(file)} belongs to no layer`).toBeGreaterThanOrEqual(0)
    return imports
      .filter((name) => name !== own && !allowed(own, name))
      .map((name) => `${file} imports @cchc/${name}`)
  })
  expect(upward).toEqual([])
})

/** Sync stands on the store, reports on the store: both are one layer down; nothing else is beside. */
function allowed(own: string, name: string): boolean {
  if (TEST_ONLY.includes(name)) return false
  return layerOf(name) >= 0 && layerOf(name) < layerOf(own)
}

test('only the hub names concrete connectors, only the store names SQL libraries, only the kit names axios', () => {
  const naming = (pattern: RegExp) =>
    globSync('{packages/*,packages/connectors/*,apps/gateway}/src/**/*.ts', { cwd: ROOT }).filter(
      (file) => pattern.test(readFileSync(join(ROOT, file), 'utf8')),
    )
  const outside = (files: string[], folder: string) =>
    files.filter((file) => !file.startsWith(folder))
  expect(outside(naming(/['"]@cchc\/connector-(?!kit)/), 'packages/hub/')).toEqual([])
  expect(outside(naming(/from ['"](kysely|pg|better-sqlite3)['"]/), 'packages/store/')).toEqual([])
  expect(outside(naming(/from ['"](axios|saxes|xml2js)['"]/), 'packages/connectors/kit/')).toEqual(
    [],
  )
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

test('the domain imports nothing but zod', () => {
  const foreign = globSync('packages/domain/src/**/*.ts', { cwd: ROOT }).flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/from ['"]([^.'"][^'"]*)['"]/g)]
      .map((match) => match[1])
      .filter((name) => name !== 'zod')
      .map((name) => `${file}: ${name}`),
  )
  expect(foreign).toEqual([])
})
