import { PortalChanged, PortalDenied, PortalThrottled, StoreError, say } from '@cchc/domain'
import { beforeEach, describe, expect, it } from 'vitest'
import { retryQuarantine } from '../src/index.ts'
import { MemoryStore } from './memory-store.ts'
import { dossier, from, type Lookup, meteredHttp, opening, scripted, settings } from './scripted.ts'

/** The warning that so many refused records cannot be read one by one. */
function refusedAlone(count: number) {
  return expect.objectContaining({
    template: expect.stringContaining('refused records cannot be read one by one'),
    values: expect.objectContaining({ count }),
  })
}

let store: MemoryStore
beforeEach(() => {
  store = new MemoryStore()
})

function refuse(...codes: readonly (string | null)[]) {
  return codes.map((code) => ({
    key: code === null ? null : { code },
    reasons: [{ path: 'channel', message: say('wrong') }],
    fields: {},
  }))
}

const mended: Lookup = (keys) => from([keys.map(({ code = '' }) => dossier(code))])
const mendedFields: Lookup = (keys) =>
  from([keys.map(({ code = '' }) => ({ code, name: 'Đất đai' }))])

function retry(scripts: Parameters<typeof scripted>[0], change = {}) {
  return retryQuarantine(settings(store, scripted(scripts), change))
}

function dossierCodes(): string[] {
  return [...store.content('dossiers').records.keys()]
}

describe('retrying', () => {
  it('reads the refused keys again and leaves the cursor alone', async () => {
    Object.assign(store.content('dossiers'), { cursor: { page: 9 }, cursorVersion: 7 })
    store.content('dossiers').refusals = refuse('H99-1', 'H99-2', 'H99-3')
    const asked: unknown[] = []
    const lookup: Lookup = (keys) => {
      asked.push(keys)
      return mended(keys)
    }
    const run = await retry({ lookup })
    expect(run).toMatchObject({ status: 'done', trigger: 'retry', warnings: [] })
    expect(asked).toEqual([[{ code: 'H99-1' }, { code: 'H99-2' }, { code: 'H99-3' }]])
    expect(dossierCodes()).toEqual(['H99-1', 'H99-2', 'H99-3'])
    expect(store.content('dossiers')).toMatchObject({
      cursor: { page: 9 },
      cursorVersion: 7,
      completed: 0,
    })
  })

  it('tells the store by how much the portal is behind', async () => {
    store.content('dossiers').refusals = refuse('H99-1')
    const behind = meteredHttp({ requests: 1, bytes: 1 }, { earlierMs: 7_200_000, laterMs: 0 })
    await retry({}, { open: opening(scripted({ lookup: mended }), behind) })
    expect(store.batches.map(({ portalBehindMs }) => portalBehindMs)).toEqual([7_200_000])
  })

  it('takes only the asked ids', async () => {
    store.content('dossiers').refusals = refuse('H99-1', 'H99-2')
    await retry({ lookup: mended }, { ids: ['dossiers-1'] })
    expect(dossierCodes()).toEqual(['H99-2'])
  })

  it('is partial while a record stays wrong', async () => {
    store.content('dossiers').refusals = refuse('H99-1')
    const run = await retry({ lookup: () => from([[dossier('H99-1', { channel: 'pigeon' })]]) })
    expect(run?.status).toBe('partial')
  })

  it('starts no run when there is nothing to retry', async () => {
    expect(await retry({})).toBeUndefined()
  })

  it('commits as it goes on, by the limits of every run', async () => {
    store.content('dossiers').refusals = refuse('H99-1', 'H99-2')
    const lookup: Lookup = (keys) => from(keys.map(({ code = '' }) => [dossier(code)]))
    await retry({ lookup })
    expect(store.batches.map(({ pages }) => pages)).toEqual([1, 1])
  })
})

describe('what cannot be read one by one', () => {
  it('is a warning where the stream has no lookup', async () => {
    store.content('dossiers').refusals = refuse(null, 'H99-2')
    const run = await retry({})
    expect(run).toMatchObject({
      status: 'done',
      warnings: [refusedAlone(2)],
    })
  })

  it('is a warning where the connector has no reader for the stream', async () => {
    store.content('dossiers').refusals = refuse('H99-1')
    const connector = { ...scripted({}), open: () => ({}) } as never
    const run = await retryQuarantine(settings(store, connector))
    expect(run).toMatchObject({
      status: 'done',
      warnings: [refusedAlone(1)],
    })
  })

  it('is a warning where a key is missing; the other keys are asked for', async () => {
    store.content('dossiers').refusals = refuse(null, 'H99-2')
    const run = await retry({ lookup: mended })
    expect(run?.warnings).toEqual([refusedAlone(1)])
    expect(dossierCodes()).toEqual(['H99-2'])
  })

  it('asks for nothing where every key is missing', async () => {
    store.content('dossiers').refusals = refuse(null)
    const lookup = () => {
      throw new Error('nothing to look up')
    }
    expect(await retry({ lookup })).toMatchObject({ status: 'done' })
  })
})

describe('a retry that fails', () => {
  it.each([
    ['the next stream is read when it is one stream', new PortalChanged(say('?')), 1, 'partial'],
    [
      'no other stream is read when it is the login',
      new PortalDenied(say('no'), { login: true }),
      0,
      'failed',
    ],
  ])('%s', async (_name, failure, read, status) => {
    store.content('fields').refusals = refuse('A')
    store.content('dossiers').refusals = refuse('H99-1')
    const fieldLookup = async function* () {
      yield* []
      throw failure
    }
    expect(await retry({ fieldLookup, lookup: mended })).toMatchObject({ status })
    expect(dossierCodes()).toHaveLength(read)
  })

  it('has failed where the only stream to retry does', async () => {
    store.content('fields').refusals = refuse('A')
    const fieldLookup = () => {
      throw new PortalChanged(say('?'))
    }
    expect(await retry({ fieldLookup })).toMatchObject({ status: 'failed' })
  })

  it('reads every stream that has refused records', async () => {
    store.content('fields').refusals = refuse('A')
    store.content('dossiers').refusals = refuse('H99-1')
    expect(await retry({ fieldLookup: mendedFields, lookup: mended })).toMatchObject({
      status: 'done',
    })
    expect([...store.content('fields').records.keys()]).toEqual(['A'])
    expect(dossierCodes()).toEqual(['H99-1'])
  })

  it('keeps what came before the failure', async () => {
    store.content('dossiers').refusals = refuse('H99-1')
    const lookup = async function* () {
      yield [dossier('H99-1')]
      throw new PortalThrottled(say('slow down'))
    }
    const run = await retry({ lookup }, { limits: { rows: 1000, milliseconds: 60_000 } })
    expect(run?.status).toBe('partial')
    expect(dossierCodes()).toEqual(['H99-1'])
  })

  const hanging = async function* () {
    yield [dossier('H99-1')]
    await new Promise(() => undefined)
  }

  it('ends at once when a commit fails, though the portal hangs', async () => {
    store.content('dossiers').refusals = refuse('H99-1')
    store.beforeCommit = () => Promise.reject(new StoreError(say('the disk is full')))
    expect(await retry({ lookup: hanging })).toMatchObject({ error: { code: 'store_failed' } })
  })

  it('ends at once on an abort, though the portal hangs', async () => {
    store.content('dossiers').refusals = refuse('H99-1')
    const stop = new AbortController()
    store.beforeCommit = async () => stop.abort()
    const run = await retry({ lookup: hanging }, { signal: stop.signal })
    expect(run?.status).toBe('interrupted')
  })
})
