import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { say, UsageError } from '@cchc/domain'
import { nowDoing, within } from '@cchc/hub/doing'
import { afterAll, expect, test } from 'vitest'
import { journalOf } from '../src/logging/journal.ts'
import { RotatedFile } from '../src/logging/rotated-file.ts'
import { contextIn } from './cchc-inside.ts'

const folder = mkdtempSync(join(tmpdir(), 'cchc-logs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SETTINGS = { format: 'json', level: 'info', megabytes: 1, keep: 2 } as const
const redact = (text: string) => text.replaceAll('secret', '***')

async function journal({ watched = false, verbose = false } = {}) {
  const notes: string[] = []
  const context = await contextIn('en')
  const terminal = { ...context.terminal, watched, note: (text: string) => void notes.push(text) }
  const now = () => Date.UTC(2026, 11, 1)
  const invocation = { ...context, terminal, now, cwd: folder, options: { verbose }, words: [] }
  return {
    notes,
    lines: () => notes.map((line) => JSON.parse(line)),
    ...journalOf(invocation, 'serve'),
  }
}

test('a log of JSON lines says when, how grave, what is being done, and the facts; what is below its level is not told', async () => {
  const one = await journal()
  const log = (await one.openLog(SETTINGS, redact)) ?? expect.fail()
  await within({ requestId: 'r-1' }, async () => {
    log.debug('unheard')
    within({ source: 'province' }, () => {
      nowDoing({ run: '7' })
      log.info('run began', { pages: 2 })
    })
    log.warn('again')
  })
  one.invocation.terminal.note('a note with a secret')
  const error = new UsageError(say('a secret was wrong'), { fix: say('no secret') })
  expect(one.failure(error, { requestId: 'r-2' })).toBe(true)
  const common = { time: '2026-12-01T07:00:00+07:00', command: 'serve' }
  expect(one.lines()).toEqual([
    {
      ...common,
      ...{ level: 'info', requestId: 'r-1', source: 'province', run: '7' },
      ...{ pages: 2, msg: 'run began' },
    },
    { ...common, level: 'warn', requestId: 'r-1', msg: 'again' },
    { ...common, level: 'info', msg: 'a note with a ***' },
    {
      ...common,
      ...{ level: 'error', requestId: 'r-2', code: 'usage_invalid' },
      ...{ fix: 'no ***', msg: 'a *** was wrong' },
    },
  ])
})

test('without the section, and on a terminal that a person watches, nothing is JSON', async () => {
  const silent = await journal()
  expect(await silent.openLog(undefined, redact)).toBeUndefined()
  silent.invocation.terminal.note('as ever')
  const { failure } = silent
  expect([silent.notes, failure(new UsageError(say('x')))]).toEqual([['as ever'], false])
  const watched = await journal({ watched: true })
  const log = (await watched.openLog(SETTINGS, redact)) ?? expect.fail()
  within({ run: '7' }, () => log.info('run began', { pages: 2 }))
  expect(watched.notes).toEqual(['2026-12-01T07:00:00+07:00 info run began pages=2 run="7"'])
})

test('with a folder each command has a file there', async () => {
  const one = await journal({ watched: true })
  const log = (await one.openLog({ ...SETTINGS, folder: 'logs' }, redact)) ?? expect.fail()
  log.info('request')
  const written = readFileSync(join(folder, 'logs', 'cchc-serve.log'), 'utf8')
  expect(JSON.parse(written)).toMatchObject({ msg: 'request' })
  expect(one.notes).toEqual([])
})

test('a file that is full is put aside, and only so many are kept', () => {
  const path = join(folder, 'rotated', 'a.log')
  const file = new RotatedFile(path, { most: 10, keep: 2 })
  for (const line of ['1234567\n', '2\n', '3\n', '444444444\n', '5\n', '6666666666666\n', '7\n']) {
    file.write(line)
  }
  file.close()
  const files = readdirSync(join(folder, 'rotated')).sort()
  expect(files).toEqual(['a.log', 'a.log.1', 'a.log.2'])
  const told = files.map((name) => readFileSync(join(folder, 'rotated', name), 'utf8'))
  expect(told).toEqual(['7\n', '6666666666666\n', '5\n'])
})

test('a file that another program cuts off or moves away goes on', () => {
  const path = join(folder, 'b.log')
  const file = new RotatedFile(path, { most: 1000, keep: 2 })
  file.write('before\n')
  truncateSync(path)
  file.write('cut off\n')
  expect(readFileSync(path, 'utf8')).toBe('cut off\n')
  renameSync(path, `${path}-moved`)
  file.write('anew\n')
  file.close()
  expect(readFileSync(path, 'utf8')).toBe('anew\n')
})
