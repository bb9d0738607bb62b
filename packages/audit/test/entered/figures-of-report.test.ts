import { cellNumber, type Indicator, inWords, parseCodeList, printCell } from '@cchc/domain'
import { type IndicatorCatalogue, loadIndicatorCatalogue } from '@cchc/domain/catalogue'
import { beforeAll, describe, expect, test } from 'vitest'
import { figuresOfReport, readEnteredCell } from '../../src/entered/index.ts'
import type { AuditedReport, AuditedRow } from '../../src/index.ts'
import { UNKNOWN_HEAD } from '../../src/index.ts'

let catalogue: IndicatorCatalogue
beforeAll(async () => {
  catalogue = await loadIndicatorCatalogue()
})

const count: Indicator = {
  id: 'plan_tasks_total',
  label: 'Số nhiệm vụ',
  unit: 'Nhiệm vụ',
  kind: 'count',
  nature: 'flow',
  quotient: null,
  sumOf: [],
  codeList: [],
}
const coded: Indicator = { ...count, kind: 'coded', codeList: parseCodeList('Chưa = 0 Có = 1') }

function faultIn(raw: string, indicator: Indicator): string {
  const read = readEnteredCell(raw, indicator)
  return 'fault' in read ? inWords(read.fault) : ''
}

describe('a cell as people write it', () => {
  test.each([
    ['1.909', 1909, '1.909'],
    ['1909', 1909, '1.909'],
    ['05', 5, '5'],
    ['00005', 5, '5'],
    ['0001234567', 1_234_567, '1.234.567'],
    ['12,0', 12, '12'],
    ['0', 0, '0'],
    ['000', 0, '0'],
    ['-', null, '-'],
    ['', null, ''],
    ['Không', 0, 'Không'],
    ['không phát sinh', 0, 'không phát sinh'],
    ['Không thuộc chuyên môn', null, 'Không thuộc chuyên môn'],
  ])('%j of a count is %s and prints as %j', (raw, number, printed) => {
    const read = readEnteredCell(raw, count)
    if ('fault' in read) throw new Error(inWords(read.fault))
    expect(cellNumber(read.cell)).toBe(number)
    expect(printCell(read.cell)).toBe(printed)
  })

  test('money keeps the decimals that were written', () => {
    const read = readEnteredCell('0012345,50', { ...count, kind: 'money' })
    expect('cell' in read && printCell(read.cell)).toBe('12.345,50')
  })

  test.each([
    ['42.95', 'two ways'],
    ['99,73%', 'percentage'],
    ['12,5', 'whole number'],
    ['-3', 'below zero'],
    ['15/02/2023', 'date'],
    ['30 nhiệm vụ', 'plain number'],
  ])('%j of a count is a fault', (raw, words) => {
    expect(faultIn(raw, count)).toContain(words)
  })

  test.each([
    ['Chưa', 0],
    ['có', 1],
    ['1', 1],
    ['00', 0],
  ])('%j is the coded value %s', (raw, number) => {
    const read = readEnteredCell(raw, coded)
    expect('cell' in read && cellNumber(read.cell)).toBe(number)
  })

  test('a code that is none, and numbers where words belong', () => {
    expect(faultIn('2', coded)).toContain('0 = Chưa')
    const words: Indicator = { ...count, kind: 'text' }
    expect(readEnteredCell('15/02/2023', words)).toMatchObject({ cell: { state: 'text' } })
    const rate: Indicator = { ...count, kind: 'ratio' }
    expect(readEnteredCell('99,73%', rate)).toMatchObject({ cell: { value: 99.73, percent: true } })
  })
})

