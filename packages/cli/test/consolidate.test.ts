import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import excel from 'exceljs'
import { expect, test } from 'vitest'
import { cchcInside } from './cchc-inside.ts'
import { hubFolder } from './hub-folder.ts'

const cwd = hubFolder({ 'H42.12': 'Sở Nội vụ', 'H42.13': 'Sở Y tế' })
mkdirSync(join(cwd, 'nop'))

function send(agency: string, done: string): void {
  const rows = [
    ['1.1', 'Số nhiệm vụ đề ra trong kế hoạch', 'Nhiệm vụ', '10'],
    ['1.2', 'Số nhiệm vụ đã hoàn thành', 'Nhiệm vụ', done],
  ]
  const head = ['STT', 'Chỉ tiêu thống kê', 'Đơn vị tính', 'Số liệu']
  const cells = [head, ...rows].map((row) => `<tr><td>${row.join('</td><td>')}</td></tr>`).join('')
  const days = '<tr><td>Từ ngày 15/12/2022 đến ngày 14/12/2023</td></tr>'
  const page = `<html><meta charset="utf-8"><table><tr><td>${agency}</td></tr>${days}${cells}</table></html>`
  writeFileSync(join(cwd, 'nop', `${agency}.xls`), page)
}

const ASKED = ['--org', 'H42', '--period', '2023', '--template', 'bnv-581-province']

async function consolidate(...words: readonly string[]) {
  let code: number | undefined
  const exitWith = (given: number) => {
    code = given
  }
  const line = ['consolidate', ...words, ...ASKED, '--by', 'an']
  const out = await cchcInside(line, { cwd, env: {}, exitWith })
  return { code, out }
}

test('a folder becomes the form of the level above; who has not sent and faults decide how it ends', async () => {
  send('Sở Nội vụ', '7')
  const first = await consolidate('nop', '--dry-run')
  expect(first.code).toBe(3)
  expect(first.out).toMatch(/Sở Nội vụ \(H42\.12\) +file taken/)
  expect(first.out).toMatch(/Sở Y tế \(H42\.13\) +NOTHING SENT/)
  expect(existsSync(join(cwd, 'bnv-581-province_H42_2023.xlsx'))).toBe(false)

  const alone = await consolidate('nop', '--dry-run', '--without', 'Sở Y tế')
  expect(alone.code).toBe(0)
  expect(alone.out).not.toContain('NOTHING SENT')

  send('Sở Y tế', '8')
  const done = await consolidate('nop', '-o', 'ra', '--format', 'json')
  expect(done.code).toBe(0)
  const { sums, files } = JSON.parse(done.out)
  expect(sums).toContainEqual(expect.objectContaining({ indicatorId: 'plan_tasks_done', sum: 15 }))
  expect(files).toEqual(['ra/bnv-581-province_H42_2023.xlsx', 'ra/bnv-581-province_H42_2023.docx'])
  expect(existsSync(join(cwd, 'ra/bnv-581-province_H42_2023.docx'))).toBe(true)

  const why = await cchcInside(['why', 'plan_tasks_done', ...ASKED], { cwd, env: {} })
  expect(why).toContain('Sở Y tế (H42.13): 8, tệp Sở Y tế.xls, ô D5')

  send('Sở Y tế', '12')
  expect((await consolidate('nop')).code).toBe(5)
  expect((await consolidate()).code).toBe(0)
})

test('a faulty workbook of a unit has a copy with comments at its cells, also in a dry run', async () => {
  const book = new excel.Workbook()
  book
    .addWorksheet('Biểu 1')
    .addRows([
      ['Sở Nội vụ'],
      ['Từ ngày 15/12/2022 đến ngày 14/12/2023'],
      ['STT', 'Chỉ tiêu thống kê', 'Đơn vị tính', 'Số liệu'],
      ['1.1', 'Số nhiệm vụ đề ra trong kế hoạch', 'Nhiệm vụ', 10],
      ['1.2', 'Số nhiệm vụ đã hoàn thành', 'Nhiệm vụ', 12],
    ])
  mkdirSync(join(cwd, 'lai'))
  await book.xlsx.writeFile(join(cwd, 'lai/so.xlsx'))
  const { out } = await consolidate(
    'lai',
    '--dry-run',
    '--annotate',
    '-o',
    'tra',
    '--format',
    'json',
  )
  expect(JSON.parse(out)).toMatchObject({ files: [], annotated: ['tra/so_ghi-chu.xlsx'] })
  const copy = await book.xlsx.readFile(join(cwd, 'tra/so_ghi-chu.xlsx'))
  const note = JSON.stringify(copy.worksheets[0]?.getCell('D5').note)
  expect(note).toContain('Lỗi: ')
  expect(note).toContain('Cần ghi: ≤ 10')
})
