import { describe, expect, test } from 'vitest'
import type { AuditAgainst } from '../../src/index.ts'
import { filled, says, severityOf } from '../list.ts'

describe('figure-left-blank', () => {
  const LEVELS = `
    1 | Tổng số TTHC đang có hiệu lực | Thủ tục | {}
      | - Số TTHC cấp tỉnh | Thủ tục | {}
      | - Số TTHC cấp huyện | Thủ tục | {}
      | - Số TTHC cấp xã | Thủ tục | {}`
  const RATE = `
    1 | Tỷ lệ vấn đề đã được khắc phục | % | {}
    1.1 | Số vấn đề được phát hiện | Vấn đề | {}
    1.2 | Số vấn đề đã khắc phục xong | Vấn đề | {}`
  const SHARES = `
    1 | Tổng số văn bản đi | {} |
      | - Tỷ lệ văn bản gửi điện tử | % | {}
      | - Tỷ lệ văn bản ký số | % | 0`
  const told = (form: string, ...figures: readonly string[]) =>
    says('figure-left-blank', filled(form, ...figures))

  test('a part is what the total leaves', () => {
    expect(told(LEVELS, '1.909', '1.599', '', '114')).toEqual([
      'error 3 | (để trống) | 196 | Dòng 3 “Số TTHC cấp huyện” để trống, trong khi tổng số (dòng 1) là 1.909, các thành phần khác cộng lại là 1.713, còn thiếu 196.',
    ])
  })

  test.each([
    ['the total leaves nothing', '1.713', '1.599', '', '114'],
    ['the others are more', '1.712', '1.599', '', '114'],
    ['no other part has a figure', '1.909', '-', '', '-'],
    ['two parts are blank', '1.909', '', '', '114'],
    ['the total has no figure', '-', '1.599', '', '114'],
    ['total and part are blank', '', '', '196', '114'],
    ['no part has a figure', '', '-', '-', '-'],
    ['no part is blank', '1.909', '1.599', '1', '114'],
  ])('nothing is called for where %s', (_name, ...figures) => {
    expect(told(LEVELS, ...figures)).toEqual([])
  })

  test('a total is what its parts make', () => {
    expect(told(LEVELS, '', '1.599', '-', '114')).toEqual([
      'error 1 | (để trống) | 1.713 | Dòng 1 (mục 1) “Tổng số TTHC đang có hiệu lực” để trống, trong khi các dòng thành phần (dòng 2, 4) đã có số liệu, cộng lại là 1.713.',
    ])
  })

  test.each([
    ['Họp trực tuyến', '35'],
    ['Trong đó: họp trực tuyến', 'một con số'],
  ])('other parts, such as “%s”, make it perhaps', (label, expected) => {
    const form = `
      1 | Tổng số cuộc họp | Cuộc | {}
        | ${label} | Cuộc | 25
        | Họp kết hợp | Cuộc | {}`
    expect(told(form, '', '10')).toEqual([
      `warning 1 | (để trống) | ${expected} | Dòng 1 (mục 1) “Tổng số cuộc họp” để trống, trong khi các dòng thành phần (dòng 2, 3) đã có số liệu, cộng lại là 35.`,
    ])
    expect(told(form, '39', '')).toHaveLength(expected === '35' ? 1 : 0)
  })

  test.each([
    ['a rate', ['', '20', '17'], '1 (mục 1) “Tỷ lệ vấn đề đã được khắc phục”', '3, 2'],
    ['its whole', ['85', '', '17'], '2 (mục 1.1) “Số vấn đề được phát hiện”', '1, 3'],
    ['its part', ['85', '20', ''], '3 (mục 1.2) “Số vấn đề đã khắc phục xong”', '1, 2'],
  ])('%s goes with the two others', (_name, figures, where, lines) => {
    expect(told(RATE, ...figures)).toEqual([
      `error ${where.charAt(0)} | (để trống) | một con số | Dòng ${where} để trống, trong khi các dòng liên quan (dòng ${lines}) đã có số liệu.`,
    ])
  })

  test.each([
    ['all are given', '85', '20', '17'],
    ['two are blank', '', '', '17'],
    ['another has no figure', '', '20', '-'],
    ['the others have no figures', '', '-', '-'],
  ])('a rate and its parts where %s', (_name, ...figures) => {
    expect(told(RATE, ...figures)).toEqual([])
  })

  test('a rate that may be of other counts is called for perhaps', () => {
    const form = `
      1 | Tỷ lệ hồ sơ quá hạn | % |
      1.1 | Số hồ sơ tiếp nhận | Hồ sơ | 200
      1.2 | Số hồ sơ quá hạn | Hồ sơ | 7`
    expect(severityOf('figure-left-blank', form)).toBe('warning')
  })

  test('a total has shares only of something', () => {
    expect(told(SHARES, 'Văn bản', '96,3')).toEqual([
      'error 1 | (để trống) | một con số | Dòng 1 (mục 1) “Tổng số văn bản đi” để trống, trong khi các tỷ lệ tính trên tổng số này (dòng 2) đã được ghi.',
    ])
    expect(told(SHARES, 'Văn bản', '0')).toEqual([])
    expect(told(SHARES, 'Văn bản', '-')).toEqual([])
    expect(told(SHARES, 'Đồng', '96,3')).toEqual([])
    expect(told(SHARES, 'Văn bản | 0', '96,3')).toEqual([])
    expect(told(SHARES.replace('Tổng số ', ''), 'Văn bản', '96,3')).toEqual([])
  })
})

