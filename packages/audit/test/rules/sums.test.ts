import { describe, expect, test } from 'vitest'
import { filled, says, severityOf } from '../list.ts'

describe('sum-of-parts', () => {
  const TIMES = `
    1 | Tổng số hồ sơ đã giải quyết | Hồ sơ | {}
      | Trước hạn | Hồ sơ | {}
      | Đúng hạn | Hồ sơ | {}
      | Quá hạn | Hồ sơ | {}`
  const LEVELS = `
    1 | Tổng số thủ tục | TTHC | {}
    1.1 | Cấp tỉnh | TTHC | {}
    1.2 | Cấp huyện | TTHC | {}
    1.3 | Cấp xã | TTHC | {}`
  const CHANNELS = `
    1 | Tổng số hồ sơ tiếp nhận | Hồ sơ | {}
    1.1 | Trực tuyến | Hồ sơ | {}
    1.2 | Trực tiếp | Hồ sơ | {}`
  const MEETINGS = `
    1 | Tổng số cuộc họp | Cuộc | {}
      | Họp chuyên môn | Cuộc | {}
      | Họp cơ quan | Cuộc | {}
      | Họp khác | Cuộc | {}`

  test.each([
    ['the total', TIMES, ['100', '60', '36', '4'], ''],
    ['no total', TIMES, ['-', '60', '36', '4'], ''],
    ['less than the total', TIMES, ['100', '60', '35', '4'], 'error'],
    ['more than the total', TIMES, ['100', '60', '35', '6'], 'error'],
    ['one blank, the others less', TIMES, ['100', '60', '35', ''], ''],
    ['one blank, the others more', TIMES, ['100', '60', '50', ''], 'error'],
    ['one that does not apply', TIMES, ['100', '60', '35', '-'], 'error'],
    ['one that cannot be read', TIMES, ['100', '60', '50', '9x7'], ''],
    ['one that leaves doubt', TIMES, ['100', '60', '50', '1.23'], ''],
    ['one in percent', TIMES, ['100', '60', '50', '4%'], ''],
    ['none with a figure', TIMES, ['100', '-', '-', '-'], ''],
    ['channels, hardly all', CHANNELS, ['100', '60', '35'], 'warning'],
    ['channels, more than all', CHANNELS, ['100', '60', '45'], 'error'],
    ['levels, less than the total', LEVELS, ['100', '60', '25', '14'], 'error'],
    ['levels that may overlap', LEVELS, ['100', '60', '25', '16'], 'warning'],
    ['levels, one the total', LEVELS, ['100', '100', '25', '16'], 'warning'],
    ['levels, one more than the total', LEVELS, ['100', '101', '25', '16'], 'error'],
    ['the first two make it', MEETINGS, ['10', '6', '4', '3'], ''],
    ['the first three make it', `${MEETINGS}\n | Họp chung | Cuộc | 7`, ['10', '5', '3', '2'], ''],
    ['the first alone makes it', MEETINGS, ['10', '10', '3', '4'], 'warning'],
    ['all of unknown parts', MEETINGS, ['10', '6', '3', '1'], ''],
    ['less of some parts', MEETINGS.replace('Họp', 'Trong đó: họp'), ['10', '6', '2', '1'], ''],
    ['less of unknown parts', MEETINGS, ['10', '6', '2', '1'], 'warning'],
  ])('%s', (_name, form, figures, expected) => {
    expect(severityOf('sum-of-parts', filled(form, ...figures))).toBe(expected)
  })

  test('names the parts that have figures, and how many would be counted twice', () => {
    expect(says('sum-of-parts', filled(LEVELS, '1.100', '1.060', '-', '55'))).toEqual([
      'warning 1,2,4 | 1.100 | 1.115 | Dòng 1 (mục 1) “Tổng số thủ tục” ghi 1.100, nhưng cộng các dòng thành phần (dòng 2, 4) được 1.060 + 55 = 1.115; chỉ đúng khi có 15 mục được tính ở cả hai dòng.',
    ])
    expect(says('sum-of-parts', filled(TIMES, '100', '60', '35', '6'))).toEqual([
      'error 1,2,3,4 | 100 | 101 | Dòng 1 (mục 1) “Tổng số hồ sơ đã giải quyết” ghi 100, nhưng cộng các dòng thành phần (dòng 2, 3, 4) được 60 + 35 + 6 = 101.',
    ])
  })
})

describe('part-above-whole', () => {
  const FORM = `
    1 | Kiểm tra CCHC | |
    1.1 | Số vấn đề phát hiện qua kiểm tra | Vấn đề | {}
    1.2 | Số vấn đề đã xử lý xong | Vấn đề | {}`

  test.each([
    ['10', '11', 'error'],
    ['10', '10', ''],
    ['0', '1', 'error'],
    ['-', '11', ''],
    ['10', '-', ''],
    ['10', '110%', ''],
    ['-1', '-', ''],
  ])('of %s, %s', (whole, part, expected) => {
    expect(severityOf('part-above-whole', filled(FORM, whole, part))).toBe(expected)
  })

  test('names both', () => {
    expect(says('part-above-whole', filled(FORM, '1.010', '1.011'))).toEqual([
      'error 3,2 | 1.011 > 1.010 | ≤ 1.010 | “Số vấn đề đã xử lý xong” (dòng 3) là 1.011, lớn hơn 1.010 ở dòng 2 (mục 1.1) “Số vấn đề phát hiện qua kiểm tra”, trong khi đó chỉ là một phần của số này.',
    ])
  })
})

