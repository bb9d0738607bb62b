import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import excel from 'exceljs'
import { beforeAll, expect, test } from 'vitest'
import { cchcInside } from './cchc-inside.ts'
import { hubFolder } from './hub-folder.ts'

const cwd = hubFolder({
  'H42.12': 'Sở Nội vụ',
  'H42.13': 'Sở Y tế',
  'H42.14': 'Sở Tư pháp',
})

async function cchc(...words: readonly string[]) {
  let code: number | undefined
  const exitWith = (given: number) => {
    code = given
  }
  return { out: await cchcInside(words, { cwd, env: {}, exitWith }), code }
}

const ROWS: readonly (readonly (string | null)[])[] = [
  ['Mã', 'Nội dung', 'ĐVT', 'Kết quả'],
  ['A', 'Thực hiện kế hoạch', null, null],
  ['1', 'Số nhiệm vụ đã hoàn thành', 'Nhiệm vụ', null],
  ['2', 'Số nhiệm vụ đề ra trong kế hoạch', 'Nhiệm vụ', null],
  ['3', 'Tỷ lệ hoàn thành Kế hoạch CCHC năm', '%', null],
  ['B', 'Việc khác', null, null],
  ['4', 'Số chậu hoa đã tưới', 'Chậu', null],
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
  for (const [index, values] of ROWS.entries()) sheet.getRow(5 + index).values = [...values]
  sheet.getColumn('B').width = 51
  await book.xlsx.writeFile(join(cwd, name))
}

async function enter(org: string, period: string, figures: Readonly<Record<string, string>>) {
  for (const [id, value] of Object.entries(figures)) {
    await cchc('indicators', 'set', id, value, '--org', org, '--period', period, '--by', 'an')
  }
}

async function sheetOf(name: string) {
  const book = new excel.Workbook()
  await book.xlsx.readFile(join(cwd, name))
  const sheet = book.worksheets[0]
  return (cell: string) => sheet?.getCell(cell)
}

const FIRST = ['--org', 'H42.12', '--period', '2026-Q1']

beforeAll(async () => {
  await enter('H42.12', '2026-Q1', { plan_tasks_total: '20', plan_tasks_done: '5' })
  await enter('H42.13', '2026-Q2', { plan_tasks_total: '40', plan_tasks_done: '30' })
  await receive('nhanh.xlsx')
})

test('x', async () => {
  const learn = await cchc('fill', 'nhanh.xlsx', ...FIRST, '--learn', 'bao-cao-nhanh', '--format', 'json')
  console.log(learn.code, learn.out)
  console.log(readFileSync(join(cwd, 'forms/bao-cao-nhanh.json'), 'utf8'))
  const second = await cchc('report', 'bao-cao-nhanh', '--org', 'H42.13', '--period', '2026-Q2')
  console.log(second)
  const at = await sheetOf('bao-cao-nhanh_H42.13_2026-Q2.xlsx')
  for (const c of ['A1','A2','A3','D7','D8','D9','D11']) console.log(c, at(c)?.value)
  console.log(await cchc('check', 'bao-cao-nhanh_H42.13_2026-Q2.xlsx'))
  console.log(await cchc('why', 'D9', '--template', 'bao-cao-nhanh', '--org', 'H42.13', '--period', '2026-Q2'))
  console.log((await cchc('report')).out.split('\n').filter((l) => l.includes('nhanh')))
})
void existsSync; void mkdirSync; void writeFileSync
