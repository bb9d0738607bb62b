import { expect, test } from 'vitest'
import {
  type Cell,
  comparedReports,
  type FilledReport,
  numberCell,
  parseCell,
  ratioCell,
} from '../src/index.ts'

const COLUMNS = [
  { key: 'stt', header: 'STT', headerGroups: [], number: null, content: 'code' },
  { key: 'value', header: 'Số liệu', headerGroups: [], number: null, content: 'cell' },
] as const

function reportOf(cells: Readonly<Record<string, Cell>>, columns: readonly unknown[] = COLUMNS) {
  const rows = Object.entries(cells).map(([rowId, cell]) => ({
    ...{ rowId, code: rowId, label: `Dòng ${rowId}`, unit: '', cells: { value: cell } },
  }))
  return { columns, rows } as unknown as FilledReport
}

const differences = (now: Record<string, Cell>, before: Record<string, Cell>) =>
  comparedReports(reportOf(now), reportOf(before)).map((one) => [
    ...[one.rowId, one.now, one.before, one.difference, one.change],
  ])

test('counts differ by number and by percent of what was before, rates in percentage points', () => {
  const now = {
    1: numberCell(1909),
    2: ratioCell({ numerator: 1, denominator: 3 }),
    3: parseCell('98,5%'),
    4: numberCell(5),
    5: numberCell(7),
    6: parseCell('12,5'),
  }
  const before = {
    1: numberCell(2000),
    2: ratioCell({ numerator: 1, denominator: 2 }),
    3: parseCell('100%'),
    4: numberCell(0),
    5: numberCell(7),
    6: parseCell('10'),
  }
  expect(differences(now, before)).toEqual([
    ['1', '1.909', '2.000', '-91', '-4,55%'],
    ['2', '33,33%', '50,00%', '-16,67 điểm %', null],
    ['3', '98,5%', '100%', '-1,5 điểm %', null],
    ['4', '5', '0', '+5', null],
    ['5', '7', '7', '0', '0%'],
    ['6', '12,5', '10', '+2,5', '+25,00%'],
  ])
})

test('what one of them does not report, and what is no number, has no difference and is no zero', () => {
  const now = {
    1: numberCell(5),
    2: parseCell(''),
    3: parseCell('-'),
    4: parseCell('Có'),
    5: numberCell(1),
  }
  const before = { 1: parseCell(''), 2: numberCell(5), 3: numberCell(5), 4: parseCell('Không') }
  expect(differences(now, before)).toEqual([
    ['1', '5', '', null, null],
    ['2', '', '5', null, null],
    ['3', '-', '5', null, null],
    ['4', 'Có', 'Không', null, null],
    ['5', '1', '', null, null],
  ])
  const nothing = ratioCell({ numerator: 0, denominator: 0 })
  expect(differences({ 1: nothing }, { 1: nothing })[0]?.slice(3)).toEqual([null, null])
})

test('a form of several columns names them, and columns of words are no figures', () => {
  const columns = [
    ...COLUMNS,
    { key: 'late', header: 'Quá hạn', headerGroups: ['Giải quyết'], number: null, content: 'cell' },
    {
      key: 'remark',
      header: 'Nội dung',
      headerGroups: [],
      number: null,
      content: 'cell',
      words: true,
    },
  ]
  const [row] = reportOf({ 1: numberCell(1) }).rows
  const rows = [
    { ...row, cells: { value: numberCell(1), late: numberCell(2), remark: parseCell('x') } },
  ]
  const report = { columns, rows } as unknown as FilledReport
  expect(comparedReports(report, report).map(({ column }) => column)).toEqual([
    'Số liệu',
    'Giải quyết – Quá hạn',
  ])
})
