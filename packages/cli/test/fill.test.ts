import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import excel from 'exceljs'
import { beforeAll, expect, test } from 'vitest'
import { cchcInside } from './cchc-inside.ts'
import { hubFolder } from './hub-folder.ts'

const cwd = hubFolder()

const HEAD = ['STT', 'Chỉ tiêu thống kê', 'Đơn vị tính', 'Số liệu', 'Ghi chú']
const TOTAL = { formula: 'D6+D7', result: 0 }
const ROWS = [
  ['I.', 'Công tác chỉ đạo điều hành CCHC', '', null],
  ['2', 'Tỷ lệ hoàn thành Kế hoạch CCHC năm', '%', null],
  ['2.1.', 'Số nhiệm vụ đề ra trong kế hoạch', 'Nhiệm vụ', null],
  ['2.2.', 'Số nhiệm vụ đã hoàn thành', 'Nhiệm vụ', null],
  ['3', 'Kiểm tra CCHC', '', null],
  ['3.1.', 'Số sở, ngành đã kiểm tra', 'Cơ quan, đơn vị', 9],
  ['3.2.', 'Số UBND cấp huyện đã kiểm tra', 'Cơ quan, đơn vị', null],
  ['9.8', 'Tổng của ba dòng trên', 'Nhiệm vụ', TOTAL],
  ['9.9', 'Số chậu hoa đã tưới', 'Chậu', null],
]

/** A received form of two sheets: merged titles, widths, a percent cell, a formula, a cell filled before. */
async function receive(name: string, rows: readonly (typeof ROWS)[number][]): Promise<void> {
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('Biểu 1')
  sheet.mergeCells('A1:E1')
  sheet.getCell('A1').value = 'BÁO CÁO CẢI CÁCH HÀNH CHÍNH'
  sheet.getCell('A1').alignment = { horizontal: 'center' }
  sheet.getCell('A1').font = { bold: true, size: 14 }
  sheet.getCell('A2').value = 'Từ ngày 15/12/2021 đến ngày 14/12/2022'
  sheet.getRow(3).values = HEAD
  for (const [index, values] of rows.entries()) {
    const row = sheet.getRow(4 + index)
    row.values = values
    for (const column of [1, 2, 3, 4, 5]) row.getCell(column).border = BOX
  }
  sheet.mergeCells('A4:E4')
  sheet.getCell('D5').numFmt = '0.00%'
  const widths = { A: 7, B: 46, C: 18, D: 14, E: 20 }
  for (const [letter, width] of Object.entries(widths)) sheet.getColumn(letter).width = width
  const other = book.addWorksheet('Hướng dẫn')
  other.getCell('A1').value = 'Ghi số liệu vào cột “Số liệu” của Biểu 1'
  await book.xlsx.writeFile(join(cwd, name))
}

const THIN = { style: 'thin' } as const
const BOX = { top: THIN, bottom: THIN, left: THIN, right: THIN }

const ASKED = ['--org', 'H42', '--period', '2023', '--anyway']

async function cchc(...words: readonly string[]) {
  let code: number | undefined
  const exitWith = (given: number) => {
    code = given
  }
  return { out: await cchcInside(words, { cwd, env: {}, exitWith }), code }
}

async function opened(name: string) {
  const book = new excel.Workbook()
  await book.xlsx.readFile(join(cwd, name))
  return book
}

beforeAll(async () => {
  const figures = {
    plan_tasks_total: '1.234',
    plan_tasks_done: '1.209',
    departments_inspected: '8',
  }
  for (const [id, value] of Object.entries(figures)) {
    await cchc('indicators', 'set', id, value, '--org', 'H42', '--period', '2023', '--by', 'an')
  }
  await receive('bieu.xlsx', ROWS)
})

