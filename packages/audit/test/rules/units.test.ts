import { describe, expect, test } from 'vitest'
import { readRows } from '../../src/example.ts'
import { UNKNOWN_HEAD } from '../../src/index.ts'
import { unitKind } from '../../src/meaning/unit-kind.ts'
import { list, says, severityOf, told } from '../list.ts'

const CODES = 'Chưa = 0 Có = 1'

/** The rules that speak of one row. */
const rulesOf = (row: string) => told(list(row)).map((one) => one.split(' ')[2])

describe('code-list-for-count', () => {
  test('names the unit of the count where it is known, or that of the count above', () => {
    expect(says('code-list-for-count', `1 | Tổng số chứng thư số | ${CODES} | 1`)).toEqual([
      'error 1 | đơn vị tính “Chưa = 0 Có = 1”, số liệu “1” | đơn vị đếm | Dòng 1 (mục 1) “Tổng số chứng thư số” là số đếm nhưng cột Đơn vị tính lại in bảng mã “Chưa = 0 Có = 1”, nên không rõ 1 là số lượng hay mã.',
    ])
    const level = `1 | Số TTHC | Thủ tục | 1\n | Cấp tỉnh | ${CODES} | 1`
    expect(says('code-list-for-count', level)).toEqual([
      'error 2 | đơn vị tính “Chưa = 0 Có = 1”, số liệu “1” | Thủ tục | Dòng 2 “Cấp tỉnh” là số đếm (Thủ tục) nhưng cột Đơn vị tính lại in bảng mã “Chưa = 0 Có = 1”, nên không rõ 1 là số lượng hay mã.',
    ])
  })

  test.each([
    ['a known count', `1 | Số VBQPPL đã rà soát | ${CODES} | 1`, 'Văn bản'],
    ['known money', `1 | Số tiền được thanh toán trực tuyến | ${CODES} | 1`, 'Đồng'],
    ['what may be a code', `1 | Số tờ trình | ${CODES} | 1`, undefined],
    [
      'a level of no count',
      `1 | Cổng thông tin | Thủ tục | 1\n | Cấp tỉnh | ${CODES} | 1`,
      undefined,
    ],
    ['a blank', `1 | Tổng số chứng thư số | ${CODES} |`, undefined],
    ['what is no level', `1 | Số TTHC | Thủ tục | 1\n | Kết nối | ${CODES} | 1`, undefined],
    ['a level of money', `1 | Số tiền | Triệu đồng | 1\n | Cấp tỉnh | ${CODES} | 1`, undefined],
  ])('%s', (_name, rows, unit) => {
    expect(says('code-list-for-count', rows)[0]?.split(' | ')[2]).toBe(unit)
  })

  test('is not said again of a code list in both columns', () => {
    expect(rulesOf(`1 | Tổng số chứng thư số | ${CODES} | ${CODES}`)).toEqual([
      'unit-in-value-column',
      'value-not-in-code-list',
    ])
  })
})

describe('count-in-percent', () => {
  test('tells the unit from the figure', () => {
    expect(says('count-in-percent', '1 | Tổng số hồ sơ | % | 98%')).toEqual([
      'error 1 | đơn vị tính “%”, số liệu “98%” | số lượng | Dòng 1 (mục 1) “Tổng số hồ sơ” là số lượng nhưng cột Đơn vị tính ghi %: cần ghi số đếm, không ghi tỷ lệ.',
    ])
    expect(says('count-in-percent', '1 | Tổng số hồ sơ | Hồ sơ | 98%')).toEqual([
      'error 1 | đơn vị tính “Hồ sơ”, số liệu “98%” | số lượng | Dòng 1 (mục 1) “Tổng số hồ sơ” là số lượng nhưng số liệu lại ghi 98%: cần ghi số đếm, không ghi tỷ lệ.',
    ])
  })

  test.each([
    ['98,5%', 'error'],
    ['1 098 %', 'error'],
    ['98% số hồ sơ', ''],
    ['~98%', ''],
    ['24/24, 100%', ''],
    ['98', ''],
  ])('only a percentage alone: %s', (figure, expected) => {
    expect(severityOf('count-in-percent', `1 | Số hồ sơ | Hồ sơ | ${figure}`)).toBe(expected)
  })

  test.each([
    ['a figure in the unit column', '3 | 98%', 'figure-in-unit-column'],
    ['a unit in the figure column', '% | %', 'unit-in-value-column'],
    ['what cannot be read', '% | 9x7', 'figure-unreadable'],
  ])('is not said again of %s', (_name, cells, rule) => {
    expect(rulesOf(`1 | Tổng số hồ sơ | ${cells}`)).toEqual([rule])
  })

  test.each([
    ['Số hóa', ''],
    ['- Số hoá:', ''],
    ['SỐ HÓA, lưu trữ hồ sơ', ''],
    ['Số  hóa kết quả', ''],
    ['Số hóa đơn điện tử', 'error'],
    ['Số hóa đơn', 'error'],
    ['Tổng số hóa đơn', 'error'],
    ['Số hoán đổi', 'error'],
    ['Số liệu phần trăm', ''],
  ])('%s: what is made digital is no count, invoices are', (label, expected) => {
    expect(severityOf('count-in-percent', `1 | ${label} | % | 85`)).toBe(expected)
  })

  test('is not said again of a code list', () => {
    expect(rulesOf(`1 | Tổng số hồ sơ | ${CODES} | 98%`)).not.toContain('count-in-percent')
  })
})

