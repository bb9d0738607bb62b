import { describe, expect, test } from 'vitest'
import { filled, list, says, severityOf } from '../list.ts'

describe('stock-does-not-continue', () => {
  const WIDE = `
      | Đơn vị | Số TTHC | Nhận giải quyết | Trực tuyến | Trực tiếp | Kỳ trước | Đã giải quyết | Đúng hạn | Quá hạn | Đang giải quyết | Trong hạn | Quá hạn
    1 | Sở Y tế | 3 | 9 | 5 | 3 | {} | 8 | 8 | 0 | {} | 1 | 0`
  const LIST = '1 | Số hồ sơ kỳ trước chuyển sang | Hồ sơ | 12'
  const BEFORE = '1 | Số hồ sơ mới | Hồ sơ | 1\n2 | Số hồ sơ đang giải quyết | Hồ sơ | 1.015'
  const carried = (rows: string, before: string) =>
    says('stock-does-not-continue', { rows, previous: { rows: before } })
  const byColumns = (wide: string, before: string) =>
    says('stock-does-not-continue', { wide, previous: { wide: before } })

  test('in a list: the row of the period before is named', () => {
    expect(carried(LIST, BEFORE)).toEqual([
      'warning 1 | 12 | 1.015 | Dòng 1 (mục 1) “Số hồ sơ kỳ trước chuyển sang” ghi 12, nhưng kỳ trước còn đang giải quyết 1.015 (dòng 2).',
    ])
    expect(carried(`${LIST}\n2 | Tỷ lệ kỳ trước | % | 12`, BEFORE)).toHaveLength(1)
    expect(carried(LIST, `${BEFORE}\n3 | Tỷ lệ đang giải quyết | % | 12`)).toHaveLength(1)
  })

  test.each([
    ['the same', LIST.replace('12', '1015'), BEFORE],
    ['two rows', `${LIST}\n2 | Số PAKN kỳ trước chuyển sang | PAKN | 12`, BEFORE],
    ['two rows before', LIST, `${BEFORE}\n3 | Số PAKN đang xử lý | PAKN | 12`],
    ['no figure', LIST.replace('12', '-'), BEFORE],
    ['no figure before', LIST, BEFORE.replace('1.015', '-')],
    ['a rate alone', LIST.replace('Số', 'Tỷ lệ'), BEFORE],
    ['nothing that came over', '1 | Số hồ sơ mới | Hồ sơ | 3', BEFORE],
    ['nothing in process before', LIST, '1 | Số hồ sơ mới | Hồ sơ | 3'],
  ])('in a list, %s', (_name, rows, before) => {
    expect(carried(rows, before)).toEqual([])
  })

  test('in a wide table: organisation by organisation', () => {
    expect(byColumns(filled(WIDE, '1.001', '1'), filled(WIDE, '4', '1.002'))).toEqual([
      'warning 1 | 1.001 | 1.002 | Dòng 1 “Sở Y tế”: cột “Từ kỳ trước” ghi 1.001, nhưng cuối kỳ trước còn đang giải quyết 1.002.',
    ])
  })

  test.each([
    ['the same', filled(WIDE, '2', '1'), filled(WIDE, '4', '2')],
    ['no figure', filled(WIDE, '-', '1'), filled(WIDE, '4', '2')],
    ['no figure before', filled(WIDE, '1', '1'), filled(WIDE, '4', '-')],
    [
      'another organisation',
      filled(WIDE, '1', '1'),
      filled(WIDE, '4', '2').replace('Y tế', 'Nội vụ'),
    ],
    [
      'a row cut short',
      filled(WIDE, '1', '1').replace(/\| 3 \| 1 .*$/, ''),
      filled(WIDE, '4', '2'),
    ],
    [
      'another table',
      '| Đơn vị | Nhận = A + B | A | B\n1 | Sở Y tế | 9 | 8 | 1',
      filled(WIDE, '4', '2'),
    ],
    [
      'another table before',
      filled(WIDE, '1', '1'),
      '| Đơn vị | Nhận = A + B | A | B\n1 | Sở Y tế | 9 | 8 | 1',
    ],
  ])('in a wide table, %s', (_name, wide, before) => {
    expect(byColumns(wide, before)).toEqual([])
  })

  test('a wide table beside a list of the period before', () => {
    const previous = { rows: BEFORE }
    expect(says('stock-does-not-continue', { wide: filled(WIDE, '1', '1'), previous })).toEqual([])
  })
})

