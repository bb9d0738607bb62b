import { spawn } from 'node:child_process'
import { existsSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CCHC } from '@cchc/command'
import { inWords, isAppError, writtenFaults } from '@cchc/domain'
import { CommanderError } from 'commander'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadMessages } from '../src/messages/index.ts'
import { parserRefusal } from '../src/parser-refusal.ts'
import { cchcInside } from './cchc-inside.ts'
import { openSmallHub, type SmallHub } from './small-hub.ts'

let small: SmallHub
beforeAll(async () => {
  small = await openSmallHub()
})

/** What is told of a command line that is refused: its code, its sentence, its faults. */
async function refusal(line: string): Promise<string> {
  try {
    await cchcInside(line.split(' '), small)
  } catch (thrown) {
    const error =
      thrown instanceof CommanderError ? parserRefusal(thrown, await loadMessages('en')) : thrown
    if (!isAppError(error)) throw thrown
    const faults = writtenFaults(error.faults).map(({ path, message }) => `${path}: ${message}`)
    return [error.code, inWords(error.said), ...faults].join('\n')
  }
  return 'done'
}

test.each([
  'stats dossiers extra --period 2022',
  'stats procedures extra',
  'period list extra',
  'indicators list extra',
  'plan list extra --year 2023',
  'index show extra',
  'quarantine show 1 2',
])('%s: a word too many is no word to leave out', async (line) => {
  expect(await refusal(line)).toMatch(/^usage_invalid\ntoo many arguments/)
})

test.each([
  'stats dossiers --period 2022 --period 2023',
  'report tt01-06a --org H99 --org H99.03 --period 2022',
  'runs --source one-stop --source dvcqg',
])('%s: the second value does not take the place of the first', async (line) => {
  expect(await refusal(line)).toContain('it is given twice')
})

test.each([
  'quarantine retry --limit 5',
  'quarantine --limit 5 retry',
  'quarantine show 1 --stream dossiers',
  'runs show 1 --limit 5',
])('%s: an option of the listing is none of its commands', async (line) => {
  expect(await refusal(line)).toMatch(/^usage_invalid\nthere is no option --(limit|stream)$/)
})

test.each(['1e1', '0x10', '+5', '5.0', '１２', '-1', '0', '99999999999999999999'])(
  '--top %s is no whole number',
  async (top) => {
    const line = `stats dossiers --period 2022 --by org --top ${top}`
    expect(await refusal(line)).toContain('must be a whole number from 1 to 1000')
  },
)

test.each(['2e3', '0x7E6', '20x', '２０２２', ''])('--year %s is no year', async (year) => {
  expect(await refusal(`plan list --year ${year}`)).toContain('year such as 2023')
})

test.each([
  ['runs --source one-stp', 'No source "one-stp" is configured'],
  ['quarantine --source one-stp', 'No source "one-stp" is configured'],
  ['quarantine retry --source one-stp', 'No source "one-stp" is configured'],
  ['quarantine retry 99999', 'There is no quarantined record 99999.'],
  ['procedures --field nothing', 'No field "nothing" is known'],
])('%s: a name that is not known is not an empty list', async (line, said) => {
  expect(await refusal(line)).toMatch(/^not_found\n/)
  expect(await refusal(line)).toContain(said)
})

test.each([
  ['report tt01-06a', 'period: is missing'],
  ['stats dossiers --period 2022 --org=', 'org: must not be empty'],
  ['stats dossiers --period 2022 --tree-at x', 'treeAt: must be a day such as 2023-09-30'],
  ['sync --from 2098-01-01', 'from: must not lie ahead'],
  ['report tt01-06a --period 2022 -o cchc.db', 'cannot be written (EEXIST)'],
  ['report tt01-06a --period 2022 -o cchc.db/below', 'cannot be written (EEXIST)'],
])('%s is told in words', async (line, said) => {
  expect(await refusal(line)).toMatch(/^usage_invalid\n/)
  expect(await refusal(line)).toContain(said)
})

test('a configuration of which nothing was written, and one without sources, do not say that all is well', async () => {
  const config = (name: string, bytes: string | Uint8Array) => {
    writeFileSync(join(small.cwd, name), bytes)
    return `--config ${name}`
  }
  expect(await refusal(`status ${config('empty.yaml', ' \n')}`)).toMatch(
    /^config_invalid\n.* is empty$/,
  )
  const latin = Buffer.from('store: {url: "sqlite:Ng\xf4.db"}', 'latin1')
  expect(await refusal(`status ${config('latin.yaml', latin)}`)).toContain('is no text in UTF-8')
  const none = config('none.yaml', '# nothing yet\nsources: {}\n')
  expect(await refusal(`sync ${none}`)).toContain('No source is configured.')
  expect(await refusal(`sources check ${none}`)).toContain('No source is configured.')
})

interface Ended {
  readonly code: unknown
  readonly notes: string
}

async function ended(
  command: string,
  words: readonly string[],
  out: number | 'ignore',
): Promise<Ended> {
  const child = spawn(command, words, {
    cwd: small.cwd,
    env: { PATH: process.env.PATH, ...small.env },
    stdio: ['ignore', out, 'pipe'],
  })
  let notes = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    notes += text
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  return { code, notes }
}

describe.runIf(process.platform === 'linux')('where no disk has room', () => {
  test('results that could not be written are no success, and no stack trace', async () => {
    const words = [CCHC, 'organisations', '--format', 'json']
    const { code, notes } = await ended(process.execPath, words, openSync('/dev/full', 'w'))
    expect(code).toBe(1)
    expect(notes).toMatch(/^Error: the output could not be written \(ENOSPC\)/)
    expect(notes).not.toMatch(/^\s+at /m)
  })

  test('init leaves no empty configuration behind', async () => {
    const bounded = ['-c', 'ulimit -f 0; exec "$0" "$@"', process.execPath, CCHC]
    const words = [...bounded, 'init', '--config', 'full.yaml']
    const { code, notes } = await ended('bash', words, 'ignore')
    expect([code, notes]).toEqual([2, expect.stringContaining('cannot be written (EFBIG)')])
    expect(existsSync(join(small.cwd, 'full.yaml'))).toBe(false)
  })
})
