import { loadIndicatorCatalogue } from '@cchc/domain/catalogue'
import { expect, test } from 'vitest'
import { auditReport, printAudit } from '../src/index.ts'
import { list, told } from './list.ts'

const errors = (text: string) => told(list(text)).filter((one) => one.includes(' error '))

test('a count written as a fraction with its percentage is not that percentage', () => {
  const form = (done: string) => `
    1 | Kế hoạch CCHC | |
      | - Số nhiệm vụ đề ra trong kế hoạch | Nhiệm vụ | 24
      | - Số nhiệm vụ đã hoàn thành | Nhiệm vụ | ${done}`
  expect(errors(form('24/24, đạt 100%'))).toEqual([])
  expect(errors(form('Đạt 100%'))).toEqual([])
  expect(errors(form('23/24, đạt 98%'))).toEqual(['1 error percentage-in-text 3'])
  expect(errors(form('25'))).toEqual(['3 error part-above-whole 3,2'])
})

test('a total is not blamed for a part whose figure stands in the unit column', () => {
  const form = `
    1 | Hồ sơ đã giải quyết | Hồ sơ | 5.803
      | - Trước hạn | 4.988 | 4.988
      | - Đúng hạn | Hồ sơ | 803
      | - Quá hạn | Hồ sơ | 12`
  expect(errors(form)).toEqual(['5 error figure-in-unit-column 2'])
})

test('early and on time in one row, in any order of words', () => {
  const form = (done: string, rate: string) => `
    2 | Kết quả giải quyết | |
    2.1 | Số hồ sơ đã giải quyết | Hồ sơ | ${done}
    2.1.1 | Trước hạn và đúng hạn | Hồ sơ | 11.964
    2.1.2 | Quá hạn | Hồ sơ | 53
    2.2 | Tỷ lệ hồ sơ giải quyết trước hạn, đúng hạn | % | ${rate}`
  expect(errors(form('12.017', '99,56'))).toEqual([])
  expect(errors(form('12.017', '99,65'))).toEqual(['1 error percentage-of-parts 5,3,2'])
  expect(errors(form('12.027', '99,48'))).toEqual(['2 error sum-of-parts 4'])
})

test.each([
  ['Số hồ sơ đã giải quyết', 'Số hồ sơ giải quyết đúng hạn', true],
  ['Tổng số văn bản đi', 'Số văn bản đi ký số', true],
  ['Số vấn đề phát hiện qua kiểm tra', 'Số vấn đề đã xử lý xong', true],
  ['Số hồ sơ tiếp nhận (trực tiếp)', 'Số hồ sơ tiếp nhận trực tuyến', false],
  ['Số hồ sơ đã giải quyết', 'Số hồ sơ đang giải quyết quá hạn', false],
  ['Tổng số cuộc họp', 'Số cuộc họp trực tuyến', true],
  ['Số cuộc họp', 'Số cuộc họp trực tuyến', false],
  ['Số hồ sơ cấp huyện đã giải quyết', 'Số hồ sơ giải quyết đúng hạn', false],
])('%s, beside it %s: a part of it is %s', (whole, part, isPart) => {
  const rows = `
    1 | Kết quả | |
    1.1 | ${whole} | Việc | 40
    1.2 | ${part} | Việc | 42`
  expect(errors(rows)).toEqual(isPart ? ['3 error part-above-whole 3,2'] : [])
})

test('a rate after the one part printed below its whole', () => {
  const form = (rate: string) => `
    1 | Số văn bản phát hành | Văn bản | 4.820
    a | Số văn bản gửi điện tử | Văn bản | 4.795
    b | Tỷ lệ gửi điện tử | % | ${rate}`
  expect(errors(form('99,5'))).toEqual([])
  expect(errors(form('99,1'))).toEqual(['1 error percentage-of-parts 3,2,1'])
})

