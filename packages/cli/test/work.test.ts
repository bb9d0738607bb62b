import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CCHC } from '@cchc/command'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CchcRange, openRange } from './cchc-range.ts'

// Every step starts a process, which takes long where many tests share the machine.

let range: CchcRange
let first: Awaited<ReturnType<CchcRange['run']>>
beforeAll(async () => {
  range = await openRange()
  range.configure()
  first = await range.run(['sync'])
})
afterAll(() => range.close())

const PERIOD = ['--period', '2022']

async function json(...words: string[]) {
  const ended = await range.run([...words, '--format', 'json'])
  expect(ended.notes).toBe('')
  expect(ended.code).toBe(0)
  return JSON.parse(ended.out)
}

test('--version prints the version alone', () => {
  const { stdout } = spawnSync(process.execPath, [CCHC, '--version'], { encoding: 'utf8' })
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('help is in the language that was asked for', async () => {
  expect((await range.run(['--help'])).out).toMatch(/^Usage: cchc/)
  expect((await range.run(['sync', '--help'], { LANG: 'vi_VN.UTF-8' })).out).toMatch(/^Cách dùng:/)
})

test('init writes a configuration that only lacks its secrets, and never overwrites one', async () => {
  const path = join(range.folder, 'new.yaml')
  expect((await range.run(['init', '--config', path])).code).toBe(0)
  expect(existsSync(path)).toBe(true)
  const sources = await range.run(['sources', '--config', path, '--format', 'json'])
  expect(sources.code).toBe(0)
  expect(JSON.parse(sources.out).items.map(({ id }: { id: string }) => id)).toContain('one-stop')
  expect((await range.run(['init', '--config', path])).code).toBe(2)
})

test('sync tells what it did, and a second one changes nothing', async () => {
  expect(first.code).toBe(0)
  expect(first.out).toMatch(/one-stop\s+done/)
  expect(first.notes).toMatch(/^one-stop dossiers: done, \d+ records/m)
  const again = await range.run(['sync', '--format', 'json'])
  const runs = again.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(runs.map(({ source }: { source: string }) => source)).toEqual(['one-stop', 'dvcqg'])
  for (const { counts } of runs) expect(counts).toMatchObject({ new: 0, changed: 0, refused: 0 })
  expect(again.code).toBe(0)
})

test('runs lists and shows what the syncs did', async () => {
  const { items } = await json('runs', '--source', 'one-stop')
  expect(items.length).toBeGreaterThan(0)
  const shown = await json('runs', 'show', items.at(-1).id)
  expect(shown).toEqual({ ...items.at(-1), gate: [] })
  expect((await range.run(['runs', 'show', 'no-such-run'])).code).toBe(2)
})

test('status is fresh after a sync and stale where nothing was read', async () => {
  expect((await range.run(['status'])).code).toBe(0)
  range.configure({ store: 'sqlite:empty.db' })
  const stale = await range.run(['status', '--format', 'json'])
  range.configure()
  expect(stale.code).toBe(4)
  expect(JSON.parse(stale.out).stale).toBe(true)
})

test('statistics are one JSON document, and a table with Vietnamese numbers for people', async () => {
  const view = await json('stats', 'dossiers', ...PERIOD, '--by', 'level')
  const { statistics } = view.total
  expect(statistics.receivedTotal).toBeGreaterThan(0)
  const sum = view.rows.reduce(
    (total: number, row: { statistics: { receivedTotal: number } }) =>
      total + row.statistics.receivedTotal,
    0,
  )
  expect(sum).toBe(statistics.receivedTotal)
  const table = await range.run(['stats', 'dossiers', ...PERIOD, '--by', 'level'])
  expect(table.out).toContain('Từ ngày 15/12/2021 đến ngày 14/12/2022')
  expect(table.out).toMatch(/\d,\d\d%/)
  const top = await range.run(['stats', 'dossiers', ...PERIOD, '--by', 'level', '--top', '1'])
  expect(top.out).toMatch(/nhóm tiếp nhận nhiều nhất; không hiện \d+ nhóm khác/)
  const totalOf = (text: string) => text.split('\n').at(-2)?.split(/\s+/)
  expect(totalOf(top.out)).toEqual(totalOf(table.out))
  const none = await range.run(['stats', 'dossiers', ...PERIOD, '--top', '0'])
  expect(none).toMatchObject({ code: 2, notes: expect.stringContaining('from 1 to 1000') })
  const csv = await range.run(['stats', 'dossiers', ...PERIOD, '--by', 'level', '--format', 'csv'])
  expect(csv.out.split('\r\n')[0]).toContain('Quy tắc đếm')
})

test('procedures are counted by level and found by name', async () => {
  const { rows, total } = await json('stats', 'procedures', '--by', 'level')
  expect(total).toBe(42)
  expect(rows.map(({ count }: { count: number }) => count)).toEqual([24, 10, 8])
  const { items } = await json('procedures', '--text', 'KHAI SINH')
  expect(items).toHaveLength(1)
  const { items: organisations } = await json('organisations', '--text', '000.00.03.H99')
  expect(organisations).toMatchObject([{ code: 'H99.03', name: 'Sở Tư pháp' }])
})

test('an unknown organisation, period or group ends with 2 and suggestions', async () => {
  const organisation = await range.run(['stats', 'dossiers', ...PERIOD, '--org', 'H99.o3'])
  expect(organisation.code).toBe(2)
  expect(organisation.notes).toContain('H99.03 (Sở Tư pháp)')
  const both = await range.run(['stats', 'dossiers', '--period', '2o22', '--by', 'orgs'])
  expect(both.code).toBe(2)
  expect(both.notes).toContain('2023-Q2')
  expect(both.notes).toMatch(/^ {2}by/m)
  const template = await range.run(['report', 'tt01-06', '--org', 'H99', ...PERIOD])
  expect(template.code).toBe(2)
  expect(template.notes).toContain('Did you mean tt01-06a')
})

test('report writes the formats that were asked for and prints where', async () => {
  const words = ['report', 'tt01-06a', '--org', 'H99', ...PERIOD]
  const { code, out } = await range.run([
    ...words,
    '--format',
    'xlsx,docx,csv,md,json',
    '-o',
    'out',
  ])
  expect(code).toBe(0)
  const files = ['xlsx', 'docx', 'csv', 'md', 'json'].map((format) => `tt01-06a_H99_2022.${format}`)
  expect(out.trim().split('\n')).toEqual(files.map((file) => join('out', file)))
  expect(readdirSync(join(range.folder, 'out')).toSorted()).toEqual(files.toSorted())
  expect((await json(...words)).templateId).toBe('tt01-06a')
  const wrong = await range.run([...words, '--format', 'xls,doc'])
  expect(wrong.code).toBe(2)
  expect(wrong.notes).toContain('"doc"')
})

test('a reader that has gone does not make the command fail', async () => {
  const { status, stderr } = spawnSync(
    'bash',
    ['-c', `set -o pipefail; "${process.execPath}" "${CCHC}" organisations --format json | true`],
    { cwd: range.folder, env: { ...process.env, ...range.passwords }, encoding: 'utf8' },
  )
  expect(stderr).toBe('')
  expect(status).toBe(0)
})

test('refused records make the sync partial and are listed with their reasons', async () => {
  const other = await openRange({ malformedEvery: 40 })
  try {
    other.configure()
    const sync = await other.run(['sync', 'one-stop'])
    expect(sync.code).toBe(3)
    expect(sync.notes).toContain('cchc quarantine')
    const list = await other.run(['quarantine', '--format', 'json'])
    const { items } = JSON.parse(list.out)
    expect(items.length).toBeGreaterThan(0)
    expect(items[0].reasons.length).toBeGreaterThan(0)
    const shown = await other.run(['quarantine', 'show', items[0].id])
    expect(shown.out).toContain(items[0].reasons[0].message)
    expect(list.out + shown.out).not.toContain('CANARY')
    const retried = await other.run(['quarantine', 'retry', '--format', 'json'])
    expect(JSON.parse(retried.out).runs).toMatchObject([{ source: 'one-stop', trigger: 'retry' }])
  } finally {
    await other.close()
  }
})

test('Ctrl-C ends a sync softly, and the next one brings the same figures', async () => {
  const expected = await json('stats', 'dossiers', ...PERIOD, '--by', 'org,month')
  for (const suffix of ['', '-wal', '-shm']) {
    rmSync(join(range.folder, `cchc.db${suffix}`), { force: true })
  }
  const stopped = await range.runAndSignal(['sync', '--format', 'json'], {
    afterRequests: 20,
    signals: ['SIGINT'],
  })
  expect(stopped.code).toBe(130)
  expect(stopped.notes).toContain('press Ctrl-C again')
  expect(JSON.parse(stopped.out)).toMatchObject({
    ...{ source: 'one-stop', status: 'interrupted', error: { code: 'run_interrupted' } },
  })
  expect((await range.run(['sync'])).code).toBe(0)
  expect(await json('stats', 'dossiers', ...PERIOD, '--by', 'org,month')).toEqual(expected)
})

test('--verbose tells each request and page, and nothing of people or secrets', async () => {
  const { notes, code } = await range.run(['sync', 'one-stop', '--full', '--verbose'])
  expect(code).toBe(0)
  expect(notes).toMatch(
    /debug request method="GET" host="127[^"]+" path="\/[^"]+" query=\{[^}]*"start":"0"[^}]*\} status=200 bytes=\d+ ms=\d+/,
  )
  expect(notes).toMatch(/debug page stream="dossiers" records=\d+/)
  for (const secret of Object.values(range.passwords)) expect(notes).not.toContain(secret)
  expect(notes).not.toMatch(/CANARY/)
  const check = await range.run(['sources', 'check', 'one-stop', '--verbose'])
  expect(check.notes).toMatch(/debug request method="GET" /)
})

test('SIGTERM ends with 143', async () => {
  const stopped = await range.runAndSignal(['sync', '--full'], {
    afterRequests: 5,
    signals: ['SIGTERM'],
  })
  expect(stopped.code).toBe(143)
})
