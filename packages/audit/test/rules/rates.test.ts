import { describe, expect, test } from 'vitest'
import { filled, list, says, severityOf, told } from '../list.ts'

const RATE = `
  1 | Tỷ lệ vấn đề đã được khắc phục | % | {}
  1.1 | Số vấn đề được phát hiện | Vấn đề | {}
  1.2 | Số vấn đề đã khắc phục xong | Vấn đề | {}`

describe('percentage-of-parts', () => {
  test('names both counts, and the rate at its printed precision', () => {
    expect(says('percentage-of-parts', filled(RATE, '85,00', '1.200', '1.000'))).toEqual([
      'error 1,3,2 | 85,00 | 83,33% | Dòng 1 (mục 1) “Tỷ lệ vấn đề đã được khắc phục” ghi 85,00, nhưng Số vấn đề đã khắc phục xong (dòng 3) là 1.000 trên Số vấn đề được phát hiện (dòng 2) là 1.200, tức 83,33%.',
    ])
  })

  test.each([
    ['1', '20', '10', 'percentage-of-parts'],
    ['1', '20', '20', 'percentage-as-fraction'],
    ['0,85', '20', '17', 'percentage-as-fraction'],
    ['0,85%', '20', '17', 'percentage-of-parts'],
    ['0,84', '20', '17', 'percentage-of-parts'],
  ])('%s over %s and %s is told by one rule', (rate, whole, part, rule) => {
    expect(told(list(filled(RATE, rate, whole, part)))).toEqual([
      `${rule.endsWith('parts') ? 1 : 5} error ${rule} 1,3,2`,
    ])
  })
})

describe('percentage-as-fraction', () => {
  test.each([
    ['0,9', '10', '9', '90%'],
    ['0,85', '20', '17', '85%'],
    ['0,8333', '6', '5', '83,33%'],
    ['1', '20', '20', '100%'],
  ])('%s of %s and %s is %s', (rate, whole, part, expected) => {
    expect(says('percentage-as-fraction', filled(RATE, rate, whole, part))).toEqual([
      `error 1,3,2 | ${rate} | ${expected} | Dòng 1 (mục 1) “Tỷ lệ vấn đề đã được khắc phục” có đơn vị tính là % nhưng ghi ${rate} (dạng thập phân); theo dòng 3 và dòng 2 phải ghi ${expected}.`,
    ])
  })
})

describe('percentage-of-nothing', () => {
  test.each([
    ['100', '0', '0', 'error'],
    ['0', '0', '0', 'warning'],
    ['-', '0', '0', ''],
    ['100', '0', '1', ''],
    ['0', '1', '0', ''],
  ])('%s of %s and %s', (rate, whole, part, expected) => {
    expect(severityOf('percentage-of-nothing', filled(RATE, rate, whole, part))).toBe(expected)
  })

  test('names both counts', () => {
    expect(says('percentage-of-nothing', filled(RATE, '100%', '0', '0'))).toEqual([
      'error 1,3,2 | 100% | - | Dòng 1 (mục 1) “Tỷ lệ vấn đề đã được khắc phục” ghi 100%, nhưng cả tử số (dòng 3) và mẫu số (dòng 2) đều bằng 0: 0/0 không có tỷ lệ, cần ghi “-” (không phát sinh).',
    ])
  })

  test('is not certain where the counts may be others', () => {
    const form = `
      1 | Tỷ lệ hồ sơ quá hạn | % | 7
      1.1 | Số hồ sơ tiếp nhận | Hồ sơ | 0
      1.2 | Số hồ sơ quá hạn | Hồ sơ | 0`
    expect(severityOf('percentage-of-nothing', form)).toBe('warning')
  })
})

