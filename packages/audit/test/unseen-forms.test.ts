import { describe, expect, test } from 'vitest'
import { list, told } from './list.ts'

describe('rows that look wrong and are right', () => {
  test.each([
    ['an agency is no count', '1 | Sở, ngành | % | 100'],
    ['more than was estimated', '1 | Tỷ lệ thu ngân sách so với dự toán | % | 118,6'],
    ['what is made digital is no count', '1 | Số hóa hồ sơ TTHC | % | 85'],
    ['an index', '1 | Chỉ số sản xuất | % | 108,5'],
    ['an average', '1 | Số người bình quân một đơn vị | Người | 12,5'],
    ['more than was planned', '1 | Tỷ lệ tin bài đã đăng so với kế hoạch | % | 125%'],
  ])('%s', (_name, row) => {
    expect(told(list(row))).toEqual([])
  })

  test('nothing can lose more than all of it', () => {
    expect(told(list('1 | Tỷ lệ biên chế đã tinh giản so với năm 2015 | % | 125'))).toEqual([
      '5 error rate-above-hundred 1',
    ])
  })

  test('a section without its heading is only to be looked at', () => {
    const report = list(`
      3 | Thủ tục hành chính | |
      3.1 | Số hồ sơ tiếp nhận | Hồ sơ | 5
      4.2 | Biên chế | |
      4.2.1 | Số người có mặt | Người | 5`)
    expect(told(report)).toEqual(['6 warning heading-not-printed 3'])
    const rate = list(`
      6 | Tài chính công | |
      6.1 | Tỷ lệ giải ngân | % | 98
      6.2.1 | Số đơn vị tự chủ | Đơn vị | 3
      6.2.2 | Số đơn vị khác | Đơn vị | 3`)
    expect(told(rate)).toEqual(['6 warning heading-not-printed 3'])
  })
})

describe('what a text says about a rate or a round figure', () => {
  const report = list(`
    1 | Tỷ lệ hồ sơ đúng hạn | % | 99,6
    2 | Số hồ sơ đã giải quyết | Hồ sơ | 12.345`)
  const about = (row: string, raw: string, value: number) =>
    told(report, {
      narrative: [{ raw, value, unit: raw.includes('%') ? '%' : 'hồ sơ', appendixRow: row }],
    })

  test('a finer rate and a round figure on the right side agree', () => {
    expect(about('1', '99,59%', 99.59)).toEqual([])
    expect(about('1', 'gần 99,7%', 99.7)).toEqual([])
    expect(about('2', 'trên 12.000 hồ sơ', 12_000)).toEqual([])
    expect(about('2', 'khoảng 12.400 hồ sơ', 12_400)).toEqual([])
  })

  test('100 % is no rounding, and neither is another figure', () => {
    expect(about('1', '100%', 100)).toEqual(['4 error text-differs-from-table 1'])
    expect(about('1', '99,4%', 99.4)).toEqual(['4 error text-differs-from-table 1'])
    expect(about('2', 'trên 12.400 hồ sơ', 12_400)).toEqual(['4 warning text-differs-from-table 2'])
    expect(about('2', '12.000 hồ sơ', 12_000)).toEqual(['4 error text-differs-from-table 2'])
  })
})

describe('national documents', () => {
  test.each([
    ['Nghị định số 62/2020/NĐ-CP ngày 01/6/2020', []],
    ['Nghị định 62/2020/NĐ-CP, ngày 01/8/2020', ['10 error national-document-date 1']],
    ['Quyết định số 766/QĐ-TTg ngày 24/6/2022', ['10 error national-document-date 1']],
    ['Quyết định số 766/QĐ-TTg ngày 23/6/2021', ['10 warning national-document-date 1']],
    ['Quyết định số 766/QĐ-TTg ngày 30/5/2019', []],
    ['Quyết định số 15/2022/QĐ-UBND ngày 30/5/2021', ['10 warning year-of-number-differs 1']],
  ])('%s', (text, expected) => {
    expect(told(list(`1 | Thực hiện ${text} | Văn bản | 1`))).toEqual(expected)
  })
})

test('a document has one date in text and table; committees of two levels may each have that number', () => {
  const report = list(
    '1 | Kế hoạch số 12/KH-SYT ngày 15/01/2023 và 30/QĐ-UBND ngày 05/01/2023 | | 1',
  )
  const about = (raw: string) => told(report, { narrative: [{ raw, value: null }] })
  expect(about('Kế hoạch số 12/KH-SYT ngày 15/01/2023')).toEqual([])
  expect(about('Kế hoạch số 12/KH-SYT ngày 25/01/2023')).toEqual([
    '10 error one-document-two-dates 1',
  ])
  expect(about('Quyết định số 30/QĐ-UBND ngày 06/01/2023')).toEqual([
    '10 warning one-document-two-dates 1',
  ])
})