describe('jump-since-previous-period', () => {
  const pair = (row: string, now: string, before: string) => ({
    rows: `1 | ${row} | ${now}`,
    previous: { rows: `1 | ${row} | ${before}` },
  })
  const COUNT = 'Số hợp tác xã nộp báo cáo | Hợp tác xã'
  const RATE = 'Tỷ lệ hoàn thành Kế hoạch CCHC | %'

  test.each([
    [COUNT, '20', '1', 'warning'],
    [COUNT, '19', '1', ''],
    [COUNT, '20', '2', ''],
    [COUNT, '21', '2', 'warning'],
    [COUNT, '2', '21', 'warning'],
    [COUNT, '20', '0', 'warning'],
    [COUNT, '0', '19', ''],
    [RATE, '90', '40', ''],
    [RATE, '90,1', '40', 'warning'],
    [RATE, '40', '90,1', 'warning'],
    [RATE, '40', '4', ''],
    [RATE, '60', '60', ''],
  ])('%s: %s after %s', (row, now, before, expected) => {
    expect(severityOf('jump-since-previous-period', pair(row, now, before))).toBe(expected)
  })

  test('names both figures', () => {
    expect(says('jump-since-previous-period', pair(COUNT, '1.090', '108'))).toEqual([
      'warning 1 | 1.090 | gần với kỳ trước (108) | Dòng 1 (mục 1) “Số hợp tác xã nộp báo cáo” ghi 1.090, trong khi kỳ trước là 108: biến động bất thường, cần kiểm tra lại.',
    ])
  })
})

describe('cumulative-figure-falls', () => {
  const head = (from: string | null, to: string | null) => ({ period: { text: null, from, to } })
  const [NOW, BEFORE] = [head('2022-12-15', '2023-12-14'), head('2022-12-15', '2023-06-14')]
  const report = (of: object, figure: string, label = 'Số nhiệm vụ đã hoàn thành') => ({
    head: of,
    rows: `1 | ${label} | Nhiệm vụ | ${figure}`,
  })

  test('names both figures, and is told instead of a jump', () => {
    const example = { ...report(NOW, '10'), previous: report(BEFORE, '1.200') }
    expect(says('cumulative-figure-falls', example)).toEqual([
      'warning 1 | 10 | ≥ 1.200 | Dòng 1 (mục 1) “Số nhiệm vụ đã hoàn thành” ghi 10, nhỏ hơn 1.200 của kỳ báo cáo trước, dù kỳ này tính lũy kế từ cùng một ngày.',
    ])
    expect(says('jump-since-previous-period', example)).toEqual([])
  })

  test.each([
    ['the same figure', report(NOW, '12'), report(BEFORE, '12')],
    ['the same period', report(BEFORE, '10'), report(BEFORE, '12')],
    ['another first day', report(head('2023-01-01', '2023-12-14'), '10'), report(BEFORE, '12')],
    [
      'no first day',
      report(head(null, '2023-12-14'), '10'),
      report(head(null, '2023-06-14'), '12'),
    ],
    ['no last day', report(head('2022-12-15', null), '10'), report(BEFORE, '12')],
    [
      'what there is on a day',
      report(NOW, '10', 'Số việc đang làm'),
      report(BEFORE, '12', 'Số việc đang làm'),
    ],
  ])('%s', (_name, now, previous) => {
    expect(says('cumulative-figure-falls', { ...now, previous })).toEqual([])
  })
})

describe('differs-from-stored-data', () => {
  const pair = (row: string, figure: string, stored: string) => ({
    rows: `1 | ${row} | ${figure}`,
    stored: { rows: `1 | ${row} | ${stored}` },
  })
  const RATE = 'Tỷ lệ hoàn thành Kế hoạch CCHC | %'

  test.each([
    [RATE, '99,7', '99,75', ''],
    [RATE, '99,7', '99,76', 'warning'],
    [RATE, '99,65', '99,7', ''],
    ['Kế hoạch vốn được giao | Triệu đồng', '12,5', '12,54', 'warning'],
    ['Số VBQPPL đã rà soát | Văn bản', '41', '40', 'warning'],
    ['Số VBQPPL đã rà soát | Văn bản', '40', '40', ''],
  ])('%s: %s beside %s', (row, figure, stored, expected) => {
    expect(severityOf('differs-from-stored-data', pair(row, figure, stored))).toBe(expected)
  })

  test('is said once, of the first that differs', () => {
    const row = (figure: string) => `1 | Số VBQPPL đã rà soát | Văn bản | ${figure}`
    const stored = ['41', '40', '39'].map((figure) => list(row(figure)))
    const told = says('differs-from-stored-data', row('41'), { stored })
    expect(told.map((one) => one.split(' | ')[2])).toEqual(['40'])
  })

  test('names both figures', () => {
    const example = pair('Số VBQPPL đã rà soát | Văn bản', '1.041', '1.040')
    expect(says('differs-from-stored-data', example)).toEqual([
      'warning 1 | 1.041 | 1.040 | Dòng 1 (mục 1) “Số VBQPPL đã rà soát” ghi 1.041, còn dữ liệu đã thu thập từ các cổng cho kết quả 1.040.',
    ])
  })
})

