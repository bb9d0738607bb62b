import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inWords, toAppError } from '@cchc/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sync } from '../src/actions/sync.ts'
import { initFrom, openHub } from '../src/index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'init-from-'))
  mkdirSync(join(folder, 'exports'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const NOW = Date.UTC(2025, 3, 1)

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
  const found = await initFrom(path, { folder: join(folder, 'exports'), now: NOW, language: 'en' })
  expect(found.tables.map(({ file, kind }) => [file, kind])).toEqual([
    ['a.csv', 'dossiers'],
    ['b.csv', 'counts'],
  ])
  expect(found.units).toEqual([
    { name: 'UBND tỉnh', code: 'H16', isOwn: false },
    { name: 'Sở Tư pháp', code: 'H16.53', isOwn: false },
    { name: 'Sở Xây dựng', code: 'H16.701', isOwn: true },
    { name: 'UBND xã Nhân Cơ', code: 'H16.702', isOwn: true },
  ])
  expect(found.notes.map(({ message, fix = '' }) => [inWords(message), inWords(fix)])).toEqual([
    [expect.stringContaining('no column says how dossiers were handed in'), ''],
    [
      'c.xls is a PDF, whose tables are not read.',
      'Ask for the file that it was made from; or open it in Word, save it as .docx, look its tables over and give that file.',
    ],
  ])
  const text = readFileSync(path, 'utf8')
  expect(text + JSON.stringify(found)).not.toMatch(/Măng Cụt|Sầu Riêng/)
  const hub = await openHub({ configPath: path, cwd: folder, now: () => Date.UTC(2025, 3, 1) })
  const { runs } = await hub.act(sync, {})
  expect(runs).toMatchObject([
    {
      streams: { organisations: { new: 4 }, dossiers: { new: 2 }, counts: { new: 2, refused: 0 } },
    },
  ])
  await hub.close()
})

test('nothing is overwritten', async () => {
  put('a.csv', LIST)
  const path = join(folder, 'cchc.config.yaml')
  writeFileSync(path, 'mine')
  const written = initFrom(path, { folder: join(folder, 'exports'), now: NOW, language: 'vi' })
  await expect(written).rejects.toThrow('exists already')
  expect(readFileSync(path, 'utf8')).toBe('mine')
})

test('a folder without any table that is understood is told file by file, with what to do; nothing is written', async () => {
  put('a.doc', '{\\rtf1 …}')
  put('b.xlsx', '')
  put('~$b.xlsx', 'lock')
  const path = join(folder, 'cchc.config.yaml')
  const from = { folder: join(folder, 'exports'), now: NOW, language: 'vi' as const }
  const refused = await initFrom(path, from).catch((thrown: unknown) => toAppError(thrown))
  expect(refused).toMatchObject({
    code: 'usage_invalid',
    faults: [
      {
        message: {
          template: '{file} is a .doc or .rtf document, whose tables are not read.',
        },
      },
      { message: { template: '{place}: holds nothing; export it again' } },
    ],
  })
  expect(existsSync(path)).toBe(false)
  await expect(initFrom(path, { ...from, folder })).rejects.toThrow('among the exports')
  const gone = { ...from, folder: join(folder, 'gone') }
  await expect(initFrom(path, gone)).rejects.toMatchObject({
    code: 'usage_invalid',
    message: expect.stringContaining('That folder cannot be looked at'),
  })
})

test('comments are in the language asked for, two exports of the same days are told, names are NFC', async () => {
  put('a.csv', FORM)
  put('b.csv'.normalize('NFD'), FORM.normalize('NFD'))
  const path = join(folder, 'cchc.config.yaml')
  const from = { folder: join(folder, 'exports'), now: NOW, language: 'vi' as const }
  const { notes, units } = await initFrom(path, from)
  expect(notes.map(({ message }) => inWords(message))).toEqual([
    'Several files state Sở Xây dựng, UBND xã Nhân Cơ for 15/12/2024 - 14/3/2025: a.csv, b.csv',
  ])
  expect(units.map(({ code, isOwn }) => [code, isOwn])).toEqual([
    ['H00', true],
    ['H00.701', true],
    ['H00.702', true],
  ])
  const text = readFileSync(path, 'utf8')
  expect(text).toContain('# Tên đơn vị như trong tệp, và mã đơn vị')
  expect(text).toContain('      Sở Xây dựng: H00.701'.normalize('NFC'))
  rmSync(path)
  await initFrom(path, { ...from, language: 'en' })
  expect(readFileSync(path, 'utf8')).toContain('# Units as the files write them, and their codes')
})

test('of heads that are not understood the configuration holds lines that are ready to be used, and the units are named', async () => {
  put(
    'a.csv',
    `Số BN;Khách hàng;Mã TTHC;Nơi thụ lý;Nhập ngày;Ghi nhận khác
000.00.53.H16-250310-0001;Lê Thị Măng Cụt;1.004875;Sở Tư pháp;10/3/2025;x
000.00.53.H16-250311-0002;Lê Văn Sầu Riêng;1.004875;Sở Tư pháp;11/3/2025;y`,
  )
  const path = join(folder, 'cchc.config.yaml')
  const from = { folder: join(folder, 'exports'), now: NOW, language: 'vi' as const }
  const found = await initFrom(path, from)
  expect(found.columns).toEqual([
    { head: 'Số BN', places: ['a.csv'], meaning: 'code', like: null },
    { head: 'Nhập ngày', places: ['a.csv'], meaning: 'receivedAt', like: 'nhập' },
    { head: 'Ghi nhận khác', places: ['a.csv'], meaning: null, like: null },
  ])
  expect(found.units.map(({ name }) => name)).toEqual(['UBND tỉnh', 'Sở Tư pháp'])
  const text = readFileSync(path, 'utf8')
  expect(text).toContain('    #   code: ["Số BN"] # theo nội dung các ô (a.csv)')
  expect(text).toContain('    #   # chưa rõ: "Ghi nhận khác" (a.csv)')
  expect(text + JSON.stringify(found)).not.toMatch(/Măng Cụt|Sầu Riêng/)
  const uncommented = text
    .replace('# columns:', 'columns:')
    .replace('#   code:', '  code:')
    .replace('#   receivedAt:', '  receivedAt:')
  writeFileSync(path, uncommented)
  const hub = await openHub({ configPath: path, cwd: folder, now: () => NOW })
  const { runs } = await hub.act(sync, {})
  expect(runs).toMatchObject([{ streams: { dossiers: { new: 2, refused: 0 } } }])
  await hub.close()
})
