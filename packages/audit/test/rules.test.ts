import { describe, expect, test } from 'vitest'
import { list, told } from './list.ts'

describe('a form that nobody has seen before', () => {
  test('a rate over its two counts is recomputed at its printed precision, half-up', () => {
    const form = (rate: string) =>
      list(`
        1 | Tỷ lệ hợp tác xã nộp báo cáo | % | ${rate}
        1.1 | Tổng số hợp tác xã | Hợp tác xã | 800
        1.2 | Số hợp tác xã đã nộp báo cáo | Hợp tác xã | 109`)
    expect(told(form('13,63%'))).toEqual([])
    expect(told(form('13.6 %'))).toEqual([])
    expect(told(form('14'))).toEqual([])
    expect(told(form('13,62%'))).toEqual(['1 error percentage-of-parts 1,3,2'])
    expect(told(form('đạt 15%'))).toEqual(['1 error percentage-of-parts 1,3,2'])
  })

  test('a comparison with an earlier year is no quotient of its two counts', () => {
    expect(
      told(
        list(`
        1 | Tỷ lệ trạm y tế đã cắt giảm so với năm 2015 | % | 20
        1.1 | Tổng số trạm y tế năm 2015 | Trạm | 10
        1.2 | Số trạm y tế hiện có | Trạm | 8`),
      ),
    ).toEqual([])
  })

  test('levels add up to their total for certain, other parts perhaps', () => {
    const levels = list(`
      1 | Tổng số hội nghị | Hội nghị | 10
        | - Cấp tỉnh | Hội nghị | 2
        | - Cấp huyện | Hội nghị | 3
        | - Cấp xã | Hội nghị | 4`)
    expect(told(levels)).toEqual(['2 error sum-of-parts 1,2,3,4'])
    const others = list(`
      1 | Số hội nghị. Trong đó: | Hội nghị | 10
        | - Hội nghị trực tuyến | Hội nghị | 2
        | - Hội nghị có doanh nghiệp | Hội nghị | 9`)
    expect(told(others)).toEqual(['2 warning sum-of-parts 1,2,3'])
  })

  test('exclusive rates of one whole make 100 % together', () => {
    const form = (late: string) =>
      list(`
        1 | Kết quả xử lý đơn | |
        1.1 | Tỷ lệ đơn giải quyết đúng hạn | % | 96,5
        1.2 | Tỷ lệ đơn giải quyết quá hạn | % | ${late}`)
    expect(told(form('3,5'))).toEqual([])
    expect(told(form('5,3'))).toEqual(['9 error shares-of-hundred 2,3'])
    expect(told(form('1'))).toEqual(['9 warning shares-of-hundred 2,3'])
  })
})

describe('numbering', () => {
  test('rows under a heading that carry another one’s numbers', () => {
    expect(
      told(
        list(`
        1. | A | |
        1.1. | B | |
        1.1.1. | C | Hồ sơ | 1
        1.2. | D | |
        1.1.1. | E | Hồ sơ | 1
        1.1.2. | F | Hồ sơ | 1`),
      ),
    ).toEqual(['6 error code-out-of-place 5,6'])
  })

  test('a heading whose rows all carry the number that it should have is itself wrong', () => {
    expect(
      told(
        list(`
        3.1 | A | |
        3.1.1 | B | Hồ sơ | 1
        3.1 | C | |
        3.2.1 | D | Hồ sơ | 1
        3.2.2 | E | Hồ sơ | 1`),
      ),
    ).toEqual(['6 error code-twice 3'])
  })

  test('the same numbers begin anew under another Roman group, another table or another sheet', () => {
    expect(
      told(
        list(`
        I. | A | |
        1 | B | Hồ sơ | 1
        II. | C | |
        1 | D | Hồ sơ | 1
          | Biểu 3. E | |
        1 | F | Hồ sơ | 1
          | Cải cách thể chế | |
        1 | G | Hồ sơ | 1
        A | H | |
        1 | K | Hồ sơ | 1`),
      ),
    ).toEqual([])
  })

  test('a code left out is only to be looked at, and 1.10 that a spreadsheet cut to 1.1 is nothing', () => {
    expect(told(list('1.1 | A | Hồ sơ | 1\n1.3 | B | Hồ sơ | 1'))).toEqual([
      '6 warning code-out-of-sequence 1,2',
    ])
    const tens = [...Array(9).keys()].map((index) => `1.${index + 1} | A | Hồ sơ | 1`)
    expect(told(list(['1 | H | | ', ...tens, '1.1 | B | Hồ sơ | 1'].join('\n')))).toEqual([])
  })
})

