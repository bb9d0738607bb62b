import { expect, test } from 'vitest'
import {
  DossierStatistics,
  FilledReport,
  LIST_COLUMNS,
  numberCell,
  parseCodeList,
  parsePeriod,
  printCell,
  type ReportColumn,
  ReportTemplate,
  UsageError,
  writeListReport,
} from '../src/index.ts'

const row = DossierStatistics.parse({
  receivedTotal: 10,
  receivedOnline: 6,
  receivedDirectPost: 3,
  carriedOver: 1,
  resolvedTotal: 8,
  resolvedEarly: 5,
  resolvedOnTime: 2,
  resolvedLate: 1,
  pendingTotal: 2,
  pendingWithin: 2,
  pendingOverdue: 0,
})

const columns: ReportColumn[] = [
  { key: 'stt', header: 'STT', headerGroups: [], number: '(1)', content: 'code' },
  { key: 'unit', header: 'Lĩnh vực', headerGroups: [], number: '(2)', content: 'label' },
  ...Object.keys(row).map((key, index) => ({
    key,
    header: 'Tổng số',
    headerGroups: ['Số hồ sơ nhận giải quyết', 'Trong kỳ'],
    number: `(${index + 3})`,
    content: 'cell' as const,
  })),
]

const wide = {
  head: {
    province: 'Đắk Nông',
    agency: 'UBND tỉnh Đắk Nông',
    organisationCode: 'H16',
    level: 'province',
    period: parsePeriod('2022'),
    issuedOn: null,
    reportNumber: null,
  },
  templateId: 'tt01-06a',
  title: 'Tình hình, kết quả giải quyết TTHC',
  formNumber: 'II.06a/VPCP/KSTT',
  unitLine: 'Đơn vị tính: Số hồ sơ TTHC',
  columns,
  rows: [
    {
      rowId: 'total',
      code: '',
      label: 'Tổng số',
      unit: '',
      cells: Object.fromEntries(Object.entries(row).map(([key, n]) => [key, numberCell(n)])),
      note: '',
      rowType: 'total',
      parentCode: null,
      group: null,
    },
  ],
  provenance: {
    rule: { id: 'tt01-2020', version: 1, name: 'Biểu II.06' },
    sources: [{ id: 'mot-cua', lastCompletedAt: 1_671_500_000_000 }],
    madeAt: 1_671_500_000_000,
  },
}

test('the thirteen columns of Form II.06a fit a filled report', () => {
  const report = FilledReport.parse(wide)
  expect(report.columns).toHaveLength(13)
  const [total] = report.rows
  const printed = report.columns
    .filter((column) => column.content === 'cell')
    .map(({ key }) => printCell(total?.cells[key] ?? numberCell(Number.NaN)))
  expect(printed).toEqual(['10', '6', '3', '1', '8', '5', '2', '1', '2', '2', '0'])
})

test('a wide report has no list form', () => {
  expect(() => writeListReport(FilledReport.parse(wide))).toThrow(UsageError)
})

test('a cell under no column is refused', () => {
  const stray = { ...wide, rows: [{ ...wide.rows[0], cells: { stt: numberCell(1) } }] }
  expect(FilledReport.safeParse(stray).error?.issues[0]?.message).toContain('under no column')
})

const templateRow = (rowId: string, binding: unknown) => ({
  rowId,
  code: rowId,
  label: rowId,
  unit: 'Hồ sơ',
  rowType: 'indicator',
  parentCode: null,
  group: null,
  indicatorId: null,
  binding,
})
const template = {
  id: 'bnv-581-province',
  title: 'Thống kê kết quả cải cách hành chính',
  formNumber: null,
  unitLine: null,
  legalBasis: [{ type: 'Công văn', number: '581/BNV-CCHC', date: '2022-02-21' }],
  columns: LIST_COLUMNS,
  rows: [
    templateRow('3.1', {
      kind: 'quotient',
      numerator: '3.1.2',
      denominator: '3.1.1',
      decimals: 2,
    }),
    templateRow('3.1.1', {
      kind: 'figure',
      figure: 'dossiers.resolvedTotal',
      where: { level: 'department' },
    }),
    templateRow('3.1.2', { kind: 'indicator', indicatorId: 'dossiers_on_time' }),
  ],
  generatedBy: [],
}

test('a template is data: rows bound to figures, indicators and other rows', () => {
  expect(ReportTemplate.parse(template).rows.map((each) => each.binding?.kind)).toEqual([
    'quotient',
    'figure',
    'indicator',
  ])
})

test('a code list is read out of the unit column', () => {
  expect(parseCodeList('Chưa = 0 Đang làm = 1 Hoàn thành = 2')).toEqual([
    { code: 0, label: 'Chưa' },
    { code: 1, label: 'Đang làm' },
    { code: 2, label: 'Hoàn thành' },
  ])
  expect(parseCodeList('Chưa có = 0 2 cấp = 1 3 cấp = 2').map(({ label }) => label)).toEqual([
    'Chưa có',
    '2 cấp',
    '3 cấp',
  ])
  expect(parseCodeList('Văn bản')).toEqual([])
})
