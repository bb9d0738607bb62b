import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHub } from '@cchc/hub'
import { type Divergence, servePortals, smallWorld } from '@cchc/portals'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CCHC } from './cchc-range.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const folder = mkdtempSync(join(tmpdir(), 'cchc-reconcile-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SECRETS = { OPENCPS: 'opencps-password', DVC: 'national-password' }

const divergence: Divergence = {
  from: '2022-05-01',
  to: '2022-05-31',
  twoCodes: [{ organisation: 'H99.03', count: 2 }],
  unexplained: [{ organisation: 'H99.32', count: 1 }],
}

beforeAll(async () => {
  const portals = await servePortals({ world: smallWorld({ dossiers: 1500 }), divergence })
  const { openCps, national } = portals
  const secret = (name: string) => ['$', `{env:${name}}`].join('')
  const sources = {
    'one-stop': {
      connector: 'opencps',
      baseUrl: openCps.url,
      username: openCps.username,
      password: secret('OPENCPS'),
      groupId: openCps.groupId,
      since: '2021-09-01',
    },
    dvcqg: {
      connector: 'national-dvc',
      baseUrl: national.url,
      username: national.username,
      password: secret('DVC'),
      unitCode: national.unitCode,
      reporting: { since: 2022, until: 2022, periods: ['month'] },
    },
  }
  // JSON is YAML too.
  const config = { store: { url: 'sqlite:cchc.db' }, sources }
  writeFileSync(join(folder, 'cchc.config.yaml'), JSON.stringify(config))
  const hub = await openHub({ cwd: folder, env: SECRETS })
  const runs = await hub.sync()
  await hub.close()
  await portals.close()
  expect(runs.map(({ status }) => status)).toEqual(['done', 'done'])
})

/** A real process over what has been synced; the portals are gone. */
function reconcile(...words: readonly string[]) {
  const env = { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', ...SECRETS }
  const { status, stdout, stderr } = spawnSync(process.execPath, [CCHC, 'reconcile', ...words], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  return { code: status, out: stdout, notes: stderr }
}

test('an unexplained difference ends with 3, and people see it in their words', () => {
  const { code, out, notes } = reconcile('--period', '2022')
  expect(notes).toBe('')
  expect(code).toBe(3)
  expect(out).toContain('Từ ngày 01/01/2022 đến ngày 31/12/2022')
  expect(out).toMatch(/lệch \d+; thiếu 0; đã rõ nguyên nhân \d+; .* chưa rõ nguyên nhân 2/)
  expect(out).toMatch(
    /H99\.03 .*05\/2022 +Tất cả +Tiếp nhận .* -2 +Lệch +Một hồ sơ có hai mã: 2 hồ sơ/,
  )
  expect(out).toMatch(/H99\.32 .*Đúng hạn .* \+1 +Lệch +chưa rõ nguyên nhân/)
  expect(out).not.toContain('Khớp')
})

test('explained differences and tolerated ones end with 0', () => {
  expect(reconcile('--period', '2022-M05', '--org', 'H99.03').code).toBe(0)
  expect(reconcile('--period', '2022', '--tolerance', '1').code).toBe(0)
  expect(reconcile('--period', '2022-M06').code).toBe(0)
})

test('JSON is one document, CSV and Markdown hold the same lines', () => {
  const words = ['--period', '2022-M05', '--org', 'H99.03', '--source', 'dvcqg']
  const { lines, summary } = JSON.parse(reconcile(...words, '--format', 'json').out)
  expect(lines.length).toBe(summary.byVerdict.different)
  expect(lines[0]).toMatchObject({
    organisation: { code: 'H99.03' },
    difference: -2,
    causes: [{ code: 'two_codes', dossiers: 2, confidence: 'identified' }],
  })
  const csv = reconcile(...words, '--format', 'csv')
    .out.trim()
    .split(/\r?\n/)
  expect(csv).toHaveLength(lines.length + 1)
  expect(csv[1]).toContain('two_codes=2')
  expect(csv[1]).toContain('dvc-progress-tree.totalReceived')
  const md = reconcile(...words, '--format', 'md').out.split('\n')
  expect(md.filter((line) => line.startsWith('|'))).toHaveLength(lines.length + 2)
  const all = JSON.parse(reconcile(...words, '--format', 'json', '--all').out)
  expect(all.lines).toHaveLength(summary.lines)
})

test('where all figures are equal, people read the summary alone', () => {
  const { code, out, notes } = reconcile('--period', '2022-M06')
  expect({ code, notes }).toEqual({ code: 0, notes: '' })
  expect(out).toMatch(/^(\d+) số liệu; khớp \1; lệch 0; thiếu 0; [^\n]+ chưa rõ nguyên nhân 0\n$/)
  const { out: whole } = reconcile('--period', '2022')
  expect(whole.split('\n')[1]).toMatch(/; \d\.\d{3} số liệu; khớp \d\.\d{3}; /)
})

test('wrong words end with 2', () => {
  expect(reconcile('--period', '2022', '--tolerance', 'some').code).toBe(2)
  expect(reconcile('--period', '2019').notes).toContain('Sync the national portal first')
})
