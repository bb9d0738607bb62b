import { expect, test } from 'vitest'
import { type AuditedReport, UNKNOWN_HEAD, type WideTable } from '../src/index.ts'
import { told } from './list.ts'

const TITLES = [
  ...['Tổng số', 'Trực tuyến', 'Trực tiếp', 'Từ kỳ trước'].map(
    (one) => `Số hồ sơ nhận giải quyết – ${one}`,
  ),
  ...['Tổng số', 'Trước hạn', 'Đúng hạn', 'Quá hạn'].map(
    (one) => `Số hồ sơ đã giải quyết – ${one}`,
  ),
  ...['Tổng số', 'Trong hạn', 'Quá hạn'].map((one) => `Số hồ sơ đang giải quyết – ${one}`),
]

function form(rows: readonly string[]): AuditedReport {
  const table: WideTable = {
    sheet: null,
    columns: TITLES.map((title) => ({ title, totalOf: [] })),
    rows: rows.map((row, index) => {
      const [code = '', label = '', figures = ''] = row.split('|').map((cell) => cell.trim())
      return { line: index + 1, code, label, figures: figures.split(' ') }
    }),
  }
  return { head: UNKNOWN_HEAD, rows: [], wide: [table] }
}

const SOUND = [
  'I | Sở, ban, ngành | 1.020 500 500 20 1.000 400 590 10 20 15 5',
  '1 | Sở Nội vụ | 1.000 500 490 10 990 400 580 10 10 5 5',
  '2 | Sở Y tế | 20 0 10 10 10 0 10 0 10 10 0',
  ' | Tổng số | 1.020 500 500 20 1.000 400 590 10 20 15 5',
]

test('a form whose columns and rows add up is sound', () => {
  expect(told(form(SOUND))).toEqual([])
})

test('a column that does not add up, and the rows above that no longer do', () => {
  const broken = SOUND.with(2, '2 | Sở Y tế | 20 0 10 10 10 0 9 0 10 10 0')
  expect(told(form(broken))).toEqual(['2 error column-sum 3'])
})

test('what is received but neither resolved nor in process is to be looked at', () => {
  const open = ['1 | Sở Y tế | 20 0 10 10 10 0 10 0 9 9 0']
  expect(told(form(open))).toEqual(['2 warning received-resolved-pending 1'])
})

test('what came over is what was in process at the end of the period before', () => {
  const now = [
    '1 | Sở Nội vụ | 30 10 10 10 20 0 20 0 10 10 0',
    '2 | Sở Y tế | 9 4 4 1 8 0 8 0 1 1 0',
  ]
  const before = [
    '1 | Sở Nội vụ | 20 10 0 10 10 0 10 0 10 10 0',
    '2 | Sở Y tế | 9 5 0 4 7 0 7 0 2 2 0',
  ]
  expect(told(form(now), { previous: form(before) })).toEqual([
    '4 warning stock-does-not-continue 2',
  ])
})
