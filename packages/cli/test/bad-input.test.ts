import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { htmlPage } from '@cchc/portals'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type CchcRange, openRange } from './cchc-range.ts'

// Every step starts a process, which takes long where many tests share the machine.

let range: CchcRange
beforeAll(async () => {
  range = await openRange()
})
afterAll(() => range.close())
beforeEach(() => {
  range.misbehave(undefined)
  range.configure()
})

test('commands, options and words that do not exist are refused with what was probably meant', async () => {
  const command = await range.run(['sink'])
  expect(command).toMatchObject({ code: 2, out: '' })
  expect(command.notes).toBe('Error: there is no command sink\nWhat to do: Did you mean sync?\n')
  const option = await range.run(['sync', '--fro', '2022-01-01'])
  expect(option.code).toBe(2)
  expect(option.notes).toContain('Did you mean --from?')
  const word = await range.run(['sources', 'chek'])
  expect(word).toMatchObject({ code: 2 })
  expect(word.notes).toContain('Known: check, drift.')
  expect((await range.run(['runs', '--limit', '0'])).code).toBe(2)
  expect((await range.run(['stats', 'dossiers'])).code).toBe(2)
})

test('a missing configuration, and every fault of a wrong one, end with 2', async () => {
  const missing = await range.run(['status', '--config', 'nowhere.yaml'])
  expect(missing.code).toBe(2)
  expect(missing.notes).toContain('cchc init')
  writeFileSync(
    join(range.folder, 'wrong.yaml'),
    'stor: {}\nsources:\n  a:\n    connector: opencp\n  b:\n    connector: opencps\n    pasword: x\n',
  )
  const wrong = await range.run(['sync', '--config', 'wrong.yaml'])
  expect(wrong).toMatchObject({ code: 2, out: '' })
  for (const path of ['stor', 'sources.a.connector', 'sources.b.pasword', 'sources.b.baseUrl']) {
    expect(wrong.notes).toContain(`  ${path}: `)
  }
  const told = await range.run(['status', '--config', 'wrong.yaml', '--format', 'json'])
  const { error } = JSON.parse(told.notes)
  expect(error.code).toBe('config_invalid')
  expect(error.faults.length).toBeGreaterThanOrEqual(4)
})

test('a wrong password fails that source, and is nowhere printed', async () => {
  const env = { OPENCPS_PASSWORD: 'not-the-password' }
  const sync = await range.run(['sync', 'one-stop', '--verbose'], env)
  expect(sync.code).toBe(1)
  expect(sync.out).toMatch(/one-stop\s+failed/)
  expect(sync.notes).toMatch(/one-stop: Error: .+\n(.*\n)*one-stop: What to do: /)
  expect(sync.out + sync.notes).not.toContain('not-the-password')
  const check = await range.run(['sources', 'check', '--format', 'json'], env)
  expect(check.code).toBe(1)
  const { items } = JSON.parse(check.out)
  expect(items[0]).toMatchObject({ id: 'one-stop', ok: false, error: { code: 'portal_denied' } })
  expect(items[1]).toMatchObject({ id: 'dvcqg', ok: true })
})

test('a portal that is down or answers HTML fails its run and says why', async () => {
  range.configure({ openCpsUrl: 'http://127.0.0.1:1' })
  const down = await range.run(['sync', 'one-stop'])
  expect(down.code).toBe(1)
  expect(down.notes).toContain('127.0.0.1')
  range.configure()
  range.misbehave(htmlPage())
  const html = await range.run(['sync', 'one-stop', '--format', 'json'])
  expect(html.code).toBe(1)
  expect(JSON.parse(html.out)).toMatchObject({
    ...{ source: 'one-stop', status: 'failed', error: { code: 'portal_unavailable' } },
  })
})

test('with --lang vi all of an error is Vietnamese, JSON keeps the English text', async () => {
  const words = ['stats', 'dossiers', '--period', '2022-Q9', '--org', 'H99', '--lang', 'vi']
  const told = await range.run(words)
  expect(told).toMatchObject({ code: 2, out: '' })
  expect(told.notes.split('\n')).toEqual([
    'Lỗi: dùng sai lệnh: Có một tham số không đúng.',
    '  period: Không đọc được kỳ "2022-Q9". Hãy viết kỳ dạng 2023, 2023-H1, 2023-H2, 2023-Q2, 2023-M06, 2023-W24, 2023-9M, Quý II/2023 hoặc 2022-12-15..2023-06-10.',
    '',
  ])
  const json = await range.run([...words, '--format', 'json'])
  expect(JSON.parse(json.notes).error.message).toBe('A parameter is wrong.')
  const word = await range.run(['status', '--format', 'xml', '--lang', 'vi'])
  expect(word.notes).toContain(
    "giá trị 'xml' của tùy chọn '--format <dạng>' không dùng được: Chỉ được chọn trong table, json, csv, md.",
  )
  const sync = await range.run(['sync', 'one-stop', '--lang', 'vi'], { OPENCPS_PASSWORD: 'x' })
  expect(sync.notes).toMatch(/one-stop: Lỗi: OpenCPS không nhận ra người dùng/)
  expect(sync.notes).toMatch(/one-stop: Cách xử lý: Hãy kiểm tra username, password và groupId/)
})

test('the help is Vietnamese down to what stands between brackets', async () => {
  const { out } = await range.run(['sync', '--help', '--lang', 'vi'])
  expect(out).toContain('Cách dùng: cchc sync [tùy chọn] [NGUỒN...]')
  expect(out).toContain('--from <ngày>')
  expect(out).not.toMatch(/choices|default|options/)
})

test('days that cannot be read are refused before anything is fetched', async () => {
  const { code, notes } = await range.run(['sync', '--from', '2022-13-01', '--to', 'x'])
  expect(code).toBe(2)
  expect(notes).toContain('  from: ')
  expect(notes).toContain('  to: ')
})

test('a database that cannot be written, or is none, fails with what to do', async () => {
  writeFileSync(join(range.folder, 'a-file'), 'x')
  range.configure({ store: 'sqlite:a-file/cchc.db' })
  const under = await range.run(['status'])
  expect(under.code).toBe(1)
  expect(under.notes).toContain('What to do: ')
  writeFileSync(join(range.folder, 'broken.db'), 'this is no database '.repeat(500))
  range.configure({ store: 'sqlite:broken.db' })
  const broken = await range.run(['sync'])
  expect(broken).toMatchObject({ code: 1, out: '' })
  expect(broken.notes).toContain('broken.db is damaged')
  expect(broken.notes).not.toMatch(/^\s+at /m)
})