test('part-above-whole adds up parts of one whole', () => {
  const form = `
    1 | Nhiệm vụ | |
    1.1 | Tổng số nhiệm vụ được giao | Nhiệm vụ | 210
    1.2 | Số nhiệm vụ đã hoàn thành đúng hạn | Nhiệm vụ | 188
    1.3 | Số nhiệm vụ đã hoàn thành nhưng quá hạn | Nhiệm vụ | {}`
  expect(says('part-above-whole', filled(form, '22'))).toEqual([])
  expect(says('part-above-whole', filled(form, '23'))).toEqual([
    'error 3,4,2 | 188 + 23 > 210 | ≤ 210 | “Số nhiệm vụ đã hoàn thành đúng hạn” (dòng 3) và “Số nhiệm vụ đã hoàn thành nhưng quá hạn” (dòng 4) là 188 + 23 = 211, lớn hơn 210 ở dòng 2 (mục 1.1) “Tổng số nhiệm vụ được giao”, trong khi đó chỉ là một phần của số này.',
  ])
})

test('part-above-whole is not certain where one of the parts holds what came up earlier', () => {
  const form = (remark: string) => `
    1 | Nhiệm vụ | |
    1.1 | Tổng số nhiệm vụ được giao | Nhiệm vụ | 210
    1.2 | Số nhiệm vụ đã hoàn thành đúng hạn | Nhiệm vụ | 188 | ${remark}
    1.3 | Số nhiệm vụ đã hoàn thành nhưng quá hạn | Nhiệm vụ | 23`
  expect(severityOf('part-above-whole', form('gồm cả năm trước'))).toBe('warning')
  expect(severityOf('part-above-whole', form('giảm so với năm trước'))).toBe('error')
})

describe('part-above-whole tells of one part once', () => {
  const lines = (form: string) => says('part-above-whole', form).map((one) => one.split(' | ')[0])

  test('alone where it is above its whole alone', () => {
    const form = (onTime: string, late: string) => `
      1 | Nhiệm vụ | |
      1.1 | Tổng số nhiệm vụ được giao | Nhiệm vụ | 210
      1.2 | Số nhiệm vụ đã hoàn thành đúng hạn | Nhiệm vụ | ${onTime}
      1.3 | Số nhiệm vụ đã hoàn thành nhưng quá hạn | Nhiệm vụ | ${late}`
    expect(lines(form('211', '5'))).toEqual(['error 3,2'])
    expect(lines(form('5', '211'))).toEqual(['error 4,2'])
    expect(lines(form('211', '212'))).toEqual(['error 3,2', 'error 4,2'])
    expect(lines(form('110', '101'))).toEqual(['error 3,4,2'])
  })

  test('not again together with others', () => {
    const form = (done: string) => `
      1 | Nhiệm vụ | |
      1.1 | Tổng số nhiệm vụ được giao | Nhiệm vụ | 210
      1.2 | Số nhiệm vụ đã hoàn thành | Nhiệm vụ | ${done}
      1.3 | Số nhiệm vụ đã hoàn thành đúng hạn | Nhiệm vụ | 188
      1.4 | Số nhiệm vụ đã hoàn thành nhưng quá hạn | Nhiệm vụ | 23`
    expect(lines(form('187'))).toEqual(['error 4,3'])
    expect(lines(form('188'))).toEqual(['error 4,5,2'])
    const unsure = form('187').replace('Số nhiệm vụ đã hoàn thành |', 'Số nhiệm vụ |')
    expect(lines(unsure)).toEqual(['error 4,5,2'])
  })

  test('for certain where one of its wholes is certain, whichever is found first', () => {
    const tasks = (onTime: string) => `
      1 | Nhiệm vụ | |
      1.1 | Tổng số nhiệm vụ được giao | Nhiệm vụ | 210
      1.2 | Số nhiệm vụ | Nhiệm vụ | 205
      1.3 | Số nhiệm vụ đã hoàn thành đúng hạn | Nhiệm vụ | ${onTime}`
    expect(lines(tasks('206'))).toEqual(['warning 4,3'])
    expect(lines(tasks('211'))).toEqual(['error 4,2'])
    const form = (integrated: string) => `
      1 | Tổng số TTHC đang có hiệu lực | Thủ tục | 5
      2 | Số TTHC mức độ 3 và 4 đã tích hợp lên Cổng DVC quốc gia | Thủ tục | ${integrated}
      3 | Số TTHC cung cấp mức độ 3, 4 trên Cổng DVC | Thủ tục | 9`
    expect(lines(form('6'))).toEqual(['warning 2,1'])
    expect(lines(form('10'))).toEqual(['error 2,3'])
  })
})

