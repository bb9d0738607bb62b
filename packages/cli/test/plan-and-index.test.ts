import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { enteredFolder, published } from './entered-folder.ts'

const { cchc, folder, close } = enteredFolder()
afterAll(close)

test('a plan is kept, its late tasks are told, and its table is written and can be read again', () => {
  const ofYear = (...words: readonly string[]) => cchc('plan', ...words, '--year', '2023')
  expect(ofYear('import', published('khanh-hoa.tasks')).out).toBe(
    'Kept: plan of Ban Dân tộc tỉnh Khánh Hòa, 2023, 30 tasks\n',
  )
  const due = JSON.parse(ofYear('list', '--due-by', '2023-02-14', '--format', 'json').out)
  expect(due.tasks).toEqual([])
  const written = ofYear('report', '--format', 'csv,docx', '-o', 'ra')
  expect(written.out).toBe('ra/plan_H42.12_2023.docx\nra/plan_H42.12_2023.csv\n')
  expect(ofYear('import', 'ra/plan_H42.12_2023.csv', '--dry-run').code).toBe(2)
  expect(ofYear('report', '--format', 'docx', '-o', 'ra/kế hoạch.docx').out).toBe(
    'ra/kế hoạch.docx\n',
  )
  expect(statSync(join(folder, 'ra/kế hoạch.docx')).isFile()).toBe(true)
  const table = readFileSync(join(folder, 'ra/plan_H42.12_2023.csv'), 'utf8')
  expect(table).toContain('Quý III/2023')

  writeFileSync(
    join(folder, 'mới.csv'),
    'TT,Nhiệm vụ,Sản phẩm,Thời hạn,Phân công,Kết quả,Ghi chú\n1,Rà soát TTHC,Báo cáo,Quý III/2023,Văn phòng,,Đang thực hiện\n',
  )
  const reason = ['--replace', '--reason', 'Điều chỉnh']
  expect(ofYear('import', 'mới.csv', ...reason).code).toBe(0)
  const late = cchc('plan', 'list', '--year', '2023', '--late-on', '2023-10-01', '--lang', 'vi')
  expect(late.out).toMatch(/tính đến 01\/10\/2023[\s\S]*Rà soát TTHC .*30\/9\/2023 .*QUÁ HẠN/)
  const wrong = cchc('plan', 'list', '--year', '23')
  expect(wrong).toMatchObject({ code: 2, out: '' })
})

test('an index result is kept and shows what its target asks for', () => {
  const imported = cchc('index', 'import', published('quang-ngai.index'), '--anyway')
  expect(imported.out).toContain('2022, 82,91/100')
  const { out } = cchc('index', 'show', '--lang', 'vi')
  expect(out).toMatch(/Hiện đại hoá hành chính +8,5\/11 +2,50 +19\/20/)
  expect(out).toContain('1.2.2 Báo cáo về kiểm soát TTHC')
  expect(out).toContain('cần tăng: trên 2,09 điểm')
  expect(cchc('index', 'show', '--year', '2020').code).toBe(2)
})
