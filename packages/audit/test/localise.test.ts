import { loadIndicatorCatalogue } from '@cchc/domain/catalogue'
import { describe, expect, test } from 'vitest'
import { commentOn } from '../src/comment-on.ts'
import { type Example, readExample } from '../src/example.ts'
import { auditReport, printAudit } from '../src/index.ts'

const catalogue = await loadIndicatorCatalogue()

function audited(example: Example) {
  const { report, against } = readExample(example)
  return auditReport(report, { ...against, catalogue }).findings
}

/** What is told of a report: rules with their lines, figures at fault behind them, and what follows from these. */
function told(example: Example): readonly string[] {
  return audited(example).map(({ rule, rows, mends = [], consequences = [] }) => {
    const lines = rows.map(({ line }) => line).join()
    const changes = mends.map(({ line, printed, expected }) => `${line}: ${printed} → ${expected}`)
    const beneath = consequences.map((one) => `${one.rule} ${one.rows[0]?.line}`)
    return [`${rule} ${lines}`, ...changes, ...beneath].join(' | ')
  })
}

const UNITS = (rows: string) => ({
  wide: `
      | Đơn vị | Tổng = Trực tuyến + Trực tiếp | Trực tuyến | Trực tiếp
    ${rows}`,
})

describe('figures at fault', () => {
  test('one figure that alone mends the sums across and down is told, and they beneath it', () => {
    const rows = (figure: string) =>
      UNITS(`1 | A | 100 | ${figure} | 40
    2 | B | 50 | 20 | 30
      | Tổng số | 150 | 80 | 70`)
    expect(told(rows('60'))).toEqual([])
    expect(told(rows('65'))).toEqual(['column-sum 1 | 1: 65 → 60 | column-sum 1 | row-sum 3'])
    const [finding] = audited(rows('65'))
    expect(finding).toMatchObject({ severity: 'error', printed: '65', expected: '60' })
  })

  test('where several figures could be at fault, none is told', () => {
    const [finding, ...others] = audited(UNITS('1 | A | 100 | 65 | 40'))
    expect(others).toEqual([])
    expect(finding).toMatchObject({ rule: 'column-sum', expected: '105' })
    expect(finding).not.toHaveProperty('mends')
  })

  test('of several figures the one that no sum that holds bears out is told', () => {
    const rows = UNITS(`1 | A | 100 | 60 | 45
    2 | B | 50 | 20 | 30
      | Tổng số | 150 | 80 | `)
    expect(told(rows)).toEqual(['column-sum 1 | 1: 45 → 40 | column-sum 1', 'column-left-blank 3'])
  })

  test('three figures of one column are told together, each by the row that it breaks', () => {
    const rows = (last: string) =>
      UNITS(`1 | A | 100 | 65 | 40
    2 | B | 50 | 27 | 30
    3 | C | 10 | ${last} | 5
      | Tổng số | 160 | 85 | 75`)
    expect(told(rows('14'))).toEqual([
      'column-sum 1,2,3 | 1: 65 → 60 | 2: 27 → 20 | 3: 14 → 5 | column-sum 1 | column-sum 2 | column-sum 3 | row-sum 4',
    ])
    expect(audited(rows('14'))[0]?.explanation.template).toContain('the sum that they are parts of')
  })

  test('in a column of many rows too, where pairs are too many to be tried', () => {
    const many = Array.from({ length: 90 }, (_none, at) => `${at + 3} | Xã ${at} | 9 | 4 | 5`)
    const rows = UNITS(`1 | A | 100 | 65 | 40
    2 | B | 50 | 27 | 30
    ${many.join('\n')}
      | Tổng số | 960 | 440 | 520`)
    expect(told(rows)[0]).toContain('1: 65 → 60 | 2: 27 → 20')
  })

  test('two figures at fault are told together where no others mend what they break', () => {
    const rows = UNITS(`1 | A | 100 | 65 | 40
    2 | B | 50 | 20 | 33
    3 | C | 10 | 5 | 5
      | Tổng số | 160 | 85 | 75`)
    expect(told(rows)).toEqual([
      'column-sum 1,2 | 1: 65 → 60 | 2: 33 → 30 | column-sum 1 | column-sum 2 | row-sum 4 | row-sum 4',
    ])
  })

  test('faults that have nothing to do with each other are told one by one', () => {
    const rows = `
      1 | Tổng số hồ sơ đã tiếp nhận | Hồ sơ | 100
        | Trực tuyến | Hồ sơ | 60
        | Trực tiếp | Hồ sơ | 45
      2 | Tỷ lệ hợp tác xã nộp báo cáo | % | 13,62%
      2.1 | Tổng số hợp tác xã | Hợp tác xã | 800
      2.2 | Số hợp tác xã đã nộp báo cáo | Hợp tác xã | 109`
    const rates = told(rows).filter((one) => one.startsWith('percentage'))
    expect(rates).toEqual(['percentage-of-parts 4,6,5 | 4: 13,62% → 13,63%'])
  })

  test('a figure that lost a digit is told with the value that its sum asks for', () => {
    const rows = (total: string) => `
      1 | Tổng số hồ sơ đã giải quyết | Hồ sơ | ${total}
        | Trước hạn | Hồ sơ | 40.000
        | Đúng hạn | Hồ sơ | 2.900
        | Quá hạn | Hồ sơ | 50`
    expect(told(rows('42.950'))).toEqual([])
    expect(told(rows('42.95'))).toEqual(['lost-digit 1 | 1: 42.95 → 42.950 | lost-digit 1'])
    expect(told(rows('41.95'))).toEqual(['lost-digit 1 | 1: 41.95 → 42.950 | lost-digit 1'])
  })

  test('a figure that lost a digit in a table of many columns is told with its value', () => {
    const rows = (figure: string) =>
      UNITS(`1 | A | 43.050 | ${figure} | 100
    2 | B | 50 | 20 | 30`)
    expect(told(rows('42.950'))).toEqual([])
    expect(told(rows('42.95'))).toEqual(['lost-digit 1 | 1: 42.95 → 42.950 | lost-digit 1'])
  })

  test('a figure that lost a digit keeps its value to itself where nothing asks for one', () => {
    expect(told('1 | Số hồ sơ đã nhận | Hồ sơ | 42.95')).toEqual(['lost-digit 1'])
  })

  test('a figure is not told where what the text says is against it', () => {
    const rows = `
      1 | Tổng số hồ sơ đã giải quyết | Hồ sơ | 42.95
        | Trước hạn | Hồ sơ | 40.000
        | Đúng hạn | Hồ sơ | 2.900
        | Quá hạn | Hồ sơ | 50`
    const found = (text: string) => {
      return audited({ rows, text }).flatMap(({ mends = [] }) => mends.map((one) => one.expected))
    }
    expect(found('42.950 hồ sơ | 42950 | hồ sơ | 1')).toEqual(['42.950'])
    expect(found('43.950 hồ sơ | 43950 | hồ sơ | 1')).toEqual([])
  })

  test('people read the figure, what it should be, and what follows from it', () => {
    const [finding] = printAudit(
      auditReport(
        readExample(
          UNITS(`1 | A | 100 | 65 | 40
    2 | B | 50 | 20 | 30
      | Tổng số | 150 | 80 | 70`),
        ).report,
        { catalogue },
      ),
    ).findings
    expect(finding?.explanation).toBe(
      'Dòng 1 “A”, cột “Trực tuyến” ghi 65: chỉ cần sửa thành 60 là 2 phép tính khớp lại; sửa riêng một số liệu khác thì không khớp.',
    )
    expect(finding?.mends).toEqual([{ line: 1, printed: '65', expected: '60' }])
    expect(finding?.consequences?.map(({ rule }) => rule)).toEqual(['column-sum', 'row-sum'])
  })

  test('a comment at the cell says what follows from it too', () => {
    const [finding] = audited(
      UNITS(`1 | A | 100 | 65 | 40
    2 | B | 50 | 20 | 30
      | Tổng số | 150 | 80 | 70`),
    )
    const { text } = commentOn(finding as NonNullable<typeof finding>)
    expect(text).toMatch(/^Lỗi: .*Cần ghi: 60\nKéo theo: .*\nKéo theo: .*/s)
  })
})