describe('column-sum', () => {
  const FORM = `
      | Đơn vị | Tổng số = Trực tuyến + Trực tiếp | Trực tuyến | Trực tiếp
    1 | Sở Nội vụ | {} | {} | {}`

  test.each([
    ['1.000', '500', '500', ''],
    ['1.000', '500', '499', 'error'],
    ['1.000', '999', '-', 'error'],
    ['1.000', '999', '', ''],
    ['-', '1', '1', ''],
  ])('a total of %s, columns of %s and %s', (total, one, other, expected) => {
    expect(severityOf('column-sum', { wide: filled(FORM, total, one, other) })).toBe(expected)
  })

  test('names row, column and terms', () => {
    expect(says('column-sum', { wide: filled(FORM, '2.000', '1.500', '490') })).toEqual([
      'error 1 | 2.000 | 1.990 | Dòng 1 “Sở Nội vụ”: cột “Tổng số” ghi 2.000, nhưng các cột thành phần cộng lại là 1.500 + 490 = 1.990.',
    ])
    expect(says('column-sum', { wide: filled(FORM, '5', '-', '-') })).toEqual([
      'error 1 | 5 | 0 | Dòng 1 “Sở Nội vụ”: cột “Tổng số” ghi 5, nhưng các cột thành phần cộng lại là - + - = 0.',
    ])
  })
})

describe('row-sum', () => {
  const told = (rows: string) =>
    says('row-sum', { wide: ` | Đơn vị | Nhận | Đúng hạn (%)\n${rows}` })
  const lines = (rows: string) => told(rows).map((one) => one.split(' | ').slice(0, 3).join(' | '))

  test('names row, column and the rows that make it; shares do not add up', () => {
    expect(told('1 | Sở A | 1.000 | 90\n2 | Sở B | 20 | 80\n | Tổng số | 1.010 | 85')).toEqual([
      'error 3 | 1.010 | 1.020 | Dòng 3 “Tổng số”: cột “Nhận” ghi 1.010, nhưng các dòng thành phần (dòng 1, 2) cộng lại là 1.020.',
    ])
  })

  test.each([
    [
      'rows without codes',
      ' | Sở A | 10 | 9\n | Sở B | 2 | 8\n | Tổng cộng | 13 | 8',
      ['error 3 | 13 | 12'],
    ],
    ['a row of totals with a code', '1 | Sở A | 10 | 9\n2 | Sở B | 2 | 8\n3 | Tổng | 12 | 8', []],
    ['two rows of totals', ' | Sở A | 10 | 9\n | Tổng số | 10 | 8\n | Tổng cộng | 10 | 8', []],
    [
      'groups: each of its own rows, the total of the groups',
      'I | Sở | 10 | 9\n1 | Sở A | 6 | 9\n2 | Sở B | 5 | 9\nII | Xã | 2 | 8\n | Tổng | 13 | 8',
      ['error 1 | 10 | 11'],
    ],
    [
      'a row without a code before the groups',
      ' | Ghi chú | 6 | 9\n1 | Sở A | 10 | 9\n | Tổng | 10 | 8',
      [],
    ],
    [
      'a row without a code below a group',
      '1 | Sở A | 10 | 9\n | Phòng | 6 | 9\n | Tổng | 10 | 8',
      [],
    ],
    ['a blank', '1 | Sở A | 10 | 9\n2 | Sở B | | 8\n | Tổng số | 13 | 8', []],
  ])('%s', (_name, rows, expected) => {
    expect(lines(rows)).toEqual(expected)
  })
})

describe('received-resolved-pending', () => {
  const FORM = `
      | Đơn vị | Nhận giải quyết | Mới | Kỳ trước | Đã giải quyết | Sớm | Trễ | Đang giải quyết | Trong hạn | Quá hạn
    1 | Sở Y tế | {} | 15 | 5 | {} | 10 | 0 | {} | 9 | 0`
  const told = (...figures: readonly string[]) =>
    says('received-resolved-pending', { wide: filled(FORM, ...figures) })

  test('names the row and both terms', () => {
    expect(told('2.000', '1.000', '999')).toEqual([
      'warning 1 | 2.000 | 1.999 | Dòng 1 “Sở Y tế”: số hồ sơ nhận giải quyết là 2.000, nhưng đã giải quyết cộng đang giải quyết là 1.000 + 999 = 1.999.',
    ])
  })

  test.each([
    ['20', '10', '10', 0],
    ['20', '19', '-', 1],
    ['20', '19', '', 0],
    ['-', '19', '1', 0],
  ])('of %s received, %s resolved and %s in process', (received, resolved, open, count) => {
    expect(told(received, resolved, open)).toHaveLength(count)
  })

  test('is looked for only where the three totals are these', () => {
    const wide = '| Đơn vị | Nhận = Mới + Cũ | Mới | Cũ\n1 | Sở Y tế | 20 | 15 | 5'
    expect(says('received-resolved-pending', { wide })).toEqual([])
    const two = filled(FORM, '20', '10', '9').replace('Đang giải quyết', 'Đang chờ')
    expect(says('received-resolved-pending', { wide: two })).toEqual([])
  })
})
