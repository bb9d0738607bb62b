import { describe, expect, test } from 'vitest'
import {
  dayWindows,
  fieldAt,
  lookUpByCode,
  mapRecords,
  numberIn,
  organisationCodeIn,
  procedureCodeIn,
  type Row,
  rowsIn,
  statedFigures,
  unreadableReason,
} from '../src/index.ts'

describe('rows', () => {
  test('of a list are kept by place; what is none says nothing', () => {
    const row = { code: 'A' }
    expect(rowsIn([row, null, 'x', [1]])).toEqual([row, { index: 1 }, { index: 2 }, { index: 3 }])
    expect(rowsIn([])).toEqual([])
  })

  test.each([[undefined], [{}], ['x'], [['x', 1]]])('%j is no list of rows', (value) => {
    expect(rowsIn(value)).toBeUndefined()
  })

  test('hold fields in fields', () => {
    expect(fieldAt({ a: { b: 1 } }, 'a', 'b')).toBe(1)
    expect(fieldAt({ a: null }, 'a', 'b')).toBeUndefined()
  })

  test('that are refused stand behind the others', () => {
    const records = mapRecords([1, 2, 3], (row) => (row === 2 ? fail() : row))
    expect(records.slice(0, 2)).toEqual([1, 3])
    expect(unreadableReason(records[2])).toBeDefined()
  })
})

function fail(): never {
  throw new Error('no')
}

test.each([
  [7, 7],
  ['12', 12],
  ['-1.5', -1.5],
  ['', null],
  [null, null],
  [undefined, null],
  ['1.25', 1.25],
  ['1.000', Number.NaN],
  ['12 hồ sơ', Number.NaN],
  ['1e3', Number.NaN],
  [{}, Number.NaN],
])('%j as a number is %j', (value, number) => {
  expect(numberIn(value)).toBe(number)
})

test('codes lose their suffix or turn top-down; what is no code is left to the schema', () => {
  expect(procedureCodeIn('1.004888.000.00.00.H32')).toBe('1.004888')
  expect(organisationCodeIn('000.00.53.H48')).toBe('H48.53')
  expect([procedureCodeIn('x'), organisationCodeIn('y')]).toEqual(['x', 'y'])
})

test('windows of days leave none out and end with the last day', () => {
  expect(dayWindows({ from: '2023-02-26', to: '2023-03-04' }, 3)).toEqual([
    { from: '2023-02-26', to: '2023-02-28' },
    { from: '2023-03-01', to: '2023-03-03' },
    { from: '2023-03-04', to: '2023-03-04' },
  ])
  expect(dayWindows({ from: '2023-03-05', to: '2023-03-04' }, 3)).toEqual([])
})

test('single records are those of their code, and only what was asked for', async () => {
  const rows: Row[] = [{ no: ' A-1 ' }, { no: 'A-10' }, { no: null }]
  const map = (found: readonly Row[]) => found.map(({ no }) => no)
  const found = lookUpByCode([{ code: 'A-1' }, {}], { field: 'no', find: async () => rows, map })
  expect(await Array.fromAsync(found)).toEqual([[' A-1 ']])
})

test('figures are those that a row states: null is none stated, and no zero', () => {
  const whose = {
    organisationCode: 'H99',
    organisationName: 'UBND tỉnh',
    from: '2023-01-01',
    to: '2023-01-31',
    provisional: false,
  }
  const row = { received: '3', late: null }
  const stated = { group: 'board', measures: ['received', 'late', 'early'] }
  expect(statedFigures(row, whose, stated)).toEqual([
    { ...whose, measure: 'board.received', value: 3, quality: null },
    { ...whose, measure: 'board.late', value: null, quality: null },
  ])
})
