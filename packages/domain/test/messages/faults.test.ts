import { expect, test } from 'vitest'
import { z } from 'zod'
import {
  faultAt,
  faultsOf,
  IN_BOTH_LANGUAGES,
  inWords,
  issueOf,
  say,
  writtenFaults,
  wrongParameters,
} from '../../src/index.ts'

const vi = {
  ...IN_BOTH_LANGUAGES,
  'not a code': 'không phải là mã',
  'criterion {code} belongs to no domain': 'tiêu chí {code} không thuộc lĩnh vực nào',
}

const Form = z
  .strictObject({
    count: z.int().max(9),
    code: z.string().regex(/^H/, say('not a code').template),
    kind: z.enum(['a', 'b']).optional(),
  })
  .superRefine(({ code }, context) => {
    const message = say('criterion {code} belongs to no domain', { code })
    if (code === 'H0') context.addIssue(issueOf(message, ['code']))
  })

function faultsIn(value: unknown) {
  const { error } = Form.safeParse(value, { reportInput: true })
  return faultsOf(error ?? { issues: [] })
}

test('zod says its own faults in English and in Vietnamese, without the value', () => {
  const faults = faultsIn({ count: 'CANARY', code: 'H1', kind: 'CANARY' })
  expect(writtenFaults(faults)).toEqual([
    { path: 'count', message: 'Invalid input: expected number, received string' },
    { path: 'kind', message: 'Invalid option: expected one of "a"|"b"' },
  ])
  expect(faults.map(({ message }) => inWords(message, vi))).toEqual([
    'giá trị không hợp lệ: cần số, nhưng nhận được chuỗi ký tự',
    'giá trị không hợp lệ: phải là một trong "a"|"b"',
  ])
  expect(JSON.stringify(faults)).not.toContain('CANARY')
})

test("a schema's own text is a template, and its own message keeps its values", () => {
  const [text] = faultsIn({ count: 1, code: 'x' })
  expect(text).toEqual({ path: 'code', message: say('not a code') })
  const [message] = faultsIn({ count: 1, code: 'H0' })
  expect(message).toEqual({
    path: 'code',
    message: say('criterion {code} belongs to no domain', { code: 'H0' }),
  })
  expect(inWords(message?.message ?? '', vi)).toBe('tiêu chí H0 không thuộc lĩnh vực nào')
})

test('where the refused input is not told, a text that speaks of it stays English', () => {
  const { error } = Form.safeParse({ count: 'x', code: 'H1', kind: 'c' })
  const [count, kind] = faultsOf(error ?? { issues: [] }).map(({ message }) => inWords(message, vi))
  expect(count).toBe('Invalid input: expected number, received string')
  expect(kind).toContain('phải là một trong')
})

test('unknown keys are one fault, or one each where words for them are given', () => {
  const refused = Form.safeParse({ count: 1, code: 'H1', x: 1, y: 2 }).error ?? { issues: [] }
  expect(writtenFaults(faultsOf(refused))).toEqual([
    { path: '', message: 'Unrecognized keys: "x", "y"' },
  ])
  const error = wrongParameters(refused)
  expect(error.message).toBe('2 parameters are wrong.')
  expect(writtenFaults(error.faults)).toEqual([
    { path: 'x', message: 'is not known here' },
    { path: 'y', message: 'is not known here' },
  ])
})

test('a place without a key is told in words', () => {
  const fault = faultAt(say('line {line}', { line: 3 }), say('duplicate key'))
  expect(fault).toMatchObject({ path: 'line 3', place: { values: { line: 3 } } })
  expect(writtenFaults([fault])).toEqual([{ path: 'line 3', message: 'duplicate key' }])
})

test('what offices read of a refused value says what is needed and what came', () => {
  const Entry = z.strictObject({
    name: z.string().min(2),
    rows: z.array(z.number().min(0).lt(5)).min(2),
    on: z.iso.date(),
    to: z.literal('end'),
    more: z.string(),
    said: z.string().min(1),
    count: z.coerce.number(),
  })
  const wrong = { name: 'x', rows: [7], on: 'mai', to: null, said: '', count: 'x' }
  const { error } = Entry.safeParse(wrong, { reportInput: true })
  const faults = faultsOf(error ?? { issues: [] })
  const told = faults.map(({ message }) => inWords(message, vi))
  expect(told).toEqual([
    'quá ngắn: phải có ít nhất 2 ký tự',
    'quá lớn: phải nhỏ hơn 5',
    'quá ngắn: phải có ít nhất 2 phần tử',
    'không đúng dạng ngày, chẳng hạn 2023-09-30',
    'giá trị không hợp lệ: phải là "end"',
    'thiếu giá trị: cần chuỗi ký tự',
    'không được để trống',
    'giá trị không hợp lệ: cần số',
  ])
  expect(writtenFaults(faults.slice(-5)).map(({ message }) => message)).toEqual([
    'must be a day such as 2023-09-30',
    'Invalid input: expected "end"',
    'is missing',
    'must not be empty',
    'must be a number',
  ])
})