describe('figure-not-reported', () => {
  /** So many rows marked with `-`, blank, and filled. */
  const form = (...counts: readonly number[]) => {
    const figures = ['-', '', '1']
    const cells = counts.flatMap((count, at) => Array.from({ length: count }, () => figures[at]))
    const rows = cells.map((figure, at) => `1.${at + 1} | Số hồ sơ ${at} | Hồ sơ | ${figure}`)
    return ['1 | Kiểm tra | |', ...rows].join('\n')
  }

  test('is certain beside five marks, of at most every tenth row', () => {
    expect(severityOf('figure-not-reported', form(5, 1, 4))).toBe('error')
    expect(severityOf('figure-not-reported', form(4, 1, 5))).toBe('warning')
    expect(severityOf('figure-not-reported', form(5, 1, 3))).toBe('warning')
  })

  test('is said row by row where it is certain, else by heading', () => {
    expect(says('figure-not-reported', form(5, 2, 13)).map((one) => one.split(' | ')[0])).toEqual([
      'error 7',
      'error 8',
    ])
    expect(says('figure-not-reported', `${form(0, 2, 0)}\n2 | Số khác | Hồ sơ |`)).toEqual([
      'warning 2,3 | (để trống) | số liệu, 0 hoặc “-” | Các dòng 2, 3 để trống: không rõ là bằng 0, không phát sinh (“-”) hay chưa có số liệu.',
      'warning 4 | (để trống) | số liệu, 0 hoặc “-” | Dòng 4 (mục 2) “Số khác” để trống: không rõ là bằng 0, không phát sinh (“-”) hay chưa có số liệu.',
    ])
  })

  test('says why it is certain', () => {
    expect(says('figure-not-reported', form(5, 1, 4))).toEqual([
      'error 7 | (để trống) | số liệu, 0 hoặc “-” | Dòng 7 (mục 1.6) “Số hồ sơ 5” để trống: không rõ là bằng 0, không phát sinh (“-”) hay chưa có số liệu, trong khi các dòng khác của báo cáo đều ghi rõ.',
    ])
  })

  test('is not said of what may be no figure', () => {
    expect(says('figure-not-reported', '1 | Nội dung | Chuyến |')).toEqual([])
  })

  test('is not said of what figure-left-blank says', () => {
    const parts = '1 | Tổng số cuộc họp | Cuộc | 39\n | Họp trực tuyến | Cuộc | 25'
    expect(says('figure-not-reported', `${parts}\n | Họp kết hợp | Cuộc |`)).toEqual([])
  })
})

test.each([
  ['', 'error'],
  ['/BC2-SNV', 'error'],
  ['…/BC-SNV', 'error'],
  ['1/BC-SNV', ''],
  ['12', ''],
  [null, ''],
])('report-number-blank looks before the symbol: %j', (reportNumber, expected) => {
  expect(severityOf('report-number-blank', { head: { reportNumber } })).toBe(expected)
  const sentence = `Báo cáo ghi “Số: ${reportNumber}”, số của văn bản để trống.`
  expect(says('report-number-blank', { head: { reportNumber } })).toEqual(
    expected
      ? [`error | ${`Số: ${reportNumber}`.trim()} | số thứ tự trước ký hiệu | ${sentence}`]
      : [],
  )
})

describe('task-cell-blank', () => {
  type Task = NonNullable<AuditAgainst['tasks']>[number]
  const TASK: Task = {
    no: 7,
    task: 'Rà soát TTHC',
    product: 'Báo cáo',
    assignee: 'Văn phòng',
    status: 'Đúng tiến độ',
    documents: [{ type: '', number: '9/BC-VP', date: '2023-06-05', role: 'result' }],
  }
  const NO_RESULT: Partial<Task> = { documents: null }
  const severity = (change: Partial<Task>) =>
    severityOf('task-cell-blank', {}, { tasks: [{ ...TASK, ...change }] })

  test('names the task, its row in the file and each blank column', () => {
    const tasks = [{ ...TASK, ...NO_RESULT, line: 12, product: ' ', assignee: null }]
    const named = 'Nhiệm vụ 7 “Rà soát TTHC” để trống cột'
    expect(says('task-cell-blank', {}, { tasks })).toEqual([
      `error 12 | (để trống) | Sản phẩm | ${named} Sản phẩm.`,
      `error 12 | (để trống) | Phân công thực hiện | ${named} Phân công thực hiện.`,
      `warning 12 | (để trống) | Kết quả thực hiện | ${named} Kết quả thực hiện, trong khi ghi “Đúng tiến độ”.`,
    ])
  })

  test.each<[string, Partial<Task>, string]>([
    ['all is there', {}, ''],
    ['no product', { product: undefined }, 'error'],
    ['nobody to do it', { assignee: ' ' }, 'error'],
    ['no document', NO_RESULT, 'warning'],
    [
      'only a document that it is based on',
      { documents: [{ type: '', number: '1/KH', role: 'basis' }] },
      'warning',
    ],
    [
      'a result beside a document that it is based on',
      { documents: [{ type: '', number: '1/KH', role: 'basis' }, ...(TASK.documents ?? [])] },
      '',
    ],
    ['a result without a number', { ...NO_RESULT, unnumberedResults: ['Báo cáo'] }, ''],
    ['a list of none', { ...NO_RESULT, unnumberedResults: [] }, 'warning'],
    ['a result in words', { ...NO_RESULT, resultText: 'Đã xong' }, ''],
    ['a result of spaces', { ...NO_RESULT, resultText: ' ' }, 'warning'],
    ['no status either', { ...NO_RESULT, status: ' ' }, ''],
    ['a status that is not there', { ...NO_RESULT, status: null }, ''],
  ])('%s', (_name, change, expected) => {
    expect(severity(change)).toBe(expected)
  })
})
