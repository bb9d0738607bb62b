import { loadIndicatorCatalogue } from '@cchc/domain/catalogue'
import { expect, test } from 'vitest'
import { readExample } from '../src/example.ts'
import { auditReport } from '../src/index.ts'

const catalogue = await loadIndicatorCatalogue()

const ROWS = `
  1 | Tổng số hồ sơ đã tiếp nhận | Hồ sơ | 1.250
  2 | Tổng số hồ sơ đã giải quyết | Hồ sơ | 1.000
  2.1 | Trước hạn | Hồ sơ | 600
  2.2 | Đúng hạn | Hồ sơ | 400
  3 | Tỷ lệ cán bộ được tập huấn | % | 90%`

function audit(rows: string, text: readonly string[]) {
  const { report } = readExample(rows)
  return auditReport({ ...report, text: [...text] }, { catalogue })
}

const rulesOf = (rows: string, ...text: readonly string[]) =>
  audit(rows, text).findings.map(({ rule, rows: [first] }) => [rule, first?.line])

test.each([
  'Trong quý I năm 2025, tổng số hồ sơ đã tiếp nhận là 1.250 hồ sơ.',
  'Tổng số hồ sơ đã tiếp nhận từ năm trước chuyển sang là 50 hồ sơ',
  'Tổng số hồ sơ đã tiếp nhận là 1.250 hồ sơ, trong đó 200 hồ sơ trực tuyến',
  'Tổng số hồ sơ đã tiếp nhận: trên 1.200 hồ sơ',
  'Tổng số hồ sơ đã tiếp nhận: 1,25 nghìn hồ sơ',
  'Tổng số hồ sơ đã tiếp nhận là gần 1,3 nghìn hồ sơ, tăng 3,5 điểm phần trăm so với cùng kỳ',
  'Tỷ lệ cán bộ được tập huấn đạt 90%; 3/4 phòng thuộc Sở, đạt 75%',
  'Tổng số hồ sơ đã giải quyết và tổng số hồ sơ đã tiếp nhận là 7 hồ sơ',
])('what a sentence says rightly, or of something narrower, is no finding: %s', (sentence) => {
  expect(rulesOf(ROWS, sentence)).toEqual([])
})

test.each([
  [
    'Trong quý I năm 2025, tổng số hồ sơ đã tiếp nhận là 1.205 hồ sơ.',
    'text-differs-from-table',
    1,
  ],
  ['Tổng số hồ sơ đã giải quyết được trên 1.040 hồ sơ', 'text-differs-from-table', 2],
  ['Tổng số hồ sơ đã tiếp nhận: gần 1,2 nghìn hồ sơ', 'text-differs-from-table', 1],
  ['Tổng số hồ sơ đã tiếp nhận là 1,4 nghìn hồ sơ', 'text-differs-from-table', 1],
  ['Tỷ lệ cán bộ được tập huấn đạt 95%', 'text-differs-from-table', 5],
  ['Có 3/4 phòng thuộc Sở, đạt 80%', 'percentage-in-sentence', undefined],
])('a figure of a sentence against the table: %s', (sentence, rule, line) => {
  expect(rulesOf(ROWS, sentence)).toEqual([[rule, line]])
})

test('coverage tells per table what holds, what does not, and why the rest is not judged', () => {
  const holds = audit(ROWS, []).coverage
  expect(holds.tables).toMatchObject([{ sheet: null, table: 1, rows: 5 }])
  const of = (rows: string, rule: string) =>
    audit(rows, []).coverage.tables[0]?.rules.find((one) => one.rule === rule)
  expect(of(ROWS, 'sum-of-parts')).toMatchObject({ satisfied: 1, broken: 0, blank: 0 })
  expect(of(ROWS.replace('400', '500'), 'sum-of-parts')).toMatchObject({ satisfied: 0, broken: 1 })
  expect(of(ROWS.replace('400', ''), 'sum-of-parts')).toMatchObject({ satisfied: 0, blank: 1 })
  expect(of(ROWS.replace('400', 'nhiều'), 'sum-of-parts')).toMatchObject({ words: 1 })
  expect(of(ROWS, 'percentage-of-parts')).toMatchObject({ withoutParts: 1 })
  expect(holds.notGiven.map(({ need }) => need)).toEqual(['text', 'tasks', 'previous', 'stored'])
  expect(audit(ROWS, ['Kính gửi']).coverage.notGiven.map(({ need }) => need)).not.toContain('text')
})