describe('percentage-in-text', () => {
  test.each([
    ['3/4 phòng, đạt 80%', '75%'],
    ['2/3 phòng, đạt 66,6%', '66,7%'],
    ['1.200/1.500. phòng, đạt 81%', '80%'],
    ['3/4 phòng, đạt 75,0%', undefined],
    ['0/0 phòng, đạt 100%', undefined],
    ['3/4/2023 phòng, đạt 80%', undefined],
  ])('beside the figure: %s', (note, expected) => {
    const [one] = says('percentage-in-text', `1 | Số phòng | Phòng | 3 | ${note}`)
    expect(one?.split(' | ')[2]).toBe(expected)
  })

  test.each([
    ['3/4, đạt 80%', '75%'],
    ['1/3, đạt 33,4%', '33,3%'],
    ['1/3, đạt 33,3%', undefined],
    ['0/0, đạt 80%', undefined],
    ['3/4, đạt 7.5.0%', undefined],
  ])('inside the figure: %s', (figure, expected) => {
    const [one] = says('percentage-in-text', `1 | Số phòng | Phòng | ${figure}`)
    expect(one?.split(' | ')[2]).toBe(expected)
  })

  test('repeats the words', () => {
    expect(says('percentage-in-text', '1 | Số phòng | Phòng | 3/4, đạt 80%')).toEqual([
      'error 1 | 3/4, đạt 80% | 75% | Dòng 1 (mục 1) “Số phòng” ghi “3/4, đạt 80%”, nhưng phép chia đó cho kết quả 75%.',
    ])
  })
})

describe('rate-above-hundred', () => {
  const share = (label: string, figure: string) =>
    severityOf('rate-above-hundred', `1 | ${label} | % | ${figure}`)

  test.each([
    ['100', ''],
    ['100,1', 'error'],
    ['1000', 'error'],
  ])('a share of %s', (figure, expected) => {
    expect(share('Tỷ lệ hồ sơ đúng hạn', figure)).toBe(expected)
    expect(severityOf('rate-above-hundred', `1 | Số hồ sơ | Hồ sơ | ${figure}`)).toBe('')
  })

  test.each([
    ['Tỷ lệ tăng thu ngân sách', '', 'error'],
    ['Tỷ lệ giải ngân vốn', 'warning', 'error'],
    ['Tỷ lệ thực hiện chỉ tiêu', 'warning', 'error'],
    ['Tỷ lệ giải quyết PAKN về quy định TTHC', 'warning', 'error'],
    ['Mức độ hài lòng', 'warning', 'error'],
    ['Đạt tỷ lệ cơ quan được cấp chứng thư số', 'error', 'error'],
    ['Tỷ lệ biên chế đã tinh giản so với năm 2015', 'error', 'error'],
  ])('%s: what may be more than all of it may not be ten times that', (label, below, from) => {
    expect([share(label, '999'), share(label, '1000')]).toEqual([below, from])
  })

  test('is explained by its own counts', () => {
    const form = `
      1 | Tỷ lệ giải ngân vốn | % | {}
      1.1 | Kế hoạch vốn | Tỷ đồng | {}
      1.2 | Đã giải ngân | Tỷ đồng | 51`
    expect(severityOf('rate-above-hundred', filled(form, '102', '50'))).toBe('')
    expect(severityOf('rate-above-hundred', filled(form, '103', '50'))).toBe('warning')
    expect(severityOf('rate-above-hundred', filled(form, '102', '0'))).toBe('warning')
  })
})

describe('rate-without-percent', () => {
  test.each([
    ['', '1', 'error'],
    ['', '1,01', 'warning'],
    ['', '0', ''],
    ['', '2%', ''],
    ['-', '0,5', 'error'],
    ['Xã', '1', 'warning'],
    ['Hồ sơ', '62', 'error'],
    ['Đồng', '62', 'error'],
    ['tính bằng %', '62', ''],
    ['Phần trăm', '62', ''],
    ['', 'chưa có', ''],
    ['', 'đang rà soát', ''],
    ['', '', ''],
    ['3', '62', ''],
  ])('unit “%s”, figure %s', (unit, figure, expected) => {
    const row = `1 | Tỷ lệ xã có trang thông tin | ${unit} | ${figure}`
    expect(severityOf('rate-without-percent', row)).toBe(expected)
  })

  test('repeats the unit, or says that it is blank', () => {
    expect(says('rate-without-percent', '1 | Tỷ lệ xã | Xã | 62')).toEqual([
      'warning 1 | đơn vị tính “Xã”, số liệu “62” | % | Dòng 1 (mục 1) “Tỷ lệ xã” là tỷ lệ nhưng cột Đơn vị tính ghi “Xã”; số liệu 62 không rõ là phần trăm hay số lượng.',
    ])
    expect(says('rate-without-percent', '1 | Tỷ lệ xã | | 1')).toEqual([
      'error 1 | đơn vị tính “”, số liệu “1” | % | Dòng 1 (mục 1) “Tỷ lệ xã” là tỷ lệ nhưng cột Đơn vị tính để trống; số liệu 1 không rõ là phần trăm hay số lượng.',
    ])
  })
})