describe('the figures of a report', () => {
  const take = (...rows: AuditedRow[]) =>
    figuresOfReport(report(rows), { template: null, catalogue })

  test('rates are computed, not taken; one that says otherwise is a finding with its address', () => {
    const taken = take(
      row({ code: '1', label: 'Tỷ lệ hoàn thành Kế hoạch CCHC', unit: '%', value: '95%' }),
      row({ code: '1.1', label: 'Số nhiệm vụ đề ra trong kế hoạch', value: '30' }),
      row({ code: '1.2', label: 'Số nhiệm vụ đã hoàn thành', value: '28' }),
    )
    expect(taken.faults).toEqual([])
    expect(taken.computed).toEqual(['plan_completion_rate'])
    expect(taken.figures.map(({ indicatorId, address }) => [indicatorId, address])).toEqual([
      ['plan_tasks_total', 'D2'],
      ['plan_tasks_done', 'D3'],
    ])
    expect(taken.findings).toMatchObject([{ address: 'D1', severity: 'error' }])
    expect(taken.findings[0]?.message).toContain('93%')
  })

  test('a rate whose parts are missing, and a row that nobody knows, are told as not taken', () => {
    const { figures, findings } = take(
      row({ code: '1', label: 'Tỷ lệ hoàn thành Kế hoạch CCHC', unit: '%', value: '95%' }),
      row({ code: '2', label: 'Số lượng cây xanh đã trồng', unit: 'Cây', value: '7' }),
    )
    expect(figures).toEqual([])
    expect(findings.map(({ address, severity }) => [address, severity])).toEqual([
      ['D2', 'warning'],
      ['D1', 'warning'],
    ])
  })

  test('words and notes that are longer than what is kept are faults, not stored and unreadable', () => {
    const label = 'Số nhiệm vụ đề ra trong kế hoạch'
    const faults = (row: AuditedRow) => take(row).faults.map(({ message }) => inWords(message))
    expect(faults(row({ code: '1', label, value: 'x'.repeat(4001) }))).toEqual([
      `has 4.001 characters; at most 4.000 are kept (${label})`,
    ])
    expect(faults(row({ code: '1', label, value: '5', note: 'x'.repeat(5000) }))).toEqual([
      `the note has 5.000 characters; at most 4.000 are kept (${label})`,
    ])
  })

  test('every fault is named with its address; a row that repeats another must say the same', () => {
    const label = 'Số nhiệm vụ đề ra trong kế hoạch'
    const { faults } = take(
      row({ code: '1.1', label, value: '30' }),
      row({ code: '1.2', label: 'Số nhiệm vụ đã hoàn thành', value: '2x' }),
      row({ code: '1.1', label, value: '31' }),
      row({ code: '1.1', label, value: '30' }),
    )
    expect(faults.map(({ path }) => path)).toEqual(['D2', 'D3'])
    expect(inWords(faults[1]?.message ?? '')).toContain('D1 says "30"')
  })

  test.each([
    ['Tỷ đồng', '1.250,5', 1_250_500],
    [' Tỉ  đồng ', '1.250,5', 1_250_500],
    ['Triệu đồng', '1.250,5', 1250.5],
    ['Nghìn đồng', '1.250.500', 1250.5],
    ['Đồng', '1.250.500.000', 1250.5],
    ['', '1.250,5', 1250.5],
  ])('money in “%s” is kept in triệu đồng', (unit, value, kept) => {
    const { figures } = take(row({ label: 'Kế hoạch vốn được giao', unit, value }))
    expect(figures.map(({ cell }) => cellNumber(cell))).toEqual([kept])
  })

  test('a blank with a note is kept for its note', () => {
    const label = 'Số nhiệm vụ đã hoàn thành'
    expect(take(row({ label, value: '' })).figures).toEqual([])
    const { figures } = take(row({ label, value: '', note: 'Chưa tổng hợp' }))
    expect(figures).toMatchObject([{ cell: { state: 'not_reported' }, note: 'Chưa tổng hợp' }])
  })
})

function row(change: Partial<AuditedRow>): AuditedRow {
  const blank = { line: 1, sheet: null, code: '', label: '', unit: 'Nhiệm vụ', value: '', note: '' }
  return { ...blank, ...change }
}

function report(rows: readonly AuditedRow[]): AuditedReport {
  return {
    head: UNKNOWN_HEAD,
    rows: rows.map((one, index) => ({ ...one, line: index + 1, address: `D${index + 1}` })),
  }
}
