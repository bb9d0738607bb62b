import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { enteredFolder, published } from './entered-folder.ts'

const { cchc, folder, close } = enteredFolder()
afterAll(close)

function indicators(...words: readonly string[]) {
  return cchc('indicators', ...words, '--period', '2023')
}

function ofYearBefore(...words: readonly string[]) {
  return cchc('indicators', ...words, '--period', '2022')
}

test('figures go from a filled report into the form, and are told with who, when and where from', () => {
  const imported = indicators('import', published('khanh-hoa'), '--by', 'an')
  expect(imported).toMatchObject({ code: 0, notes: '' })
  expect(imported.out).toContain('Ban Dân tộc tỉnh Khánh Hòa (H42.12), 2023: Từ ngày 15/12/2022')
  expect(imported.out).toMatch(/khanh-hoa\.json, form bnv-581-department\nEntered: \d{2} new, 0 re/)

  const listed = indicators('list', '--template', 'bnv-581-department')
  expect(listed.out).toMatch(/plan_tasks_total +Số nhiệm vụ đề ra trong kế hoạch +Nhiệm vụ +30 /)
  const md = cchc('report', 'bnv-581-department', '--period', '2023', '--format', 'md')
  expect(md.out).toMatch(/Số nhiệm vụ đề ra trong kế hoạch \| Nhiệm vụ \| 30 \|/)
})

test('another figure needs a reason; both stay in the history', () => {
  const entry = ['set', 'assigned_tasks_total', '1.909', '--by', 'binh']
  expect(ofYearBefore(...entry).code).toBe(0)
  const other = ['set', 'assigned_tasks_total', '1.910', '--by', 'chi', '--format', 'json']
  const refused = ofYearBefore(...other)
  expect(refused).toMatchObject({ code: 2, out: '' })
  const { error } = JSON.parse(refused.notes)
  expect(error.faults[0].message).toMatch(/^holds 1\.909, entered by binh on .*; now 1\.910$/)
  const replaced = ofYearBefore(...other, '--reason', 'Đếm lại')
  expect(JSON.parse(replaced.out)).toMatchObject({ value: '1.910', enteredBy: 'chi' })
  const history = JSON.parse(ofYearBefore('list', '--history', '--format', 'json').out)
  expect(history.items.map(({ value }: { value: string }) => value)).toEqual(['1.909', '1.910'])
})

test('every fault of a file is told by its cell, in Vietnamese too, and nothing is entered', () => {
  writeFileSync(
    join(folder, 'lỗi.csv'),
    'STT;Chỉ tiêu;ĐVT;Số liệu;Ghi chú\n1;Số nhiệm vụ đề ra trong kế hoạch;Nhiệm vụ;42.95;\n2;Số nhiệm vụ đã hoàn thành;Nhiệm vụ;99,73%;\n',
  )
  const refused = cchc('indicators', 'import', 'lỗi.csv', '--period', '2024', '--lang', 'vi')
  expect(refused.code).toBe(2)
  expect(refused.notes).toMatch(/^Lỗi: [\s\S]*\n {2}D2: "42\.95"[\s\S]*\n {2}D3: "99,73%"/)
  const listed = cchc('indicators', 'list', '--period', '2024', '--format', 'json')
  expect(JSON.parse(listed.out)).toEqual({ items: [] })
})

test('a dry run of one figure shows what would be entered, and enters nothing', () => {
  const entry = ['direction_documents', '12', '--period', '2021', '--by', 'an']
  const dry = cchc('indicators', 'set', ...entry, '--dry-run')
  expect(dry).toMatchObject({ code: 0, notes: 'Nothing entered: dry run.\n' })
  expect(dry.out).toMatch(/direction_documents .* 12 /)
  const listed = cchc('indicators', 'list', '--period', '2021', '--format', 'json')
  expect(JSON.parse(listed.out)).toEqual({ items: [] })
  cchc('indicators', 'set', ...entry)
  const other = ['set', 'direction_documents', '13', '--period', '2021', '--by', 'an', '--dry-run']
  const replaced = cchc('indicators', ...other, '--reason', 'Đếm lại', '--format', 'json')
  expect(JSON.parse(replaced.out)).toMatchObject({ value: '13', dryRun: true })
})
