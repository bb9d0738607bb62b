import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import excel from 'exceljs'
import { beforeAll, expect, test } from 'vitest'
import { docx, p, plainTable } from '../../files/test/grid/documents.ts'
import { cchcInside } from './cchc-inside.ts'
import { hubFolder } from './hub-folder.ts'

const UNITS = { 'H42.12': 'Sở Nội vụ', 'H42.13': 'Sở Y tế', 'H42.14': 'Sở Tư pháp' }
const cwd = hubFolder(UNITS)

async function cchc(...words: readonly string[]) {
  let code: number | undefined
  const exitWith = (given: number) => {
    code = given
  }
  return { out: await cchcInside(words, { cwd, env: {}, exitWith }), code }
}

const HEAD = ['Mã', 'Nội dung', 'ĐVT', 'Kết quả']
const ROWS: readonly (readonly string[])[] = [
  ['A', 'Thực hiện kế hoạch', ''],
  ['1', 'Số nhiệm vụ đã hoàn thành', 'Nhiệm vụ'],
  ['2', 'Số nhiệm vụ đề ra trong kế hoạch', 'Nhiệm vụ'],
  ['3', 'Tỷ lệ hoàn thành Kế hoạch CCHC năm', '%'],
  ['B', 'Việc khác', ''],
  ['4', 'Số chậu hoa đã tưới', 'Chậu'],
]

/** A form in an order of its own, for Sở Nội vụ and the first quarter. */
async function receive(name: string): Promise<void> {
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('Phiếu')
  sheet.mergeCells('A1:D1')
  sheet.getCell('A1').value = 'SỞ NỘI VỤ'
  sheet.getCell('A2').value = 'BÁO CÁO NHANH QUÝ I NĂM 2026'
  sheet.getCell('A2').font = { bold: true, size: 15 }
  sheet.getCell('A3').value = 'Kèm theo Kế hoạch năm 2025 của tỉnh'
  sheet.getCell('C3').value = 'Khánh Hòa, ngày 3 tháng 4 năm 2026'
  for (const [index, values] of [HEAD, ...ROWS].entries()) {
    sheet.getRow(5 + index).values = [...values]
  }
  sheet.getColumn('B').width = 51
  await book.xlsx.writeFile(join(cwd, name))
}

const FIGURES = { done: 'plan_tasks_done', total: 'plan_tasks_total' } as const

async function enter(org: string, period: string, of: Readonly<Record<'done' | 'total', string>>) {
  for (const [key, id] of Object.entries(FIGURES)) {
    const value = of[key as 'done' | 'total']
    await cchc('indicators', 'set', id, value, '--org', org, '--period', period, '--by', 'an')
  }
}

async function sheetOf(name: string) {
  const book = new excel.Workbook()
  await book.xlsx.readFile(join(cwd, name))
  const [sheet] = book.worksheets
  if (!sheet) throw new RangeError(`no sheet in ${name}`)
  return { book, sheet, at: (cell: string) => sheet.getCell(cell).value }
}

const ID = 'bao-cao-nhanh'
const FIRST = ['--org', 'H42.12', '--period', '2026-Q1']
const SECOND = ['--org', 'H42.13', '--period', '2026-Q2']
const learn = (...words: readonly string[]) =>
  cchc('fill', 'nhanh.xlsx', ...FIRST, '--learn', ID, '--format', 'json', ...words)

beforeAll(async () => {
  await enter('H42.12', '2026-Q1', { done: '5', total: '20' })
  await enter('H42.13', '2026-Q2', { done: '30', total: '40' })
  await receive('nhanh.xlsx')
})

test('a form of a shape never seen is filled and learnt, and printed as it was received for others', async () => {
  const { out, code } = await learn()
  expect(code).toBe(3)
  const { filled, open, learnt } = JSON.parse(out)
  expect(learnt).toBe(ID)
  expect(filled.map((one: Record<string, string>) => [one.rowId, one.value])).toEqual([
    ['D7', '5'],
    ['D8', '20'],
    ['D9', '25,00%'],
  ])
  expect(open).toMatchObject([{ address: 'D11', isUnknown: true }])

  expect((await cchc('report')).out).toContain(ID)
  const { out: path, code: done } = await cchc('report', ID, ...SECOND)
  expect([path, done]).toEqual([`${ID}_H42.13_2026-Q2.xlsx\n`, 0])
  const { sheet, at } = await sheetOf(path.trim())
  expect(['A1', 'A2', 'A3'].map(at)).toEqual([
    'SỞ Y TẾ',
    'BÁO CÁO NHANH QUÝ II NĂM 2026',
    'Kèm theo Kế hoạch năm 2025 của tỉnh',
  ])
  expect(['D7', 'D8', 'D9', 'D11'].map(at)).toEqual([30, 40, 75, null])
  expect(sheet.getCell('A2').font).toMatchObject({ bold: true, size: 15 })
  expect([sheet.getColumn('B').width, sheet.getCell('D1').isMerged]).toEqual([51, true])
  expect((await cchc('check', path.trim())).code).toBe(0)
  const asked = await cchc('report', ID, ...SECOND, '--format', 'json')
  const { cautions } = JSON.parse(asked.out).provenance
  expect(cautions).toEqual([
    expect.stringContaining('“ngày 3 tháng 4 năm 2026”'),
    expect.stringContaining('“năm 2025”'),
    expect.stringContaining('“Số chậu hoa đã tưới” để trống'),
  ])
})

