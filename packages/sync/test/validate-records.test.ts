import { mapEach, refuse } from '@cchc/connector-kit'
import { IN_BOTH_LANGUAGES, inWords, say, writtenFaults } from '@cchc/domain'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createValidator } from '../src/validate-records.ts'

/** The refusal of one record by a schema. */
function refusal(schema: z.ZodType, value: unknown, key: readonly string[] = ['code']) {
  const spec = { entity: 'field', record: schema, key, deletes: 'never' } as never
  return createValidator(spec, Date.now)([value]).refusals[0]
}

const code = z.string()

describe('fields of a refused record', () => {
  const bad = z.int()

  it('are those that were stated and passed, and no others', () => {
    const schema = z.object({ code, note: z.string().optional(), bad })
    expect(refusal(schema, { code: '1', bad: 'x' })?.fields).toStrictEqual({ code: '1' })
  })

  it('are kept where the schema also rewrites the record', () => {
    const schema = z.object({ code, bad }).transform((record) => record)
    expect(refusal(schema, { code: '1', bad: 'x' })).toMatchObject({ fields: { code: '1' } })
  })

  it('are none where the schema has no fields, or the record none', () => {
    expect(refusal(z.int(), { code: '1' })?.fields).toEqual({})
    const schema = z.object({ code, kind: z.string().default('A') })
    for (const none of ['CANARY', null]) expect(refusal(schema, none)?.fields).toEqual({})
  })
})

describe('the key of a refused record', () => {
  const schema = z.object({ code, part: z.string().nullable(), bad: z.int() })

  it.each([
    ['complete', { code: '1', part: '2' }, { code: '1', part: '2' }],
    ['absent in part', { code: '1' }, null],
    ['null in part, as its schema allows', { code: '1', part: null }, { code: '1', part: '' }],
    ['null where its schema does not', { code: null, part: '2' }, null],
  ])('%s', (_name, fields, key) => {
    expect(refusal(schema, { ...fields, bad: 'x' }, ['code', 'part'])?.key).toEqual(key)
  })
})

describe('the reason of a refusal', () => {
  const quoting = z.unknown().refine(() => false, { error: ({ input }) => `${input} is wrong` })

  it.each([
    ['hides a quoted text', quoting, '0912', 'is not a valid value'],
    ['hides a quoted number', quoting, 912, 'is not a valid value'],
    ['keeps words that only tell what is missing', quoting, undefined, 'undefined is wrong'],
    ['keeps words about an empty text', quoting, '', ' is wrong'],
    [
      'keeps words that do not quote',
      z.string().refine(() => false, { error: 'is wrong' }),
      '0912',
      'is wrong',
    ],
  ])('%s', (_name, value, stated, message) => {
    const found = refusal(z.object({ code, value }), { code: '1', value: stated })
    expect(writtenFaults(found?.reasons ?? [])).toEqual([{ path: 'value', message }])
  })

  it('is the connector’s own where it refused the row', () => {
    const fault = { path: 'kind', message: say('is a draft'), fix: say('Publish it.') }
    const { unreadable } = mapEach([{}], () => refuse(fault.message, fault))
    expect(refusal(z.object({ code }), unreadable[0])?.reasons).toEqual([fault])
  })

  it('is that it cannot be read where a check throws', () => {
    const throwing = z.object({ code }).refine(() => {
      throw new Error('CANARY')
    })
    const message = say('holds something that cannot be read')
    expect(refusal(throwing, { code: '1' })).toEqual({
      key: { code: '1' },
      reasons: [{ path: '', message }],
      fields: { code: '1' },
    })
  })

  it('says in Vietnamese too what is missing, and what is something else', () => {
    const told = (record: object) =>
      refusal(z.object({ code }), record)?.reasons.map(({ message }) =>
        inWords(message, IN_BOTH_LANGUAGES),
      )
    expect(told({})).toEqual(['thiếu giá trị: cần chuỗi ký tự'])
    expect(told({ code: 7 })).toEqual(['giá trị không hợp lệ: cần chuỗi ký tự, nhưng nhận được số'])
  })

  it.each([[null], [undefined], ['text']])('may lie deeper than the record goes: %j', (stated) => {
    const inner = z.any().superRefine((_value, context) => {
      context.addIssue({ code: 'custom', path: ['first', 'day'], message: 'is wrong' })
    })
    const found = refusal(z.object({ code, inner }), { code: '1', inner: stated })
    expect(writtenFaults(found?.reasons ?? [])).toEqual([
      { path: 'inner.first.day', message: 'is wrong' },
    ])
  })
})