describe('figure-in-unit-column', () => {
  test.each([
    ['Số hồ sơ | 3 |', 'số liệu “3”', ', còn cột Số liệu để trống'],
    ['Số hồ sơ | 3 | 4', 'tên đơn vị tính', ''],
    ['Số hồ sơ | 1.000 | -', 'tên đơn vị tính', ''],
    ['Tỷ lệ hồ sơ | 3 |', '%', ', còn cột Số liệu để trống'],
  ])('%s', (cells, expected, blank) => {
    const [label, unit, figure = ''] = cells.split('|').map((cell) => cell.trim())
    expect(says('figure-in-unit-column', `1 | ${cells}`)).toEqual([
      `error 1 | đơn vị tính “${unit}”, số liệu “${figure}” | ${expected} | Dòng 1 (mục 1) “${label}” ghi “${unit}” ở cột Đơn vị tính${blank}: số liệu bị ghi lệch cột.`,
    ])
  })
})

describe('unit-in-value-column', () => {
  test.each([
    ['%', 'error'],
    ['Hồ sơ', 'error'],
    [CODES, 'error'],
    ['Chuyến', ''],
    ['12 hồ sơ', ''],
  ])('a unit and nothing else: %s', (figure, expected) => {
    expect(severityOf('unit-in-value-column', `1 | Số hồ sơ | | ${figure}`)).toBe(expected)
  })

  test('is not said again of a figure in the unit column', () => {
    expect(rulesOf('1 | Số hồ sơ | 3 | Hồ sơ')).toEqual(['figure-in-unit-column'])
  })

  test('prints both cells', () => {
    expect(says('unit-in-value-column', '1 | Số hồ sơ | Hồ sơ | Hồ sơ')).toEqual([
      'error 1 | đơn vị tính “Hồ sơ”, số liệu “Hồ sơ” | một con số | Dòng 1 (mục 1) “Số hồ sơ” ghi “Hồ sơ” ở cột Số liệu: đây là đơn vị tính, số liệu bị ghi lệch cột.',
    ])
  })
})

describe('figure-unreadable', () => {
  test.each([
    ['Hồ sơ', 'abcdefghijkl', 'warning'],
    ['Hồ sơ', 'abcdefghijklm', ''],
    ['Hồ sơ', 'ab cd', ''],
    ['%', '9x7', 'warning'],
    ['Đồng', '9x7', 'warning'],
    ['Chuyến', '9x7', ''],
    ['', '9x7', ''],
  ])('up to twelve letters where a number belongs: %s %s', (unit, figure, expected) => {
    expect(severityOf('figure-unreadable', `1 | Nội dung | ${unit} | ${figure}`)).toBe(expected)
  })
})

describe('fraction-of-a-count', () => {
  test.each([
    ['Số người | Người | 12,5', 'error'],
    ['Số người | Người | 12,0', ''],
    ['Số người | Người | 12,5%', ''],
    ['Số chuyến | Chuyến | 12,5', ''],
    ['Số người dự thi trung bình | Người | 12,5', ''],
    ['Tỷ lệ người | Người | 12,5', ''],
  ])('%s', (cells, expected) => {
    expect(severityOf('fraction-of-a-count', `1 | ${cells}`)).toBe(expected)
  })

  test('names the unit', () => {
    expect(says('fraction-of-a-count', '1 | Số người | Người | 12,5')).toEqual([
      'error 1 | 12,5 | số nguyên | Dòng 1 (mục 1) “Số người” tính bằng “Người” nên phải là số nguyên, nhưng ghi 12,5.',
    ])
  })
})

describe('negative-figure', () => {
  test.each([
    ['Số người | Người | -1', ['negative-figure']],
    ['Số người | Người | 0', []],
    ['Tỷ lệ hồ sơ đúng hạn | % | -0,1', ['negative-figure']],
    ['Chênh lệch thu chi | Triệu đồng | -3', []],
    ['Số người | Người | -12,5', ['fraction-of-a-count']],
  ])('%s', (cells, expected) => {
    expect(rulesOf(`1 | ${cells}`)).toEqual(expected)
  })
})

test.each([
  ['Hồ sơ | 42.95', 'error'],
  ['Hồ sơ | 42.950', ''],
  ['Tỷ đồng | 42.95', 'warning'],
  ['Chuyến | 42.95', 'warning'],
  ['% | 42.95', ''],
])('lost-digit is certain only of what is counted: %s', (cells, expected) => {
  expect(severityOf('lost-digit', `1 | Nội dung | ${cells}`)).toBe(expected)
})

