import { Dossier } from '@cchc/domain'
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
    expect(refusals[1]?.reasons).toEqual([{ path: 'phone', message: 'is not a valid value' }])
  })

  it('that breaks a rule between fields says which', () => {
    const { refusals } = createValidator(spec)([
      dossier('H99-1', { receivedAt: 1_700_000_000_000 }),
    ])
    expect(refusals[0]?.reasons).toEqual([
      { path: 'finishedAt', message: 'finished before it was received' },
    ])
  })

  it('accepts what the whitelist knows and drops the rest', () => {
    const { accepted } = createValidator(spec)([dossier('H99-1', { hoTen: 'CANARY' })])
    expect(accepted).toEqual([dossier('H99-1')])
  })
})