test('empty cells get what the hub prints; what stands there stays, the rest is told', async () => {
  const words = ['--template', 'bnv-581-province', '--format', 'json']
  const { out, code } = await cchc('fill', 'bieu.xlsx', ...ASKED, ...words)
  expect(code).toBe(3)
  const told = JSON.parse(out)
  expect(told.filled.map((one: Record<string, string>) => [one.address, one.value])).toEqual([
    ['Biểu 1!D5', '97,97%'],
    ['Biểu 1!D6', '1.234'],
    ['Biểu 1!D7', '1.209'],
  ])
  expect(told.notes).toEqual([expect.stringContaining('other days')])
  expect(told.kept).toMatchObject([{ address: 'Biểu 1!D9', held: '9', hub: '8' }])
  expect(told.formulas).toMatchObject([{ address: 'Biểu 1!D11' }])
  expect(told.open.map((one: Record<string, string>) => [one.address, one.reason])).toEqual([
    ['Biểu 1!D10', expect.stringContaining('not reported')],
    ['Biểu 1!D12', expect.stringContaining('no row of the form')],
  ])
  const sheet = (await opened(told.file)).getWorksheet('Biểu 1')
  const at = (cell: string) => sheet?.getCell(cell).value
  expect(['D6', 'D7', 'D9', 'D10'].map(at)).toEqual([1234, 1209, 9, null])
  expect(at('D5')).toBeCloseTo(1209 / 1234, 11)
  expect(at('D11')).toEqual({ formula: 'D6+D7' })
  expect(sheet?.getCell('D5').numFmt).toBe('0.00%')
  expect(sheet?.getCell('E1').isMerged).toBe(true)
  expect(sheet?.getColumn('B').width).toBe(46)
  const { code: checked } = await cchc('check', told.file)
  expect(checked).toBe(0)
})

test('all filled ends with 0; the received form is never written over', async () => {
  await receive('du.xlsx', ROWS.slice(0, 4))
  const words = ['du.xlsx', ...ASKED, '--template', 'bnv-581-province']
  const before = readFileSync(join(cwd, 'du.xlsx'))
  await expect(cchc('fill', ...words, '-o', 'du.xlsx')).rejects.toThrow('written over')
  expect(readFileSync(join(cwd, 'du.xlsx'))).toEqual(before)
  const { out, code } = await cchc('fill', ...words, '-o', 'ra/gui.xlsx')
  expect(code).toBe(0)
  expect(out).toContain('3 cells filled')
  expect(existsSync(join(cwd, 'ra/gui.xlsx'))).toBe(true)
})

test('without --template the form is the one of the level whose rows the file has', async () => {
  await expect(cchc('fill', 'bieu.xlsx', ...ASKED)).rejects.toThrow('rows of no form')
  await cchc('report', 'bnv-581-province', ...ASKED, '-o', 'mau.xlsx')
  const book = await opened('mau.xlsx')
  for (const sheet of book.worksheets) {
    if (sheet.state !== 'visible') book.removeWorksheet(sheet.id)
  }
  await book.xlsx.writeFile(join(cwd, 'mau.xlsx'))
  const { out } = await cchc('fill', 'mau.xlsx', ...ASKED, '--format', 'json')
  const { template, kept, formulas } = JSON.parse(out)
  expect(template).toBe('bnv-581-province')
  expect(kept).toHaveLength(3)
  expect(formulas).toHaveLength(1)
  expect(kept.filter(({ hub }: { hub: string | null }) => hub !== null)).toEqual([])
})

test('a row of a list that is not known can be told by its label or its cell, and is filled then', async () => {
  const named = ['bieu.xlsx', ...ASKED, '--template', 'bnv-581-province', '--format', 'json']
  const rows = 'Số chậu hoa đã tưới = departments_inspected; Biểu 1!D10 = plan_tasks_done'
  const { out } = await cchc('fill', ...named, '-o', 'noi.xlsx', '--rows', rows)
  const told = JSON.parse(out)
  expect(told.open).toMatchObject([{ address: 'Biểu 1!D10' }, { address: 'Biểu 1!D12' }])
  await receive('chau.xlsx', [...ROWS.slice(0, 3), ['9.9', 'Số chậu hoa đã tưới', '', null]])
  const alone = ['chau.xlsx', ...named.slice(1), '--rows', 'Số chậu hoa đã tưới = plan_tasks_done']
  const filled = JSON.parse((await cchc('fill', ...alone)).out).filled
  expect(filled.at(-1)).toMatchObject({ address: 'Biểu 1!D7', value: '1.209' })
})