describe('shares-of-hundred', () => {
  const TIMES = `
    1 | Kết quả xử lý đơn | |
    1.1 | Tỷ lệ đơn giải quyết đúng hạn | % | {}
    1.2 | Tỷ lệ đơn giải quyết quá hạn | % | {}`
  const CHANNELS = `
    1 | Nộp hồ sơ | |
    1.1 | Tỷ lệ hồ sơ nộp trực tuyến | % | {}
    1.2 | Tỷ lệ hồ sơ nộp trực tiếp | % | {}`
  const DOCUMENTS = `
    1 | Văn bản điện tử | |
    1.1 | Tỷ lệ văn bản trao đổi dưới dạng điện tử | % | {}
    1.2 | Tỷ lệ văn bản được gửi hoàn toàn dưới dạng điện tử | % | {}
    1.3 | Tỷ lệ văn bản được gửi điện tử song song với văn bản giấy | % | {}`

  test.each([
    ['96,5', '3,6', ''],
    ['96,5', '3,7', 'error'],
    ['96,5', '3,4', 'warning'],
    ['96,5', '3', ''],
    ['96,5', '3,3', 'warning'],
    ['96', '5', ''],
    ['96', '6', 'error'],
    ['96,55', '3,5', ''],
    ['96,55', '3,6', 'error'],
    ['0', '0', 'warning'],
    ['-', '120', ''],
  ])('%s and %s, with nothing besides them', (one, other, expected) => {
    expect(severityOf('shares-of-hundred', filled(TIMES, one, other))).toBe(expected)
  })

  test.each([
    ['60', '35', '7', ''],
    ['60', '35', '8', 'error'],
    ['60', '35,5', '6', ''],
    ['60', '35,5', '6,3', 'error'],
  ])('%s, %s and %s: each may be rounded', (...figures) => {
    const rows = TIMES.replace('1.1 ', '1.0 | Tỷ lệ đơn giải quyết trước hạn | % | {}\n 1.1 ')
    const expected = figures.pop()
    expect(severityOf('shares-of-hundred', filled(rows, ...figures))).toBe(expected)
  })

  test.each([
    ['60', '30', ''],
    ['60', '50', 'error'],
    ['0', '0', ''],
  ])('%s and %s, where there may be others', (one, other, expected) => {
    expect(severityOf('shares-of-hundred', filled(CHANNELS, one, other))).toBe(expected)
  })

  test.each([
    ['95', '60', '35', ''],
    ['95', '60', '30', 'warning'],
    ['95', '60', '38', 'warning'],
    ['95', '60', '40', 'warning'],
    ['100', '60', '50', 'error'],
    ['95', '0', '0', ''],
    ['-', '60', '30', 'warning'],
    ['-', '0', '0', ''],
  ])('a whole of %s, shares %s and %s', (whole, one, other, expected) => {
    expect(severityOf('shares-of-hundred', filled(DOCUMENTS, whole, one, other))).toBe(expected)
  })

  test('says on which side of what the sum is', () => {
    const [both, one, other] = [
      'Dòng 2 (mục 1.1) “Tỷ lệ đơn giải quyết đúng hạn” và dòng 3 (mục 1.2) “Tỷ lệ đơn giải quyết quá hạn” là các tỷ lệ loại trừ nhau của cùng một tổng số, nhưng cộng lại',
      'Dòng 3 (mục 1.2) “Tỷ lệ văn bản được gửi hoàn toàn dưới dạng điện tử”',
      'dòng 4 (mục 1.3) “Tỷ lệ văn bản được gửi điện tử song song với văn bản giấy”',
    ]
    expect(says('shares-of-hundred', filled(TIMES, '96,5', '5,3'))).toEqual([
      `error 2,3 | 96,5 và 5,3 | tổng bằng 100% | ${both} 96,5 + 5,3 = 101,8%, vượt quá 100%.`,
    ])
    expect(says('shares-of-hundred', filled(DOCUMENTS, '95', '60', '30'))).toEqual([
      `warning 3,4,2 | 60 và 30 | tổng bằng 95% | ${one} và ${other} là các tỷ lệ loại trừ nhau của cùng một tổng số, nhưng cộng lại 60 + 30 = 90%, chưa đủ 95% ở dòng 2.`,
    ])
  })
})
