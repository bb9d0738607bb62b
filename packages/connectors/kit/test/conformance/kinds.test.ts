import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type ConformanceCase, casesOfKind } from '../../src/conformance/cases.ts'
import { testConnector } from '../../src/conformance/conformance.ts'
import { FACT_CHECKS } from '../../src/conformance/declaration-checks.ts'
import { FilesBench } from '../../src/conformance/files/bench.ts'
import { FILES_CHECKS } from '../../src/conformance/files/checks.ts'
import { PushBench } from '../../src/conformance/push/bench.ts'
import { PUSH_CHECKS } from '../../src/conformance/push/checks.ts'
import { FILE_OPTIONS, type FileParts, fieldFiles, GOOD_FILES } from './field-files.ts'
import { GOOD_PUSH, PUSH_OPTIONS, type PushParts, sentFields } from './sent-fields.ts'

testConnector(fieldFiles(), FILE_OPTIONS)
testConnector(sentFields(), PUSH_OPTIONS)

const silent = async () => []

/** What authors of connectors of files get wrong, by the check that finds it. */
const FILE_BUGS: readonly (readonly [string, Partial<FileParts>])[] = [
  ['reads no file before a stream is read', { early: ({ files }) => void readFirst(files) }],
  ['tells of a folder that cannot be reached', { list: ({ files }) => files.list().catch(silent) }],
  ['gives as many records as its files hold', { records: (...at) => good(...at).slice(0, 1) }],
  [
    'gives the written-down records of its files',
    { records: (...at) => good(...at).map((row) => ({ ...row, name: 'x' })) },
  ],
  ['loses nothing after any page, whenever it dies', { isKnown: (_, { read }) => 'a.csv' in read }],
  ['reads nothing again of files that did not change', { isKnown: () => false }],
  ['goes on from cursors of every older version', { step: () => ({}) }],
  [
    'goes on from cursors of every older version',
    {
      step: () => {
        throw new TypeError('no paths')
      },
    },
  ],
  ['reads what is new and what was replaced', { isKnown: ({ path }, { read }) => path in read }],
  [
    'loses to a broken file that file alone, and tells it',
    { records: (...at) => good(...at).filter((row) => 'name' in row) },
  ],
  [
    'loses to a broken file that file alone, and tells it',
    {
      records(text, file) {
        if (!text.startsWith('code')) throw new TypeError('no list')
        return good(text, file)
      },
    },
  ],
  [
    'hands out and tells nothing personal of its files',
    { note: (file) => ({ ...GOOD_FILES.note(file), by: 'Lê Văn Giữ' }) },
  ],
]

let requests = 0

/** What authors of connectors get wrong that are sent to, by the check that finds it. */
const PUSH_BUGS: readonly (readonly [string, Partial<PushParts>])[] = [
  ['says of each body what it holds', { rows: (pushed) => GOOD_PUSH.rows(pushed).slice(1) }],
  ['says of each body what it holds', { stream: 'others' }],
  [
    'gives the written-down records of its bodies',
    { field: (row) => ({ ...GOOD_PUSH.field(row), name: 'x' }) },
  ],
  [
    'says the same of the same body, whenever and wherever it comes',
    { field: (row) => ({ ...GOOD_PUSH.field(row), name: `${++requests}` }) },
  ],
  [
    'says the same of the same body, whenever and wherever it comes',
    { field: (row) => ({ ...GOOD_PUSH.field(row), name: new Date().getFullYear().toString() }) },
  ],
  [
    'throws for a body that it does not understand',
    {
      rows(pushed) {
        try {
          return GOOD_PUSH.rows(pushed)
        } catch {
          return []
        }
      },
    },
  ],
  [
    'loses to a broken row of a body at most its record, and refuses it',
    { map: (rows, map) => rows.map(map) },
  ],
  [
    'loses to a broken row of a body at most its record, and refuses it',
    { map: (rows, map) => GOOD_PUSH.map(rows, map).filter((row) => 'code' in row) },
  ],
  [
    'hands out and tells nothing personal of its bodies',
    { field: (row) => ({ ...row, ...GOOD_PUSH.field(row) }) },
  ],
]

async function readFirst(files: Parameters<FileParts['list']>[0]['files']): Promise<void> {
  const [first] = await files.list()
  if (first) await files.read(first)
}

function good(...at: Parameters<FileParts['records']>): object[] {
  return GOOD_FILES.records(...at)
}

async function saidBy(cases: readonly ConformanceCase[], check: string): Promise<string[]> {
  const said: string[] = []
  for (const { name, run } of cases) {
    if (name === check) await run().catch((thrown: Error) => said.push(thrown.message))
  }
  return said
}

const OF_ALL_KINDS = FACT_CHECKS.map(({ name }) => name)

describe('of connectors of files', () => {
  test('each check of their own catches a planted bug', () => {
    const own = FILES_CHECKS.map(({ name }) => name).filter((name) => !OF_ALL_KINDS.includes(name))
    expect(new Set(FILE_BUGS.map(([check]) => check))).toEqual(new Set(own))
  })

  test.each(FILE_BUGS)('%s', async (check, parts) => {
    const cases = casesOfKind(new FilesBench(fieldFiles(parts), FILE_OPTIONS), FILES_CHECKS)
    expect(await saidBy(cases, check)).toEqual([
      expect.stringContaining(`"${check}" does not hold`),
    ])
  })
})

describe('of connectors that are sent to', () => {
  test('each check of their own catches a planted bug', () => {
    const own = PUSH_CHECKS.map(({ name }) => name).filter((name) => !OF_ALL_KINDS.includes(name))
    expect(new Set(PUSH_BUGS.map(([check]) => check))).toEqual(new Set(own))
  })

  test.each(PUSH_BUGS)('%s', async (check, parts) => {
    const cases = casesOfKind(new PushBench(sentFields(parts), PUSH_OPTIONS), PUSH_CHECKS)
    expect(await saidBy(cases, check)).toEqual([
      expect.stringContaining(`"${check}" does not hold`),
    ])
  })
})

test('files that are read past io.files are not there', async () => {
  const { config } = new FilesBench(fieldFiles(), FILE_OPTIONS)
  expect(() => readFileSync(config.path)).toThrow('ENOENT')
})
