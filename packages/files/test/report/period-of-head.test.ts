import { expect, test } from 'vitest'
import { readReportFile } from '../../src/check/index.ts'
import { textFile } from './files.ts'

const LIST = ['STT;Chỉ tiêu;Đơn vị tính;Số liệu', '1;Số văn bản;Văn bản;7']

async function periodOf(lines: readonly string[], list = LIST) {
  const file = textFile([...lines.map((line) => `"${line}";;;`), ...list].join('\n'))
  return (await readReportFile(file)).head.period
}

test.each([
  ['2026-Q2', ['BÁO CÁO', 'Kết quả công tác cải cách hành chính quý II năm 2026']],
  ['2026-Q2', ['BÁO CÁO', 'Kết quả cải cách hành chính', '(Quý II/2026)']],
  ['2026-H1', ['PHỤ LỤC I', '(6 tháng đầu năm 2026)']],
  ['2026-M05', ['Biểu tổng hợp tháng 5/2026, so với tháng 4/2026']],
  ['2026-M05', ['Kỳ báo cáo: Tháng 5 năm 2026', 'Báo cáo năm 2026']],
  ['2026', ['Sở Nội vụ, ngày 12 tháng 01 năm 2027', 'Báo cáo cải cách hành chính năm 2026']],
  ['2026-Q2', ['Báo cáo Quý II/2026 (kèm theo Công văn số 5 tháng 3 năm 2024)']],
  ['2026-Q2', ['Báo cáo quý II năm 2026, phương hướng quý III năm 2026']],
])('%s is named by %j', async (text, lines) => {
  expect(await periodOf(lines)).toEqual({ text, from: null, to: null })
})

test.each([
  [['Báo cáo quý II thực hiện Kế hoạch cải cách hành chính năm 2026']],
  [['Báo cáo thực hiện Kế hoạch cải cách hành chính năm 2026']],
  [['Báo cáo quý II và 6 tháng đầu năm 2026']],
  [['Báo cáo kết quả', 'Huế, ngày … tháng 6 năm 2026']],
  [['Báo cáo', 'Quý I năm 2026', 'Quý II năm 2026']],
  [['So với quý I năm 2026 số hồ sơ tăng']],
  [['Báo cáo quý II, phương hướng 6 tháng cuối năm 2026']],
])('no period is certain from %j', async (lines) => {
  expect(await periodOf(lines)).toEqual({ text: null, from: null, to: null })
})

test('days say more than a name, and heads of columns name no period of the report', async () => {
  const days = ['Báo cáo năm 2025', 'Từ ngày 15/3/2026 đến ngày 14/6/2026']
  expect(await periodOf(days)).toEqual({ text: null, from: '2026-03-15', to: '2026-06-14' })
  const list = ['STT;Chỉ tiêu;Năm 2025;', ';;Đơn vị tính;Số liệu', '1;Số văn bản;Văn bản;7']
  expect(await periodOf(['Báo cáo'], list)).toMatchObject({ text: null })
})