describe('single figures', () => {
  test.each([
    ['1 | Số người dự thi | Người | 12,5', '5 error fraction-of-a-count 1'],
    ['1 | Số hồ sơ đã nhận | Hồ sơ | 42.95', '5 error lost-digit 1'],
    ['1 | Số hồ sơ đã nhận | Hồ sơ | -3', '5 error negative-figure 1'],
    ['1 | Số hồ sơ đã nhận | % | 3', '5 error count-in-percent 1'],
    ['1 | Số hồ sơ đã nhận | Hồ sơ | 98%', '5 error count-in-percent 1'],
    ['1 | Số hồ sơ đã nhận | 3 |', '5 error figure-in-unit-column 1'],
    ['1 | Số hồ sơ đã nhận | | Hồ sơ', '5 error unit-in-value-column 1'],
    ['1 | Tỷ lệ hồ sơ đúng hạn | % | 9973', '5 error rate-above-hundred 1'],
    ['1 | Tỷ lệ xã có trang thông tin | | 1', '5 error rate-without-percent 1'],
    ['1 | Tỷ lệ xã có trang thông tin | Xã | 62', '5 warning rate-without-percent 1'],
    ['1 | Tỷ lệ hồ sơ đúng hạn | Hồ sơ | 62', '5 error rate-without-percent 1'],
    ['1 | Có kế hoạch | Không = 0 Có = 1 | 2', '7 error value-not-in-code-list 1'],
    ['1 | Có kế hoạch | Không = 0 Có = 1 | đã ban hành', '7 warning value-not-in-code-list 1'],
    ['1 | Số chứng thư số đã cấp | Chưa = 0 Có = 1 | 1', ''],
    ['1 | Kinh phí | Đồng | 12,5', ''],
    ['1 | Có kế hoạch | Không = 0 Có = 1 | Có', ''],
    ['1 | Số hồ sơ đã nhận | Hồ sơ | -', ''],
    ['1 | Tỷ lệ tăng thu ngân sách | % | 140', ''],
  ])('%s', (row, expected) => {
    expect(told(list(row))).toEqual(expected === '' ? [] : [expected])
  })
})

describe('blanks', () => {
  test('a form without the district level may be whole', () => {
    const report = list(`
      1 | Tổng số TTHC đang có hiệu lực | Thủ tục | 1.909
        | - Số TTHC cấp tỉnh | Thủ tục | 1.599
        | - Số TTHC cấp xã | Thủ tục | 114`)
    expect(told(report)).toEqual(['2 warning sum-of-parts 1,2,3'])
  })

  test('a part that the total calls for is named with its figure', () => {
    const report = list(`
      1 | Tổng số TTHC đang có hiệu lực | Thủ tục | 1.909
        | - Số TTHC cấp tỉnh | Thủ tục | 1.599
        | - Số TTHC cấp huyện | Thủ tục |
        | - Số TTHC cấp xã | Thủ tục | 114`)
    expect(told(report)).toEqual(['8 error figure-left-blank 3'])
  })

  test('many blank rows are said once for each heading', () => {
    const rows = ['a', 'b', 'c'].map((name) => `| - Số ${name} | Hồ sơ |`)
    expect(told(list(['1 | Hồ sơ | |', ...rows].join('\n')))).toEqual([
      '8 warning figure-not-reported 2,3,4',
    ])
  })

  test('a report number without its number', () => {
    expect(told(list('1 | Số hồ sơ | Hồ sơ | 1', { reportNumber: '/BC-SNV' }))).toEqual([
      '8 error report-number-blank',
    ])
  })
})

test('documents of days that cannot be: none in the calendar, after the report, two for one number', () => {
  const report = list(
    `
    1 | Kế hoạch số 72/KH-BDT ngày 31/02/2023 | Kế hoạch | 1
    2 | Quyết định số 35/QĐ-BDT ngày 21/12/2023 | Quyết định | 1
    3 | Kế hoạch số 11/KH-BDT ngày 28/02/2023 | Kế hoạch | 1 | số 11/KH-BDT ngày 01/3/2023
    4 | Quyết định số 02/QĐ-BDT ngày 11/01/2023 | Quyết định | 1 | số 02/QĐ-BDT ngày 5/1/2022`,
    { issuedOn: '2023-12-14' },
  )
  expect(told(report)).toEqual([
    '10 error no-such-day 1',
    '10 error dated-after-report 2',
    '10 error one-document-two-dates 3',
  ])
})

test('against stored data a figure that differs is to be looked at, a rate only beyond its rounding', () => {
  const rows = (onTime: string, rate: string) =>
    list(`
      1 | Tỷ lệ hồ sơ TTHC do các sở, ngành tiếp nhận được giải quyết đúng hạn | % | ${rate}
      1.1 | Tổng số hồ sơ TTHC đã giải quyết xong | Hồ sơ | 77.251
      1.2 | Số hồ sơ TTHC giải quyết đúng hạn | Hồ sơ | ${onTime}`)
  const stored = [rows('77.046', '99,73%')]
  expect(told(rows('77.046', '99,7%'), { stored })).toEqual([])
  expect(told(rows('77.051', '99,74%'), { stored })).toEqual([
    '4 warning differs-from-stored-data 1',
    '4 warning differs-from-stored-data 3',
  ])
})
