import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { statedCount } from '@cchc/domain/testing'
import { openHub } from '@cchc/hub'
import { sync } from '@cchc/hub/actions/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cchcInside } from './cchc-inside.ts'

const CONNECTOR = fileURLToPath(new URL('../../hub/test/outside/counts-folder.ts', import.meta.url))
const UNIT = {
  ...{ code: 'H99.101', name: 'UBND xã Một', level: 'commune' },
  ...{ parentCode: null, validFrom: null, validTo: null },
}

let cwd: string
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'cchc-stated-'))
  mkdirSync(join(cwd, 'in'))
  const config = {
    connectors: [CONNECTOR],
    store: { url: 'sqlite:cchc.db' },
    reporting: { organisation: 'H99' },
    sources: { sheets: { connector: 'counts-folder', path: 'in' } },
  }
  writeFileSync(join(cwd, 'cchc.config.yaml'), JSON.stringify(config))
  writeFileSync(join(cwd, 'in/units.json'), JSON.stringify([UNIT]))
  const row = statedCount({ organisationCode: 'H99.101', place: 'A12' })
  const { document: _, ...counts } = row
  writeFileSync(join(cwd, 'in/bao-cao.json'), JSON.stringify([counts]))
  const hub = await openHub({ cwd, env: {} })
  await hub.act(sync, {})
  await hub.close()
})
afterAll(() => rmSync(cwd, { recursive: true }))

const run = (words: string) => cchcInside(words.split(' '), { cwd, env: {} })
const PERIOD = '--org H99 --period 2026-01-01..2026-01-31'

test.each(['table', 'md'])('statistics as %s tell above them who states them', async (format) => {
  const out = await run(`stats dossiers ${PERIOD} --format ${format}`)
  expect(out).toContain('Stated by sheets: UBND xã Một, 01/01/2026 - 31/01/2026.')
  expect(out).toMatch(/[| ]5[| ]/)
})

test('statistics for programs tell it beside each row', async () => {
  const csv = await run(`stats dossiers ${PERIOD} --by org --format csv`)
  expect(csv.split('\n')[0]).toContain('Theo số liệu do nguồn cung cấp')
  expect(csv.split('\n')[1]).toContain('sheets: H99.101, 2026-01-01..2026-01-31')
  const { total } = JSON.parse(await run(`stats dossiers ${PERIOD} --format json`))
  expect(total).toMatchObject({
    statistics: { resolvedTotal: 5, receivedTotal: null },
    stated: [{ source: 'sheets', unit: 'H99.101', from: '2026-01-01', to: '2026-01-31' }],
  })
})

test('why tells the row: columns, file, place and run', async () => {
  const out = await run(`why resolvedTotal ${PERIOD}`)
  expect(out).toMatch(
    /Theo số liệu do sheets.* cung cấp: H99\.101; Từ ngày 01\/01\/2026 .*; quy tắc tt01-2020/,
  )
  expect(out).toContain('Nêu: (7) 5')
  expect(out).toMatch(/Từ tệp bao-cao\.json, A12; lần đồng bộ 1 .*hệ thống biết từ/)
})

test('status tells the days of each unit', async () => {
  const { items } = JSON.parse(await run('status --format json'))
  expect(items[0].stated).toEqual([
    { unit: 'H99.101', days: [{ from: '2026-01-01', to: '2026-01-31' }] },
  ])
})
