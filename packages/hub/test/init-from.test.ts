import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inWords } from '@cchc/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sync } from '../src/actions/sync.ts'
import { initFrom, openHub } from '../src/index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'init-from-'))
  mkdirSync(join(folder, 'exports'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (name: string, text: string) => writeFileSync(join(folder, 'exports', name), text)

const LIST = `Danh sách hồ sơ (từ ngày 01/01/2025 đến ngày 31/3/2025)
Mã hồ sơ;Người nộp;Mã TTHC;Cơ quan giải quyết;Ngày tiếp nhận;Ngày hẹn trả;Ngày hoàn thành
000.00.53.H16-250310-0001;Lê Thị Măng Cụt;1.004875;Sở Tư pháp;10/3/2025;15/3/2025;12/3/2025
000.00.53.H16-250311-0002;Lê Văn Sầu Riêng;1.004875;Sở Tư pháp;11/3/2025;15/3/2025;`
const FORM = `Từ ngày 15/12/2024 đến ngày 14/3/2025
STT;Đơn vị;Tiếp nhận: Tổng số;Tiếp nhận trực tuyến;Đã giải quyết: Tổng số;Đang giải quyết: Tổng số
1;Sở Xây dựng;50;30;40;10
2;UBND xã Nhân Cơ;20;10;20;0`

test('a folder is looked at, its configuration written, and what it names is read by it', async () => {
  put('a.csv', LIST)
  put('b.csv', FORM)
  put('c.xls', '%PDF')
  const path = join(folder, 'cchc.config.yaml')
  const found = await initFrom(path, { folder: join(folder, 'exports'), now: Date.UTC(2025, 3, 1) })
  expect(found.tables.map(({ file, kind }) => [file, kind])).toEqual([
    ['a.csv', 'dossiers'],
    ['b.csv', 'counts'],
  ])
  expect(found.units).toEqual([
    { name: 'Sở Tư pháp', code: 'H16.53' },
    { name: 'Sở Xây dựng', code: null },
    { name: 'UBND xã Nhân Cơ', code: null },
  ])
  expect(found.notes.map((note) => inWords(note))).toEqual([
    'a.csv: columns about people, left out: Người nộp',
    'c.xls is a PDF, whose tables are not read.',
  ])
  const text = readFileSync(path, 'utf8')
  expect(text).toContain('since: 2025-01-01')
  expect(text + JSON.stringify(found)).not.toMatch(/Măng Cụt|Sầu Riêng/)
  const named = text
    .replace(/#( {2}"Sở Xây dựng":)/, ' $1 H16.54')
    .replace(/^ {4} {3}"Sở/m, '      "Sở')
  writeFileSync(path, named)
  const hub = await openHub({ configPath: path, cwd: folder, now: () => Date.UTC(2025, 3, 1) })
  const { runs } = await hub.act(sync, {})
  expect(runs).toMatchObject([
    {
      streams: { organisations: { new: 2 }, dossiers: { new: 2 }, counts: { new: 1, refused: 1 } },
    },
  ])
  await hub.close()
})

test('nothing is overwritten', async () => {
  put('a.csv', LIST)
  const path = join(folder, 'cchc.config.yaml')
  writeFileSync(path, 'mine')
  const written = initFrom(path, { folder: join(folder, 'exports'), now: Date.UTC(2025, 3, 1) })
  await expect(written).rejects.toThrow('exists already')
  expect(readFileSync(path, 'utf8')).toBe('mine')
})
