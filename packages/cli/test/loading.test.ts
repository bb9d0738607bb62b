import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { COMMAND_NAMES } from '../src/commands-by-subject.ts'

const MAIN = new URL('../src/main.ts', import.meta.url).href

/** The files that each of some command lines loads first in a process that runs them all, which Node reads one by one. */
function loadedBy(lines: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const program = `
    import { registerHooks } from 'node:module'
    let loaded = []
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) })
    const { main } = await import(${JSON.stringify(MAIN)})
    const { write } = process.stdout
    process.stdout.write = () => true
    const all = []
    for (const words of ${JSON.stringify(lines)}) {
      await main(words)
      all.push(loaded)
      loaded = []
    }
    process.stdout.write = write
    console.log(JSON.stringify(all))`
  const given = ['--input-type=module', '-e', program]
  const { stdout } = spawnSync(process.execPath, given, { encoding: 'utf8' })
  return JSON.parse(stdout)
}

test('the help of cchc loads neither the hub nor schemas', () => {
  const [loaded = []] = loadedBy([['--help']])
  expect(loaded.length).toBeGreaterThan(10)
  expect(loaded.filter((url) => /\/zod\/|packages\/(hub|domain|figures)\//.test(url))).toEqual([])
})

test('the help of a command loads what it asks, and nothing that answers it at length', () => {
  const heavy = /\/(exceljs|docx|pg|axios|kysely|better-sqlite3|sync|connector\w*)\//
  const loaded = loadedBy(COMMAND_NAMES.map((name) => [name, '--help']))
  expect(loaded.flat().length).toBeGreaterThan(100)
  expect(loaded).toHaveLength(COMMAND_NAMES.length)
  for (const [index, name] of COMMAND_NAMES.entries()) {
    expect(
      loaded[index]?.filter((url) =>
        heavy.test(url.replace(/\/commands\/(sync|connector)\//, '/')),
      ),
      name,
    ).toEqual([])
  }
})