test('why takes the cells of a learnt form as its rows', async () => {
  const { out } = await cchc('why', 'D9', ...SECOND, '--template', ID)
  expect(out).toContain('Công thức: D7 ÷ D8')
  expect(out).toContain('Tử số 30; mẫu số 40')
  const unnamed = await cchc('why', 'plan_tasks_done', '--org', 'H42', '--period', '2026')
  expect(unnamed.out).toContain('(province-2025)')
})

test('a row is told once; what was learnt of another file is never written over', async () => {
  const rows = ['--rows', 'Số chậu hoa đã tưới = cchc_inspections']
  expect(JSON.parse((await learn(...rows)).out).open).toMatchObject([
    { address: 'D11', rowId: 'D11' },
  ])
  await cchc('indicators', 'set', 'cchc_inspections', '9', ...SECOND, '--by', 'an')
  await cchc('report', ID, ...SECOND)
  expect((await sheetOf(`${ID}_H42.13_2026-Q2.xlsx`)).at('D11')).toBe(9)

  const before = readFileSync(join(cwd, 'forms', `${ID}.json`))
  const { book } = await sheetOf('nhanh.xlsx')
  book.addWorksheet('Khác')
  await book.xlsx.writeFile(join(cwd, 'khac.xlsx'))
  const other = ['fill', 'khac.xlsx', ...FIRST, '--learn']
  await expect(cchc(...other, ID)).rejects.toThrow('of another file')
  await expect(cchc(...other, 'province-2025')).rejects.toThrow('not learnt of a file')
  const full = ['fill', `${ID}_H42.13_2026-Q2.xlsx`, ...SECOND, '--learn', 'day-so']
  await expect(cchc(...full)).rejects.toThrow(
    'holds figures already, so that it is no form: D7; D8',
  )
  expect(readFileSync(join(cwd, 'forms', `${ID}.json`))).toEqual(before)
})

test('files of units in a learnt form add up in it, down to their cells', async () => {
  mkdirSync(join(cwd, 'nop'))
  for (const [index, name] of Object.values(UNITS).entries()) {
    const { book, sheet } = await sheetOf('nhanh.xlsx')
    sheet.getCell('A1').value = name.toLocaleUpperCase('vi')
    sheet.getCell('A2').value = 'BÁO CÁO NHANH QUÝ III NĂM 2026'
    sheet.getCell('D7').value = 10 + index
    sheet.getCell('D8').value = 20
    sheet.getCell('D9').value = (100 * (10 + index)) / 20
    sheet.getCell('D11').value = 1
    await book.xlsx.writeFile(join(cwd, 'nop', `${name}.xlsx`))
  }
  const asked = ['--org', 'H42', '--period', '2026-Q3', '--template', ID]
  const { out, code } = await cchc('consolidate', 'nop', ...asked, '--by', 'an', '-o', 'ra')
  expect([out, code]).toEqual([expect.stringContaining('3 of 3 units'), 0])
  const { at } = await sheetOf(`ra/${ID}_H42_2026-Q3.xlsx`)
  expect(['A1', 'A2', 'D7', 'D8', 'D9', 'D11'].map(at)).toEqual([
    'UBND TỈNH KHÁNH HÒA',
    'BÁO CÁO NHANH QUÝ III NĂM 2026',
    ...[33, 60, 55, 3],
  ])
  const why = await cchc('why', 'D7', ...asked)
  expect(why.out).toContain('Sở Y tế (H42.13): 11, tệp Sở Y tế.xlsx, ô D7')
})

/** Words whose letters were changed once stand in several runs. */
const inRuns = (...words: readonly string[]) =>
  `<w:p>${words.map((one) => `<w:r><w:t xml:space="preserve">${one}</w:t></w:r>`).join('')}</w:p>`

test('a document is learnt and printed as it was received, too', async () => {
  const table = plainTable([HEAD, ...ROWS].map((row) => (row === HEAD ? row : [...row, ''])))
  const title = inRuns('BÁO CÁO ', 'QUÝ ', 'I NĂM 20', '26 &amp; PHỤ LỤC')
  const bytes = docx(p('Đơn vị báo cáo: Sở Nội vụ'), title, table, p('Người lập biểu'))
  writeFileSync(join(cwd, 'phieu.docx'), bytes)
  const { code } = await cchc('fill', 'phieu.docx', ...FIRST, '--learn', 'phieu', '-o', 'dien.docx')
  expect(code).toBe(3)
  const { out } = await cchc('report', 'phieu', ...SECOND)
  expect(out).toBe('phieu_H42.13_2026-Q2.docx\n')
  const checked = await cchc('check', out.trim())
  expect(checked).toEqual({ code: 0, out: expect.stringContaining('Sở Y tế, 2026-Q2') })
  const named = ['--template', 'phieu', '--format', 'json']
  const again = await cchc('fill', out.trim(), ...SECOND, ...named)
  const { kept, notes } = JSON.parse(again.out)
  expect(kept.map((one: Record<string, string>) => one.held)).toEqual(['30', '40', '75,00%', '9'])
  expect(kept.filter((one: { hub: string | null }) => one.hub !== null)).toEqual([])
  expect(notes).toEqual([])
})
