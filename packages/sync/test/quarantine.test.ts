import { Dossier, IN_BOTH_LANGUAGES, inWords, say } from '@cchc/domain'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { retryQuarantine, runSource } from '../src/index.ts'
import { createValidator } from '../src/validate-records.ts'
import { MemoryStore } from './memory-store.ts'
import { dossier, from, scripted, settings } from './scripted.ts'

let store: MemoryStore
beforeEach(() => {
  store = new MemoryStore()
})

const spec = { entity: 'dossier', record: Dossier, key: ['code'], deletes: 'never' } as const

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
    const { accepted, refusals } = createValidator(spec)([record])
    expect(accepted).toEqual([])
    expect(refusals[0]?.fields).toMatchObject({ code: 'H99-1', procedureCode: '1.004875' })
    expect(JSON.stringify(refusals)).not.toContain('CANARY')
  })

  it('has no key when the key itself is invalid', () => {
    const { refusals } = createValidator(spec)([dossier('CANARY Nguyễn Văn A')])
    expect(refusals).toMatchObject([{ key: null, reasons: [{ path: 'code' }] }])
    expect(JSON.stringify(refusals)).not.toContain('CANARY')
  })

  it('survives records that are no objects', () => {
    const { refusals } = createValidator(spec)(['CANARY', null, 7, []])
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
    const { refusals } = createValidator({ ...spec, record })([
      { code: '1', phone: '0912345678', 'CANARY Nguyen': 1 },
      { code: '2', phone: '0912345678' },
    ])
    expect(JSON.stringify(refusals)).not.toMatch(/0912345678|CANARY/)
    expect(refusals[1]?.reasons).toEqual([{ path: 'phone', message: say('is not a valid value') }])
  })

  it('says in Vietnamese too what the schema library refuses, without the value', () => {
    const { refusals } = createValidator(spec)([dossier('H99-1', { channel: 'CANARY pigeon' })])
    const [reason] = refusals[0]?.reasons ?? []
    expect(inWords(reason?.message ?? '')).toContain('Invalid option: expected one of "online"')
    expect(inWords(reason?.message ?? '', IN_BOTH_LANGUAGES)).toContain(
      'Tùy chọn không hợp lệ: mong đợi một trong các giá trị "online"',
    )
    expect(JSON.stringify(refusals)).not.toContain('CANARY')
  })

  it('that breaks a rule between fields says which', () => {
    const { refusals } = createValidator(spec)([
      dossier('H99-1', { receivedAt: 1_700_000_000_000 }),
    ])
    expect(refusals[0]?.reasons).toEqual([
      { path: 'finishedAt', message: say('finished before it was received') },
    ])
  })

  it('accepts what the whitelist knows and drops the rest', () => {
    const { accepted } = createValidator(spec)([dossier('H99-1', { hoTen: 'CANARY' })])
    expect(accepted).toEqual([dossier('H99-1')])
  })
})

describe('retrying', () => {
  const refusal = (code: string | null) => ({
    key: code === null ? null : { code },
    reasons: [{ path: 'channel', message: 'wrong' }],
    fields: {},
  })

  it('reads the refused keys again and leaves the cursor alone', async () => {
    Object.assign(store.content('dossiers'), {
      cursor: { page: 9 },
      refusals: [refusal('H99-1'), refusal('H99-2')],
    })
    const asked: unknown[] = []
    const lookup = (keys: readonly Readonly<Record<string, string>>[]) => {
      asked.push(keys)
      return from([keys.map(({ code = '' }) => dossier(code))])
    }
    const run = await retryQuarantine(settings(store, scripted({ lookup })))
    expect(run).toMatchObject({ status: 'done', trigger: 'retry' })
    expect(asked).toEqual([[{ code: 'H99-1' }, { code: 'H99-2' }]])
    expect([...store.content('dossiers').records.keys()]).toEqual(['H99-1', 'H99-2'])
    expect(store.content('dossiers')).toMatchObject({ cursor: { page: 9 }, completed: 0 })
  })

  it('takes only the asked ids', async () => {
    store.content('dossiers').refusals = [refusal('H99-1'), refusal('H99-2')]
    const lookup = (keys: readonly Readonly<Record<string, string>>[]) =>
      from([keys.map(({ code = '' }) => dossier(code))])
    await retryQuarantine({ ...settings(store, scripted({ lookup })), ids: ['dossiers-1'] })
    expect([...store.content('dossiers').records.keys()]).toEqual(['H99-2'])
  })

  it('is partial while a record stays wrong', async () => {
    store.content('dossiers').refusals = [refusal('H99-1')]
    const lookup = () => from([[dossier('H99-1', { channel: 'pigeon' })]])
    const run = await retryQuarantine(settings(store, scripted({ lookup })))
    expect(run?.status).toBe('partial')
  })

  it('warns of what cannot be read one by one', async () => {
    store.content('dossiers').refusals = [refusal(null), refusal('H99-2')]
    const run = await retryQuarantine(settings(store, scripted({})))
    expect(run?.warnings.map((one) => inWords(one))).toEqual([
      expect.stringContaining('2 refused records cannot be read'),
    ])
  })

  it('starts no run when there is nothing to retry', async () => {
    expect(await retryQuarantine(settings(store, scripted({})))).toBeUndefined()
  })
})
