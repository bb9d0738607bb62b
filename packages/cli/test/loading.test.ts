import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { COMMAND_NAMES } from '../src/commands-by-subject.ts'

const MAIN = new URL('../src/main.ts', import.meta.url).href

/** The files that a command line loads, which Node reads one by one. */
function loadedBy(...words: readonly string[]): readonly string[] {
  const program = `
    import { registerHooks } from 'node:module'
    const loaded = []
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) })
    const { main } = await import(${JSON.stringify(MAIN)})
    const { write } = process.stdout
    process.stdout.write = () => true
    await main(${JSON.stringify(words)})
    process.stdout.write = write
    console.log(JSON.stringify(loaded))`
  const given = ['--input-type=module', '-e', program]
  const { stdout } = spawnSync(process.execPath, given, { encoding: 'utf8' })
  return JSON.parse(stdout)
}

test('the help of cchc loads neither the hub nor schemas', () => {
  const loaded = loadedBy('--help')
  expect(loaded.length).toBeGreaterThan(10)
  expect(loaded.filter((url) => /\/zod\/|packages\/(hub|domain|figures)\//.test(url))).toEqual([])
})

test('the help of a command loads what it asks, and nothing that answers it at length', () => {
  for (const name of COMMAND_NAMES) {
    const loaded = loadedBy(name, '--help')
    const heavy = /\/(exceljs|docx|pg|axios|kysely|better-sqlite3|sync|connector\w*)\//
    expect(
      loaded.filter((url) => heavy.test(url.replace(/\/commands\/(sync|connector)\//, '/'))),
      name,
    ).toEqual([])
  }
})
