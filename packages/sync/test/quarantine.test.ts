import { mapEach } from '@cchc/connector-kit'
import { Dossier, Field, IN_BOTH_LANGUAGES, inWords, say } from '@cchc/domain'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { runSource } from '../src/index.ts'
import { createValidator } from '../src/validate-records.ts'
import { MemoryStore } from './memory-store.ts'
import { dossier, from, scripted, settings } from './scripted.ts'

let store: MemoryStore
beforeEach(() => {
  store = new MemoryStore()
})

const spec = { entity: 'dossier', record: Dossier, key: ['code'], deletes: 'never' } as const

describe('a text', () => {
  const fields = { entity: 'field', record: Field, key: ['code'], deletes: 'absence' } as const

  it('is cleaned before it is validated: composed, without control and half characters', () => {
    const { accepted } = createValidator(
      fields,
      Date.now,
    )([
      { code: 'G01', name: 'Cấp\u000bphép'.normalize('NFD') },
      { code: 'G02', name: 'Đất\u0000 đai \ud800' },
    ])
    expect(accepted).toEqual([
      { code: 'G01', name: 'Cấp phép' },
      { code: 'G02', name: 'Đất\ufffd đai \ufffd' },
    ])
  })

  it('that is a code is refused with such characters, so that no two codes become one', () => {
    const codes = ['G01', 'G01\u0000', 'G01\ud800', 'G01\u0007', 'G\u000b01']
    const { accepted, refusals } = createValidator(
      fields,
      Date.now,
    )(codes.map((code) => ({ code, name: 'Đất đai' })))
    expect(accepted).toEqual([{ code: 'G01', name: 'Đất đai' }])
    expect(refusals.map(({ key }) => key)).toEqual([null, null, null, null])
  })

  it.each(['fieldCode', 'statusReceived', 'serviceLevelReceived', 'organisationCode'])(
    'of a person in %s is refused, and the refusal does not hold it',
    (name) => {
      for (const words of ['Nguyễn Văn A', 'Nguyen Van A', '0912345678', '001090012345']) {
        const { accepted, refusals } = createValidator(
          spec,
          Date.now,
        )([dossier('H99-1', { [name]: words })])
        expect(accepted).toEqual([])
        expect(refusals).toMatchObject([{ key: { code: 'H99-1' }, reasons: [{ path: name }] }])
        expect(JSON.stringify(refusals)).not.toContain(words)
      }
    },
  )
})

describe('a refused record', () => {
  it('does not stop the others; the run is partial', async () => {
    const records = [dossier('H99-1'), dossier('H99-2', { channel: 'pigeon' }), dossier('H99-3')]
    const dossiers = () => from([{ records, cursor: { page: 1 } }])
    const run = await runSource(settings(store, scripted({ dossiers })))
    expect(run).toMatchObject({ status: 'partial', error: null })
    expect([...store.content('dossiers').records.keys()]).toEqual(['H99-1', 'H99-3'])
    expect(store.content('dossiers').refusals).toMatchObject([
      { key: { code: 'H99-2' }, reasons: [{ path: 'channel' }] },
    ])
  })

  it('keeps only fields that passed their own check, and no unknown field', () => {
    const record = dossier('H99-1', {
      statusReceived: 'CANARY name of a citizen who wrote into the wrong box, and far too long',
      channel: 'CANARY channel',
      hoTen: 'CANARY Nguyen',
    })
    const { accepted, refusals } = createValidator(spec, Date.now)([record])
    expect(accepted).toEqual([])
    expect(refusals[0]?.fields).toMatchObject({ code: 'H99-1', procedureCode: '1.004875' })
    expect(JSON.stringify(refusals)).not.toContain('CANARY')
  })

  it('has no key when the key itself is invalid', () => {
    const { refusals } = createValidator(spec, Date.now)([dossier('CANARY Nguyễn Văn A')])
    expect(refusals).toMatchObject([{ key: null, reasons: [{ path: 'code' }] }])
    expect(JSON.stringify(refusals)).not.toContain('CANARY')
  })

  it('that could not be mapped keeps its reason and what is known of its key', () => {
    const rows = [{ code: 'H99-7', name: 'CANARY' }, null]
    const { unreadable } = mapEach(
      rows,
      (row) => String(Object(row?.name ?? null).missing.field),
      (row) => ({ code: row?.code, name: 7 }),
    )
    const { refusals } = createValidator(spec, Date.now)(unreadable)
    const reasons = [{ path: '', message: say('holds something that cannot be read') }]
    expect(refusals).toMatchObject([
      { key: { code: 'H99-7' }, reasons, fields: { code: 'H99-7' } },
      { key: null, reasons, fields: {} },
    ])
  })

  it('survives a schema that throws and a record that is nested without end', () => {
    const throwing = z.object({
      code: z.string(),
      name: z.string().refine(() => {
        throw new Error('CANARY')
      }),
    })
    const endless: Record<string, unknown> = { code: 'B' }
    endless.name = endless
    const { refusals } = createValidator(
      { ...spec, record: throwing },
      Date.now,
    )([{ code: 'A', name: 'CANARY' }, endless])
    expect(refusals).toMatchObject([{ key: { code: 'A' } }, { key: null }])
    expect(JSON.stringify(refusals)).not.toContain('CANARY')
  })

  it('survives records that are no objects', () => {
    const { refusals } = createValidator(spec, Date.now)(['CANARY', null, 7, []])
    expect(refusals).toHaveLength(4)
    expect(refusals.every(({ key }) => key === null)).toBe(true)
    expect(JSON.stringify(refusals)).not.toContain('CANARY')
  })

  it('never repeats a value that the schema put into its message, nor unknown names', () => {
    const record = z.strictObject({
      code: z.string(),
      phone: z.string().refine(() => false, {
        error: (issue) => `${issue.input} is no phone number`,
      }),
    })
    const { refusals } = createValidator(
      { ...spec, record },
      Date.now,
    )([
      { code: '1', phone: '0912345678', 'CANARY Nguyen': 1 },
      { code: '2', phone: '0912345678' },
    ])
    expect(JSON.stringify(refusals)).not.toMatch(/0912345678|CANARY/)
    expect(refusals[1]?.reasons).toEqual([{ path: 'phone', message: say('is not a valid value') }])
  })

  it('says in Vietnamese too what the schema library refuses, without the value', () => {
    const { refusals } = createValidator(
      spec,
      Date.now,
    )([dossier('H99-1', { channel: 'CANARY pigeon' })])
    const [reason] = refusals[0]?.reasons ?? []
    expect(inWords(reason?.message ?? '')).toContain('Invalid option: expected one of "online"')
    expect(inWords(reason?.message ?? '', IN_BOTH_LANGUAGES)).toContain(
      'giá trị không hợp lệ: phải là một trong "online"',
    )
    expect(JSON.stringify(refusals)).not.toContain('CANARY')
  })

  it('that breaks a rule between fields says which', () => {
    const { refusals } = createValidator(
      spec,
      Date.now,
    )([dossier('H99-1', { receivedAt: 1_700_000_000_000 })])
    expect(refusals[0]?.reasons).toEqual([
      { path: 'finishedAt', message: say('finished before it was received') },
    ])
  })

  it('accepts what the whitelist knows and drops the rest', () => {
    const { accepted } = createValidator(spec, Date.now)([dossier('H99-1', { hoTen: 'CANARY' })])
    expect(accepted).toEqual([dossier('H99-1')])
  })
})
