import { expect, test } from 'vitest'
import { readListReport, UsageError, writeListReport } from '../src/index.ts'

const row = {
  code: '1',
  label: 'Số văn bản chỉ đạo CCHC',
  unit: 'Văn bản',
  raw: '15',
  note: '',
  rowType: 'indicator',
  parentCode: null,
  group: null,
  rowId: '1',
}

function document(period: object, head: object = {}) {
  return {
    report: {
      province: 'Đắk Nông',
      agency: 'Sở Nội vụ',
      level: 'department',
      period,
      issuedOn: null,
      reportNumber: null,
      ...head,
    },
    rows: [row],
  }
}

test.each([
  [{ kind: 'year', year: 2023 }, '2022-12-15', '2023-12-14'],
  [{ kind: 'half', year: 2023, half: 2 }, '2023-06-15', '2023-12-14'],
  [{ kind: 'quarter', year: 2023, quarter: 3 }, '2023-06-15', '2023-09-14'],
  [{ kind: 'month', year: 2023, month: 6 }, '2023-05-15', '2023-06-14'],
  [{ kind: 'nine_months', year: 2023 }, '2022-12-15', '2023-09-14'],
  [
    { kind: 'custom', year: 2023, from: '2023-01-01', to: '2023-03-31' },
    '2023-01-01',
    '2023-03-31',
  ],
  [
    { kind: 'quarter', year: 2023, quarter: 1, from: '2022-12-20', to: '2023-03-14' },
    '2022-12-20',
    '2023-03-14',
  ],
])('the period %j is read with its days and written back', (period, from, to) => {
  const report = readListReport(document(period))
  expect(report.head.period).toMatchObject({ from, to })
  expect(writeListReport(report)).toEqual(document(period))
})

test('a title and an organisation code are kept where they are stated', () => {
  const stated = document(
    { kind: 'year', year: 2023 },
    { title: 'Phụ lục II', organisationCode: 'H16.05' },
  )
  const report = readListReport(stated)
  expect(report).toMatchObject({ title: 'Phụ lục II', head: { organisationCode: 'H16.05' } })
  expect(writeListReport(report)).toEqual(stated)
})

test.each([
  { kind: 'quarter', year: 2023 },
  { kind: 'quarter', year: 2023, quarter: 5 },
  { kind: 'month', year: 2023, month: 13 },
  { kind: 'custom', year: 2023 },
  { kind: 'year', year: 2023, from: '2024-01-01' },
])('the period %j is refused', (period) => {
  expect(() => readListReport(document(period))).toThrow(UsageError)
})
