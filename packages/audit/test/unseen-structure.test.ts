import { describe, expect, test } from 'vitest'
import { list, told } from './list.ts'

describe('rates over counts in other words', () => {
  const form = (rate: string) =>
    list(`
      1 | Tỷ lệ vấn đề đã được khắc phục | % | ${rate}
      1.1 | Số vấn đề được phát hiện | Vấn đề | 20
      1.2 | Số vấn đề đã khắc phục xong | Vấn đề | 17`)

  test('what was found is the whole and what was put right the part', () => {
    expect(told(form('85'))).toEqual([])
    expect(told(form('90'))).toEqual(['1 error percentage-of-parts 1,3,2'])
  })

  test('the parts of a code that begins with a Roman number stand below it', () => {
    const roman = (rate: string) =>
      list(`
        I | Kiểm tra | |
        I.1 | Tỷ lệ vấn đề đã được khắc phục | % | ${rate}
        I.1.1 | Số vấn đề được phát hiện | Vấn đề | 20
        I.1.2 | Số vấn đề đã khắc phục xong | Vấn đề | 17
        II | Tuyên truyền | |
        II.1 | Tỷ lệ xã có trang thông tin | % | 90`)
    expect(told(roman('85'))).toEqual([])
    expect(told(roman('90'))).toEqual(['1 error percentage-of-parts 2,4,3'])
  })

  test('a heading that does not say which part it means is wrong only when it means none', () => {
    const heading = (rate: string) =>
      list(`
        1 | Nhiệm vụ cấp trên giao | % | ${rate}
        1.1 | Tổng số nhiệm vụ được giao | Nhiệm vụ | 250
        1.2 | Số nhiệm vụ hoàn thành đúng hạn | Nhiệm vụ | 240
        1.3 | Số nhiệm vụ hoàn thành nhưng quá hạn | Nhiệm vụ | 5`)
    expect(told(heading('96'))).toEqual([])
    expect(told(heading('98'))).toEqual([])
    expect(told(heading('97'))).toEqual(['1 error percentage-of-parts 1,3,2'])
  })

  test('a rate beside the total whose part it speaks of', () => {
    const form = (late: string) =>
      list(`
        3 | Kết quả giải quyết | |
        3.1 | Tổng số hồ sơ đã giải quyết | Hồ sơ | 1.180
          | + Trước hạn | Hồ sơ | 700
          | + Đúng hạn | Hồ sơ | 468
          | + Quá hạn | Hồ sơ | 12
        3.2 | Tỷ lệ hồ sơ quá hạn | % | ${late}`)
    expect(told(form('1,02'))).toEqual([])
    expect(told(form('2,01'))).toEqual(['1 error percentage-of-parts 6,5,2'])
  })

  test('lists without codes, units in brackets', () => {
    const form = (rate: string) =>
      list(`
        | Số nhiệm vụ trong kế hoạch (nhiệm vụ) | | 40
        | Số nhiệm vụ đã hoàn thành (nhiệm vụ) | | 22
        | Tỷ lệ hoàn thành kế hoạch (%) | | ${rate}`)
    expect(told(form('55'))).toEqual([])
    expect(told(form('52'))).toEqual(['1 error percentage-of-parts 3,2,1'])
  })

  test('what was early may be counted as on time', () => {
    const form = (rate: string) =>
      list(`
        1 | Tỷ lệ hồ sơ giải quyết đúng hạn | % | ${rate}
        1.1 | Tổng số hồ sơ đã giải quyết | Hồ sơ | 100
        1.2 | Số hồ sơ giải quyết trước hạn | Hồ sơ | 60
        1.3 | Số hồ sơ giải quyết đúng hạn | Hồ sơ | 38`)
    expect(told(form('98'))).toEqual([])
    expect(told(form('38'))).toEqual([])
    expect(told(form('99'))).toEqual(['1 error percentage-of-parts 1,4,2'])
  })

  test('late is a share of what was resolved, and of what was received only perhaps', () => {
    const form = (resolved: string) =>
      list(`
        1 | Tỷ lệ hồ sơ quá hạn | % | 7
        1.1 | Số hồ sơ tiếp nhận | Hồ sơ | 200
        ${resolved}
        1.3 | Số hồ sơ quá hạn | Hồ sơ | 7`)
    expect(told(form('1.2 | Số hồ sơ đã giải quyết | Hồ sơ | 100'))).toEqual([])
    expect(told(form('1.2 | Số hồ sơ đã giải quyết | Hồ sơ | 120'))).toEqual([
      '1 error percentage-of-parts 1,4,3',
    ])
    const received = told(form('')).filter((one) => one.startsWith('1 '))
    expect(received).toEqual(['1 warning percentage-of-parts 1,3,2'])
  })

  test('a rate right after its two counts, in a list numbered throughout', () => {
    const form = (rate: string) =>
      list(`
        12 | Số hồ sơ đã giải quyết | Hồ sơ | 45,400
        13 | Số hồ sơ đúng hạn | Hồ sơ | 45,000
        14 | Tỷ lệ đúng hạn | % | ${rate}`)
    expect(told(form('99.12'))).toEqual([])
    expect(told(form('98.12'))).toEqual(['1 error percentage-of-parts 3,2,1'])
  })

  test('a rate by channel is only to be looked at', () => {
    const form = (rate: string) =>
      list(`
        2 | Số hồ sơ đã tiếp nhận | Hồ sơ | 1.900
        2.1 | Trực tuyến | Hồ sơ | 1.200
        2.2 | Trực tiếp | Hồ sơ | 700
        3 | Tỷ lệ hồ sơ trực tiếp | % | ${rate}`)
    expect(told(form('36,84'))).toEqual([])
    expect(told(form('36,48'))).toEqual(['1 warning percentage-of-parts 4,3,1'])
  })

  test('money spent beyond its plan, and requests answered that came in before, may be right', () => {
    const money = list(`
      1 | Tỷ lệ giải ngân vốn | % | 102
      1.1 | Kế hoạch vốn | Tỷ đồng | 50
      1.2 | Đã giải ngân | Tỷ đồng | 51`)
    expect(told(money).filter((one) => one.includes('error'))).toEqual([])
    const dossiers = list(`
      1 | Tỷ lệ hồ sơ được giải quyết | % | 102
      1.1 | Số hồ sơ tiếp nhận | Hồ sơ | 50
      1.2 | Số hồ sơ đã giải quyết | Hồ sơ | 51`)
    expect(told(dossiers).filter((one) => one.includes('part-above'))).toEqual([
      '3 warning part-above-whole 3,2',
    ])
  })
})

