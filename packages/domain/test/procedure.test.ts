import { expect, test } from 'vitest'
import {
  DossierProcedure,
  hasFee,
  normaliseServiceLevel,
  parseProcedureCode,
  procedureByName,
  UNSTATED_PROCEDURE,
  uncataloguedProcedure,
} from '../src/index.ts'

test.each([
  ['1.001612', { code: '1.001612', organisationCode: null, caseNumber: null }],
  ['1.001612.H48', { code: '1.001612', organisationCode: 'H48', caseNumber: null }],
  ['1.001612.000.00.00.H48', { code: '1.001612', organisationCode: 'H48', caseNumber: null }],
  ['2.000815.000.00.53.H55.02', { code: '2.000815', organisationCode: 'H55.53', caseNumber: '02' }],
  [' 1.012223.02 ', { code: '1.012223', organisationCode: null, caseNumber: '02' }],
])('%j is taken apart', (text, parts) => {
  expect(parseProcedureCode(text)).toEqual(parts)
})

test.each(['', '1.00161', '10.001612', 'T-DNO-1234', '1.001612.H4', '1.001612.H48.2'])(
  '%j is no procedure code',
  (text) => {
    expect(parseProcedureCode(text)).toBeUndefined()
  },
)

test('free of charge, with a fee and not stated are three things', () => {
  expect(hasFee({ fees: null })).toBeNull()
  expect(hasFee({ fees: [] })).toBe(false)
  expect(hasFee({ fees: [{ kind: 'fee', amount: 0 }] })).toBe(false)
  expect(hasFee({ fees: [{ kind: 'charge', amount: 50_000 }] })).toBe(true)
})

test.each([
  ['4', 'full'],
  ['Mức độ 4', 'full'],
  ['mức 3', 'partial'],
  ['DVC mức độ 2', 'information'],
  ['Toàn trình', 'full'],
  ['MỘT PHẦN', 'partial'],
  ['cung cấp thông tin', 'information'],
  ['Một phần'.normalize('NFD'), 'partial'],
  ['chủ động mức độ 4', null],
  ['DVC chủ động mức độ 4', null],
  ['5', null],
  ['', null],
  [null, null],
  [undefined, null],
])('the service level %j is %s', (text, level) => {
  expect(normaliseServiceLevel(text)).toBe(level)
})

test('a procedure that is named without its code is known by the words of its name', () => {
  const short = procedureByName('Chứng thực bản sao (từ bản chính)')
  expect(short).toBe('ten.chứng thực bản sao từ bản chính')
  expect(uncataloguedProcedure(short ?? '')).toBe('Chứng thực bản sao từ bản chính')
  const long = ['A', 'B'].map((end) =>
    procedureByName(`${'Cấp giấy phép '.repeat(60)} loại ${end}`),
  )
  expect(long[0]).not.toBe(long[1])
  for (const code of [short, ...long]) expect(DossierProcedure.safeParse(code).success).toBe(true)
  expect(
    ['', '---', '12', 'ông Mít, 066 123 456 789', 'mit@example.org'].map(procedureByName),
  ).toEqual(Array(5).fill(undefined))
  expect(uncataloguedProcedure(UNSTATED_PROCEDURE)).toBe('Chưa nêu thủ tục')
  for (const wrong of ['1.00487', 'cấp phép', 'ten.', 'ten.mít 066123456789', 'ten. a']) {
    expect(DossierProcedure.safeParse(wrong).success).toBe(false)
  }
})