describe('denominator-not-the-total', () => {
  const form = (total: string, figure: string) => `
    1 | ${total}
      | - Tỷ lệ văn bản gửi điện tử | % | ${figure}`

  test('names the denominator, and the total with its row', () => {
    expect(
      says(
        'denominator-not-the-total',
        form('Tổng số văn bản đi | Văn bản | 1.258', '1.238/1.285, đạt 96,3%'),
      ),
    ).toEqual([
      'error 2,1 | mẫu số 1.285 | 1.258 | Dòng 2 “Tỷ lệ văn bản gửi điện tử” lấy mẫu số 1.285, nhưng “Tổng số văn bản đi” (dòng 1) là 1.258.',
    ])
  })

  test.each([
    ['Tổng số văn bản đi | Văn bản | 1.285', '1238/1285, đạt 96,3%'],
    ['Tổng số văn bản đi | Văn bản | -', '1238/1285, đạt 96,3%'],
    ['Văn bản đi | Văn bản | 1.258', '1238/1285, đạt 96,3%'],
    ['Tổng số văn bản đi | % | 98', '1238/1285, đạt 96,3%'],
    ['Tổng số văn bản đi | Văn bản | 1.258', '96,3%'],
  ])('%s, below it %s', (total, figure) => {
    expect(says('denominator-not-the-total', form(total, figure))).toEqual([])
  })

  test('a rate below nothing, and a count', () => {
    const rate = '1 | Tỷ lệ văn bản gửi điện tử | % | 1238/1285, đạt 96,3%'
    expect(says('denominator-not-the-total', rate)).toEqual([])
    const count = form('Tổng số văn bản đi | Văn bản | 1.258', '1238/1285, đạt 96,3%')
    const rows = count.replace('Tỷ lệ', 'Số').replace('| %', '| Văn bản')
    expect(says('denominator-not-the-total', rows)).toEqual([])
  })
})

describe('one-fact-two-figures', () => {
  const form = (one: string, other: string) => `
    I | Cải cách tổ chức bộ máy | |
    1 | Tổng số đơn vị sự nghiệp công lập | Đơn vị | ${one}
    II | Cải cách tài chính công | |
    1 | Tổng số ĐVSN công lập | Đơn vị | ${other}`

  test('names both rows', () => {
    expect(says('one-fact-two-figures', form('1.040', '42'))).toEqual([
      'warning 2,4 | 1.040 và 42 | cùng một con số | Dòng 2 (mục 1) “Tổng số đơn vị sự nghiệp công lập” ghi 1.040 còn dòng 4 (mục 1) “Tổng số ĐVSN công lập” ghi 42: hai dòng nói về cùng một số lượng.',
    ])
  })

  test.each([
    ['42', '42'],
    ['-', '42'],
    ['42', '-'],
  ])('%s and %s', (one, other) => {
    expect(says('one-fact-two-figures', form(one, other))).toEqual([])
  })

  test.each([[2], [4]])('line %d alone states it once', (line) => {
    const rows = form('40', '42').split('\n')
    expect(says('one-fact-two-figures', rows.toSpliced(line, 1).join('\n'))).toEqual([])
  })
})

describe('what the text says', () => {
  const TABLE = '1 | Số hồ sơ đã giải quyết | Hồ sơ | {}'
  const said = (figure: string, text: string) => ({ rows: filled(TABLE, figure), text })

  test('text-differs-from-table names both places', () => {
    const example = said('12.345', '12.000 hồ sơ | 12000 | hồ sơ | 1')
    expect(says('text-differs-from-table', example)).toEqual([
      'error 1 | lời văn: 12.000; bảng: 12.345 | hai nơi cùng một con số | Phần lời văn của báo cáo ghi “12.000 hồ sơ” (12.000), nhưng dòng 1 (mục 1) “Số hồ sơ đã giải quyết” ghi 12.345.',
    ])
    expect(says('text-differs-from-table', said('', '45 hồ sơ | 45 | hồ sơ | 1'))).toEqual([])
  })

  test('text-states-what-table-leaves-blank names the figure', () => {
    const example = said('', '1.045 hồ sơ | 1045 | hồ sơ | 1')
    expect(says('text-states-what-table-leaves-blank', example)).toEqual([
      'error 1 | lời văn: 1.045; bảng: (để trống) | 1.045 | Phần lời văn của báo cáo ghi “1.045 hồ sơ” (1.045), nhưng dòng 1 (mục 1) “Số hồ sơ đã giải quyết” để trống.',
    ])
    expect(
      says('text-states-what-table-leaves-blank', said('44', '45 hồ sơ | 45 | hồ sơ | 1')),
    ).toEqual([])
  })

  test('text-part-above-whole compares exactly two figures', () => {
    const above = (text: string) =>
      says('text-part-above-whole', { rows: filled(TABLE, '5'), text })
    expect(above('1.015/1.014 hồ sơ | 1015/1014 | hồ sơ | 1')).toEqual([
      'warning 1 | 1.015/1.014 hồ sơ | ≤ 1.014 | Phần lời văn ghi “1.015/1.014 hồ sơ”: 1.015 lớn hơn 1.014 được giao hoặc tổng số.',
    ])
    for (const values of ['14/14', '14/15', '15', '15/14/13', '']) {
      expect(above(`${values} hồ sơ | ${values} | hồ sơ |`)).toEqual([])
    }
  })
})