describe('parts that exclude each other', () => {
  test.each([
    [
      'early, on time and late make what was resolved',
      `1 | Tổng số hồ sơ đã giải quyết | Hồ sơ | 100
       1.1 | Trước hạn | Hồ sơ | 60
       1.2 | Đúng hạn | Hồ sơ | 35
       1.3 | Quá hạn | Hồ sơ | 4`,
      ['2 error sum-of-parts 1,2,3,4'],
    ],
    [
      'what was on time may hold what was early',
      `1 | Tổng số hồ sơ đã giải quyết | Hồ sơ | 100
       1.1 | Trước hạn | Hồ sơ | 60
       1.2 | Đúng hạn | Hồ sơ | 96
       1.3 | Quá hạn | Hồ sơ | 4`,
      [],
    ],
    [
      'tasks in progress need not be printed, but no more can be done than were assigned',
      `1 | Nhiệm vụ được giao | Nhiệm vụ | 210
         | - Hoàn thành đúng hạn | Nhiệm vụ | 188
         | - Hoàn thành quá hạn | Nhiệm vụ | 20`,
      [],
    ],
    [
      'more done than assigned',
      `1 | Nhiệm vụ được giao | Nhiệm vụ | 210
         | - Hoàn thành đúng hạn | Nhiệm vụ | 188
         | - Hoàn thành quá hạn | Nhiệm vụ | 30`,
      ['2 error sum-of-parts 1,2,3'],
    ],
    [
      'dossiers from the period before need not be printed',
      `1 | Tổng số hồ sơ tiếp nhận | Hồ sơ | 100
       1.1 | Trực tuyến | Hồ sơ | 60
       1.2 | Trực tiếp | Hồ sơ | 35`,
      ['2 warning sum-of-parts 1,2,3'],
    ],
    [
      'another row beside the channels is none of them',
      `1 | Tổng số hồ sơ tiếp nhận | Hồ sơ | 100
       1.1 | Trực tuyến | Hồ sơ | 60
       1.2 | Trực tiếp | Hồ sơ | 40
       1.3 | Số hồ sơ thanh toán trực tuyến | Hồ sơ | 20`,
      [],
    ],
    [
      'a procedure may belong to two levels',
      `1 | Tổng số thủ tục | TTHC | 2.104
       1.1 | Cấp tỉnh | TTHC | 1.764
       1.2 | Cấp xã | TTHC | 395`,
      ['2 warning sum-of-parts 1,2,3'],
    ],
    [
      'and does so where the form says how many',
      `1 | Tổng số thủ tục | TTHC | 2.104
       1.1 | Cấp tỉnh | TTHC | 1.764
       1.2 | Cấp xã | TTHC | 395
       1.3 | Dùng chung cấp tỉnh và cấp xã | TTHC | 55`,
      [],
    ],
    [
      'what is announced by “trong đó” need not be all, and persons belong to several groups',
      `1 | Tổng số cuộc họp | Cuộc | 39
         | Trong đó: họp trực tuyến | Cuộc | 25
         | Họp kết hợp | Cuộc | 10
       2 | Tổng số công chức | Người | 2.000
       2.1 | Nữ | Người | 900
       2.2 | Đảng viên | Người | 1.700`,
      [],
    ],
    [
      'appointed again is not appointed anew',
      `1 | Số lãnh đạo được bổ nhiệm mới | Người | 4
         | - Bổ nhiệm lại | Người | 5`,
      [],
    ],
    [
      'communes, wards and zones',
      `1 | Số đơn vị hành chính cấp xã | Đơn vị | 96
         | Trong đó: Xã | Đơn vị | 82
         | Phường | Đơn vị | 14
         | Đặc khu | Đơn vị | 1`,
      ['2 error sum-of-parts 1,2,3,4'],
    ],
    [
      'items without a noun of their own are parts of what stands above them',
      `1 | Số lượng CBCCVC bị kỷ luật | Người | 0
         | - Lãnh đạo cấp phòng | Người | 1`,
      ['3 error part-above-whole 2,1'],
    ],
    [
      'what is filled may be more than what is assigned, and is asked about',
      `1 | Biên chế công chức được giao | Người | 40
       2 | Biên chế công chức có mặt | Người | 42`,
      ['3 warning part-above-whole 2,1'],
    ],
    [
      'more tasks done than planned',
      `1 | Kế hoạch của Sở | Quyết định | 1
         | - Nhiệm vụ đề ra | Nhiệm vụ | 34
         | - Nhiệm vụ đã hoàn thành | Nhiệm vụ | 36`,
      ['3 error part-above-whole 3,2'],
    ],
  ])('%s', (_name, rows, expected) => {
    expect(told(list(rows))).toEqual(expected)
  })
})

test('+ stands below -, and codes begin with Roman numbers or stand in labels', () => {
  const report = list(`
    I | Hồ sơ | |
    I.1 | Tổng số hồ sơ tiếp nhận trong kỳ | Hồ sơ | 10
      | - Trực tuyến | Hồ sơ | 6
      | + Toàn trình | Hồ sơ | 5
      | + Một phần | Hồ sơ | 1
      | - Trực tiếp | Hồ sơ | 4
    I.2 | Số hồ sơ khác | Hồ sơ | 1
    I.2 | Số hồ sơ nữa | Hồ sơ | 1`)
  expect(told(report)).toEqual(['6 error code-twice 8'])
  const inLabels = list(`
    | I. Hồ sơ | |
    | 1.1. Số hồ sơ khác | Hồ sơ | 1
    | 1.1. Số hồ sơ nữa | Hồ sơ | 1`)
  expect(told(inLabels)).toEqual(['6 error code-twice 3'])
})
