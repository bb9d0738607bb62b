import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHub } from '@cchc/hub'
import { servePortals, smallWorld } from '@cchc/portals'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CCHC } from './cchc-range.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const folder = mkdtempSync(join(tmpdir(), 'cchc-why-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SECRETS = { OPENCPS: 'opencps-password', DVC: 'national-password' }

beforeAll(async () => {
  const portals = await servePortals({ world: smallWorld({ dossiers: 400 }) })
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
      reporting: { since: 2022, until: 2022, periods: ['year'] },
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

/** A real process over what has been synced; the portal is gone. */
function why(...words: readonly string[]) {
  const env = { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', ...SECRETS }
  const options = { cwd: folder, env, encoding: 'utf8' } as const
  return spawnSync(process.execPath, [CCHC, 'why', ...words], options)
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

test('a rate is explained down to units, source and run, for people and as JSON', () => {
  const asked = ['III/3.1', '--org', 'H99', '--period', '2022']
  const { status, stdout, stderr } = why(...asked, '--format', 'json')
  expect([status, stderr]).toEqual([0, ''])
  const { cell, runs, sources } = JSON.parse(stdout)
  const [above, below] = cell.origin.operands
  expect(cell.origin.formula).toBe('III/3.1.2 ÷ III/3.1.1')
  for (const [part, value] of [
    [above, cell.origin.numerator],
    [below, cell.origin.denominator],
  ]) {
    const { contributions, shares } = part.origin
    expect(value).toBeGreaterThan(0)
    expect(sum(contributions.map(({ count }: { count: number }) => count))).toBe(value)
    expect(shares).toEqual([
      { source: 'one-stop', count: value, runs: [{ run: '1', count: value }] },
    ])
  }
  expect(runs).toMatchObject([{ id: '1', source: 'one-stop', connector: 'opencps' }])
  expect(sources).toHaveLength(2)
  expect(sources[0].lastCompletedAt).toMatch(/\+07:00$/)

  const people = why(...asked)
  expect([people.status, people.stderr]).toEqual([0, ''])
  expect(people.stdout).toContain(
    `Tử số ${cell.origin.numerator}; mẫu số ${cell.origin.denominator}`,
  )
  expect(people.stdout).toContain('Công thức: (8) + (9)')
  expect(people.stdout).toMatch(/hồ sơ do lần đồng bộ 1 \(opencps \d/)
  for (const { code } of above.origin.contributions) expect(people.stdout).toContain(code)
})

test('a column of dossier statistics is explained without a form', () => {
  const { status, stdout } = why('resolvedTotal', '--org', 'H99', '--period', '2022')
  expect(status).toBe(0)
  expect(stdout).toContain('Bằng tổng các cột:')
})

test('an unknown row is refused with the nearest ones, an ambiguous one with all it can be', () => {
  const unknown = why('dossiers_on_time_rate_departmnts', '--org', 'H99', '--period', '2022')
  expect(unknown.status).toBe(2)
  expect(unknown.stderr).toContain('Did you mean III/3.1 (')
  const ambiguous = why('3.1', '--org', 'H99', '--period', '2022')
  expect(ambiguous.status).toBe(2)
  expect(ambiguous.stderr).toContain('II/3.1 (')
})
