import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import excel from 'exceljs'
import { afterAll, expect, test } from 'vitest'
import { cchcInside } from './cchc-inside.ts'

const cwd = mkdtempSync(join(tmpdir(), 'cchc-annotate-'))
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const HEAD = ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu']

/** A list of a total, which is right where its first part is 60. */
async function send(name: string, first: number): Promise<void> {
  const book = new excel.Workbook()
  book
    .addWorksheet('Biểu 1')
    .addRows([
      HEAD,
      ['1', 'Tổng số hồ sơ đã giải quyết', 'Hồ sơ', 100],
      ['', 'Trước hạn', 'Hồ sơ', first],
      ['', 'Đúng hạn', 'Hồ sơ', 40],
    ])
  await book.xlsx.writeFile(join(cwd, name))
}

async function check(...words: readonly string[]) {
  let code: number | undefined
  const exitWith = (given: number) => {
    code = given
  }
  const out = await cchcInside(['check', ...words], { cwd, env: {}, language: 'vi', exitWith })
  return { code, out }
}

async function noteAt(name: string, cell: string): Promise<string> {
  const book = new excel.Workbook()
  await book.xlsx.readFile(join(cwd, name))
  const { note } = book.worksheets[0]?.getCell(cell) ?? {}
  return typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join('')
}

test('a copy has what was found as a comment at its cell; the file itself and what is there stay', async () => {
  await send('so.xlsx', 61)
  const before = readFileSync(join(cwd, 'so.xlsx'))
  const first = await check('so.xlsx', '--annotate')
  expect(first.code).toBe(5)
  expect(first.out).toContain('Bản sao có ghi chú: so_ghi-chu.xlsx')
  expect(await noteAt('so_ghi-chu.xlsx', 'D2')).toMatch(/^Lỗi: dòng 2 .* = 101\.\nCần ghi: 101$/)
  expect(readFileSync(join(cwd, 'so.xlsx'))).toEqual(before)

  const copy = readFileSync(join(cwd, 'so_ghi-chu.xlsx'))
  const again = JSON.parse((await check('so.xlsx', '--annotate', '--format', 'json')).out)
  expect(again.annotated).toBeNull()
  expect(again.notAnnotated).toContain('so_ghi-chu.xlsx đã có')
  expect(again.findings[0]).toMatchObject({ cells: ['D2', 'D3', 'D4'] })
  expect(readFileSync(join(cwd, 'so_ghi-chu.xlsx'))).toEqual(copy)

  const onto = await check('so.xlsx', '--annotate', '-o', 'so.xlsx', '--format', 'json')
  expect(JSON.parse(onto.out).notAnnotated).toContain('so.xlsx đã có')
  const named = await check('so.xlsx', '--annotate', '-o', 'gửi lại/a.xlsx', '--format', 'json')
  expect(JSON.parse(named.out).annotated).toBe('gửi lại/a.xlsx')
})

test('a file that cannot hold comments is checked all the same, and told; without faults there is no copy', async () => {
  writeFileSync(join(cwd, 'a.csv'), `${HEAD.join(';')}\n1;Tổng số hồ sơ;Hồ sơ;98%\n`)
  const { code, out } = await check('a.csv', '--annotate', '--format', 'json')
  expect(code).toBe(5)
  expect(JSON.parse(out)).toMatchObject({
    checked: 1,
    annotated: null,
    notAnnotated: expect.stringContaining('a.csv không phải tệp xlsx hay docx'),
  })
  await send('tot.xlsx', 60)
  const good = await check('tot.xlsx', '--annotate')
  expect(good.code).toBe(0)
  expect(existsSync(join(cwd, 'tot_ghi-chu.xlsx'))).toBe(false)
  await expect(check('tot.xlsx', '-o', 'ra')).rejects.toThrow('--annotate')
})

test('of a folder each faulty file has its copy, also two of one name', async () => {
  for (const folder of ['n', 'n/a', 'n/b']) mkdirSync(join(cwd, folder))
  await send('n/a/bieu.xlsx', 61)
  await send('n/b/bieu.xlsx', 70)
  writeFileSync(join(cwd, 'n/c.csv'), `${HEAD.join(';')}\n1;Tổng số hồ sơ;Hồ sơ;98%\n`)
  const { code, out } = await check('n', '--annotate', '-o', 'ra')
  expect(code).toBe(5)
  expect(out).toContain('ghi chú: ra/bieu_ghi-chu.xlsx')
  expect(out).toContain('ghi chú: ra/bieu_ghi-chu-2.xlsx')
  expect(out).toContain('c.csv không phải tệp xlsx hay docx')
  expect(await noteAt('ra/bieu_ghi-chu-2.xlsx', 'D2')).toContain('= 110')
})
