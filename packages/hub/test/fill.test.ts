import { matchRows } from '@cchc/audit/entered'
import { type FilledReport, numberCell, ratioCell, textCell } from '@cchc/domain'
import { loadIndicatorCatalogue } from '@cchc/domain/catalogue'
import type { FormCell } from '@cchc/files/fill'
import { getTemplate, listTemplates } from '@cchc/forms'
import { describe, expect, it, test } from 'vitest'
import { placesOf } from '../src/filling/fill-rows-of-file.ts'
import { formOfFile } from '../src/filling/form-of-file.ts'
import { saysTheSame, shownValue } from '../src/filling/shown-value.ts'

const FORM = getTemplate('bnv-581-province', listTemplates())
const catalogue = await loadIndicatorCatalogue()

/** Rows of a file, each as `code | label | unit | value`. */
function rowsOf(lines: readonly string[]) {
  return lines.map((line, index) => {
    const [code = '', label = '', unit = '', value = ''] = line.split('|').map((one) => one.trim())
    const address = `D${index + 1}`
    return { line: index + 1, sheet: null, address, table: 1, code, label, unit, value, note: '' }
  })
}

type Cells = Readonly<Record<string, FilledReport['rows'][number]['cells']['value']>>

/** What becomes of the cells; `D1: covered` and the like say what a cell is where it is not a plain empty one. */
function told(lines: readonly string[], cells: Cells, as: Readonly<Record<string, FormCell>> = {}) {
  const meanings = matchRows(rowsOf(lines), { template: FORM, catalogue })
  const rows = FORM.rows.map(({ binding: _, indicatorId: __, ...row }) => {
    const cell = cells[row.rowId]
    return { ...row, cells: cell ? { value: cell } : {}, note: '' }
  })
  const cellOf = (address: string): FormCell => as[address] ?? { state: 'empty', prints: 'plain' }
  const form = {
    kind: 'xlsx' as const,
    cell: cellOf,
    fill: () => Promise.reject(new Error('not asked for')),
  }
  const filled = { rows } as FilledReport
  return placesOf(meanings, { form, filled }).map((place) => {
    const { state, address } = place
    if (state === 'filled') return `${address} ${place.shown.value}`
    if (state === 'kept') return `${address} ${place.held} | ${place.hub}`
    return `${address} ${state === 'open' ? JSON.stringify(place.reason).slice(0, 60) : state}`
  })
}

const TASKS = '2.1. | Số nhiệm vụ đề ra trong kế hoạch | Nhiệm vụ |'
const RATE = '2 | Tỷ lệ hoàn thành Kế hoạch CCHC năm (Lũy kế đến thời điểm báo cáo) | % |'

describe('a cell of a received form', () => {
  it('gets the number that the hub prints, a rate as its format shows it', () => {
    const cells = { 'I/2.1': numberCell(1909), 'I/2': ratioCell({ numerator: 2, denominator: 3 }) }
    expect(told([TASKS, RATE], cells)).toEqual(['D1 1909', 'D2 66.67'])
    const percent = { D2: { state: 'empty', prints: 'percent' } } as const
    expect(told([TASKS, RATE], cells, percent)).toEqual(['D1 1909', 'D2 0.666666666667'])
  })

  it('gets nothing in another unit, below a merged cell, as a date, or where nobody has reported', () => {
    const cells = { 'I/2.1': numberCell(5) }
    const other = TASKS.replace('| Nhiệm vụ', '| Ngàn nhiệm vụ')
    expect(told([other], cells)).toEqual([expect.stringContaining('its unit is')])
    const covered = { D1: { state: 'covered', prints: 'plain' } } as const
    expect(told([TASKS], cells, covered)).toEqual([expect.stringContaining('merged cell')])
    const date = { D1: { state: 'empty', prints: 'date' } } as const
    expect(told([TASKS], cells, date)).toEqual([expect.stringContaining('as a date')])
    expect(told([TASKS], { 'I/2.1': textCell('') })).toEqual([
      expect.stringContaining('not reported'),
    ])
  })

  it('of a row that another one repeats, or that the form does not have, stays empty', () => {
    const lines = [TASKS, TASKS, '9 | Số chậu hoa | Chậu |', '| NGƯỜI LẬP BIỂU | |']
    expect(told(lines, { 'I/2.1': numberCell(5) })).toEqual([
      'D1 5',
      expect.stringContaining('several rows'),
      expect.stringContaining('no row of the form'),
    ])
  })

  it('that holds something keeps it', () => {
    const held = { D1: { state: 'held', prints: 'plain' } } as const
    const cells = { 'I/2.1': numberCell(1909) }
    expect(told([`${TASKS} 1.909`], cells, held)).toEqual(['D1 1.909 | null'])
    expect(told([`${TASKS} 1.908`], cells, held)).toEqual(['D1 1.908 | 1.909'])
  })
})

test('what is printed is what is filled in: zero, none, words', () => {
  const value = (cell: Parameters<typeof shownValue>[0]) => shownValue(cell, 'plain')?.value
  expect(value(numberCell(0))).toBe(0)
  expect(value(ratioCell({ numerator: 0, denominator: 0 }))).toBe('-')
  expect(value(textCell('2.5'))).toBe('2.5')
  expect(value({ state: 'not_reported', raw: null })).toBeUndefined()
})

test('a percentage with fewer decimals says the same, another number does not', () => {
  expect(saysTheSame('98%', { text: '97,97%' })).toBe(true)
  expect(saysTheSame('97,9%', { text: '97,97%' })).toBe(false)
  expect(saysTheSame('0', { text: '-' })).toBe(false)
})

test('the form of a file is the one that has its rows; of several alike none is taken', () => {
  const rows = FORM.rows.map(({ code, label, unit }, index) => {
    return { line: index + 1, sheet: null, code, label, unit, value: '', note: '' }
  })
  const received = { name: 'bieu.xlsx', rows, level: 'province' } as const
  const hub = (templates: (typeof FORM)[]) => ({ config: { templates } }) as never
  expect(formOfFile(hub([]), received).id).toBe('bnv-581-province')
  const twin = { ...FORM, id: 'twin' }
  expect(() => formOfFile(hub([twin]), received)).toThrow('several forms: bnv-581-province, twin')
  expect(formOfFile(hub([twin]), { ...received, template: 'twin' }).id).toBe('twin')
  expect(() => formOfFile(hub([]), { ...received, rows: rows.slice(0, 9) })).toThrow('no form')
})