test('what has to be made digital or paid for is the whole', () => {
  const form = (rate: string) => `
    1 | Tỷ lệ số hóa hồ sơ | % | ${rate}
    1.1 | Số hồ sơ phải số hóa | Hồ sơ | 5.803
    1.2 | Số hồ sơ đã số hóa | Hồ sơ | 5.461`
  expect(errors(form('94,1'))).toEqual([])
  expect(errors(form('94,5'))).toEqual(['1 error percentage-of-parts 1,3,2'])
})

test('codes with a colon', () => {
  const form = (value: string) => `1 | Kết nối CSDL | Chưa: 0; Đã kết nối: 1 | ${value}`
  expect(errors(form('1'))).toEqual([])
  expect(errors(form('5'))).toEqual(['7 error value-not-in-code-list 1'])
})

test('a repeated code is told with the next one, unless another row has it', async () => {
  const catalogue = await loadIndicatorCatalogue()
  const expected = (last: string) =>
    printAudit(
      auditReport(
        list(`
        1 | Kiểm tra | |
        1.1 | Số đơn vị | Đơn vị | 5
        1.1 | Số cuộc | Cuộc | 6
        ${last} | Số lượt | Lượt | 7`),
        { catalogue },
      ),
    ).findings.flatMap(({ rule, expected }) => (rule === 'code-twice' ? [expected] : []))
  expect(expected('1.3')).toEqual(['1.2'])
  expect(expected('1.2')).toEqual(['mỗi mã số chỉ dùng một lần'])
})

test('a rate after two counts of the same kind may be of the other, or of both', () => {
  const form = (other: string) => `
    1 | Kết quả giải quyết | |
    1.1 | Số hồ sơ cấp huyện đã giải quyết | Hồ sơ | 1.200
    1.2 | ${other} | Hồ sơ | 1.190
    1.3 | Số hồ sơ cấp xã đã giải quyết | Hồ sơ | 900
    1.4 | Số hồ sơ cấp xã giải quyết đúng hạn | Hồ sơ | 899
    1.5 | Tỷ lệ đúng hạn | % | 99,5`
  expect(errors(form('Số hồ sơ cấp huyện giải quyết đúng hạn'))).toEqual([])
  expect(errors(form('Số hồ sơ khác'))).toEqual(['1 error percentage-of-parts 6,5,4'])
})

test('a remark may say that more is counted than came up in the period', () => {
  const form = (remark: string, note = '') => `
    1 | Kiểm tra CCHC | |
    1.1 | Số vấn đề phát hiện qua kiểm tra | Vấn đề | 10
    1.2 | Số vấn đề đã xử lý xong ${remark} | Vấn đề | 14 | ${note}`
  expect(errors(form('(gồm cả năm trước)'))).toEqual([])
  expect(errors(form('', 'Gồm cả kỳ trước'))).toEqual([])
  expect(errors(form('', 'Tăng 2 so với năm trước'))).toEqual(['3 error part-above-whole 3,2'])
})

test('in a list without headings the same words further on may be of other things', () => {
  const rows = `
      | Số nhiệm vụ đã hoàn thành | Nhiệm vụ | 12
      | Số nhiệm vụ cấp trên giao | Nhiệm vụ | 80
      | Số nhiệm vụ hoàn thành đúng hạn | Nhiệm vụ | 79`
  expect(told(list(rows))).toEqual([])
})

test('a short word where a number belongs is told, a sentence is not', () => {
  const form = (figure: string) => told(list(`1 | Số hồ sơ đã tiếp nhận | Hồ sơ | ${figure}`))
  for (const figure of ['9x7', '12abc', 'n/a']) {
    expect(form(figure)).toEqual(['5 warning figure-unreadable 1'])
  }
  for (const figure of ['97', '-', 'Không', 'Chưa thống kê được', 'Không phát sinh hồ sơ']) {
    expect(form(figure).filter((one) => one.includes('unreadable'))).toEqual([])
  }
})