test.each([
  ['Tr.đ', 'money'],
  ['trđ', 'money'],
  ['tr. đồng', 'money'],
  ['Triệu', 'money'],
  ['triệu  đồng', 'money'],
  ['Ngàn đồng', 'money'],
  ['Nghìn đ', 'money'],
  ['1.000 đồng', 'money'],
  ['1000đ', 'money'],
  ['VNĐ', 'money'],
  ['đồng (làm tròn)', 'money'],
  [' Thủ  tục', 'count'],
  ['Tỷ  lệ', 'percent'],
  ['Hợp đồng', 'other'],
  ['Hội đồng', 'other'],
  ['Lao động', 'other'],
  ['Đồng chí', 'other'],
  ['Nghìn', 'other'],
  ['Trang', 'other'],
  ['đ', 'other'],
])('the unit “%s” is of the kind %s', (unit, kind) => {
  expect([unitKind(unit), unitKind(unit.normalize('NFD'))]).toEqual([kind, kind])
})

describe('money-beyond-measure', () => {
  test.each([
    ['Tỷ đồng | 1.000.000', 'warning'],
    ['Tỷ đồng | 999.999,9', ''],
    ['Triệu đồng | 1.000.000', ''],
    ['Triệu đồng | 1.000.000.000', 'warning'],
    ['Triệu đồng | 999.999.999', ''],
    ['Nghìn đồng | 1.000.000.000.000', 'warning'],
    ['Đồng | 1.000.000.000.000.000', ''],
    ['Tỷ đồng | -', ''],
    ['Tỷ lệ | 1.000.000', ''],
    ['Hợp đồng | 1.000.000.000.000', ''],
  ])('from a million tỷ on, where there is a smaller unit: %s', (cells, expected) => {
    expect(severityOf('money-beyond-measure', `1 | Kế hoạch vốn | ${cells}`)).toBe(expected)
  })

  test.each([
    '  Tỷ \u00a0 đồng ',
    'Tỷ đồng'.normalize('NFD'),
    'TỈ ĐỒNG',
    'Tỷ',
    'tỷ đ.',
    'Tỷ VNĐ',
    'Tỷ đồng/năm',
    '(tỷ đồng)',
    'Tỷ đồng Việt Nam',
  ])('however the unit is written: “%s”', (unit) => {
    const rows = readRows('1 | Kế hoạch vốn | | 1.000.000').map((row) => ({ ...row, unit }))
    expect(told({ head: UNKNOWN_HEAD, rows })).toEqual(['5 warning money-beyond-measure 1'])
  })

  test('proposes the smaller unit', () => {
    expect(says('money-beyond-measure', '1 | Kế hoạch vốn | Tỷ đồng | 1.000.000')).toEqual([
      'warning 1 | 1.000.000 Tỷ đồng | 1.000.000 triệu đồng | Dòng 1 (mục 1) “Kế hoạch vốn” ghi 1.000.000 Tỷ đồng, lớn hơn vốn đầu tư công của cả nước trong một năm: đơn vị tính có lẽ là triệu đồng.',
    ])
  })

  test('is not said again of a rate above 100 %', () => {
    expect(rulesOf('1 | Tỷ lệ vốn | Tỷ đồng | 2.000.000')).toEqual([
      'rate-without-percent',
      'rate-above-hundred',
    ])
  })
})

describe('value-not-in-code-list', () => {
  test.each([
    ['2', 'error'],
    ['00', ''],
    ['có', ''],
    ['đã ban hành', 'warning'],
    ['-', ''],
  ])('beside a printed list: %s', (figure, expected) => {
    const row = `1 | Có kế hoạch | Không = 0 Có = 1 | ${figure}`
    expect(severityOf('value-not-in-code-list', row)).toBe(expected)
  })

  test.each([
    ['Hình thức khảo sát | | 3', 'error'],
    ['Hình thức khảo sát | Hình thức | 3', 'error'],
    ['Hình thức khảo sát | Hình thức | 2', ''],
    ['Hình thức khảo sát | Hồ sơ | 3', ''],
    ['Tổ chức đối thoại của lãnh đạo với người dân và cộng đồng | | 3', 'warning'],
    ['Nội dung | | 3', ''],
    ['Nội dung | Không = 0 | 3', ''],
  ])('by what the row means: %s', (cells, expected) => {
    expect(severityOf('value-not-in-code-list', `1 | ${cells}`)).toBe(expected)
  })

  test('lists every code with its name', () => {
    expect(says('value-not-in-code-list', '1 | Hình thức khảo sát | | 3')).toEqual([
      'error 1 | 3 | 0 hoặc 1 hoặc 2 | Dòng 1 (mục 1) “Hình thức khảo sát” ghi 3, không có trong bảng mã (0 = Trực tuyến, 1 = Phát phiếu, 2 = Kết hợp).',
    ])
  })
})
