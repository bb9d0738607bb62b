import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CCHC } from '@cchc/command'
import { servePortals, smallWorld } from '@cchc/portals'
import excel from 'exceljs'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const folder = mkdtempSync(join(tmpdir(), 'cchc-workbook-'))
const env = { PATH: process.env.PATH, LANG: 'C.UTF-8' }

async function cchc(...words: readonly string[]): Promise<string> {
  const secrets = { OPENCPS: portals.openCps.password, BO: portals.ministry.password }
  const all = { ...env, ...secrets, DVC: portals.national.password }
  const run = promisify(execFile)(process.execPath, [CCHC, ...words], { cwd: folder, env: all })
  return (await run).stdout
}

let portals: Awaited<ReturnType<typeof servePortals>>
beforeAll(async () => {
  const inMinistrySystem = [{ organisation: 'H99.03', count: 3 }]
  const divergence = { from: '2022-05-01', to: '2022-05-31', inMinistrySystem }
  portals = await servePortals({ world: smallWorld({ dossiers: 1000 }), divergence })
  const { openCps, ministry, national } = portals
  const secret = (name: string) => ['$', `{env:${name}}`].join('')
  const oneStop = ({ url, username, groupId }: typeof openCps, name: string) => ({
    ...{ connector: 'opencps', baseUrl: url, username, groupId, since: '2021-09-01' },
    password: secret(name),
  })
  const sources = {
    'one-stop': oneStop(openCps, 'OPENCPS'),
    bo: { ...oneStop(ministry, 'BO'), ministry: { name: 'Bộ Tư pháp' } },
    dvcqg: {
      ...{ connector: 'national-dvc', baseUrl: national.url, username: national.username },
      ...{ password: secret('DVC'), unitCode: national.unitCode },
      reporting: { since: 2022, until: 2022, periods: ['month'] },
    },
  }
  const config = JSON.stringify({ store: { url: 'sqlite:cchc.db' }, sources })
  writeFileSync(join(folder, 'cchc.config.yaml'), config)
  await cchc('sync')
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await portals.close()
})

test('province, ministry and national portal stand side by side in a workbook, with causes in words', async () => {
  const words = ['reconcile', '--period', '2022-M05', '--org', 'H99.03', '--source', 'dvcqg']
  const { lines } = JSON.parse(await cchc(...words, '--format', 'json'))
  const path = await cchc(...words, '--format', 'xlsx', '-o', 'ra')
  expect(path).toBe(`${join('ra', 'doi-chieu_H99.03_2022-05-01..2022-05-31.xlsx')}\n`)
  const workbook = new excel.Workbook()
  await workbook.xlsx.readFile(join(folder, path.trim()))
  const sheet = workbook.getWorksheet('Đối chiếu')
  const rows = (sheet?.getRows(1, sheet.rowCount) ?? []).map(({ values }) => {
    return Array.isArray(values) ? values.slice(1) : []
  })
  expect(rows[0]?.[0]).toBe(
    'BẢNG ĐỐI CHIẾU SỐ LIỆU GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH GIỮA CÁC HỆ THỐNG',
  )
  const head = rows.findIndex(([first]) => first === 'STT')
  expect(rows[head]).toEqual([
    ...['STT', 'Cổng', 'Mã', 'Đơn vị', 'Kỳ', 'Hình thức', 'Chỉ tiêu', 'Tại tỉnh'],
    ...['Chỉ tại hệ thống của bộ', 'Trên cổng', 'Chênh lệch', 'Kết quả', 'Nguyên nhân', 'Chưa rõ'],
  ])
  const table = rows.slice(head + 1, head + 1 + lines.length)
  expect(table.map((row) => row.slice(7, 11))).toEqual(
    lines.map((line: Readonly<Record<string, number>>) => {
      return [line.here, line.inMinistries, line.there, line.difference]
    }),
  )
  expect(table[0]?.[12]).toContain('Giải quyết trên hệ thống của bộ (Bộ Tư pháp): 3 hồ sơ')
  expect(rows.at(-1)?.[0]).toMatch(/^Tổng hợp: \d+ số liệu; /)
})
