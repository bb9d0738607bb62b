import type { Received, StreamSpec } from '@cchc/connector-kit'
import { dayNumber, say } from '@cchc/domain'
import { beforeEach, describe, expect, it } from 'vitest'
import { receivePushed } from '../src/index.ts'
import { MemoryStore } from './memory-store.ts'
import { dossier, scripted, settings } from './scripted.ts'

const DAY = { from: '2022-03-01', to: '2022-03-02' }

let store: MemoryStore
beforeEach(() => {
  store = new MemoryStore()
})

/** What a portal sent for one stream; removals and whole days count where the stream says so. */
function push(received: Omit<Received, 'stream'> & { readonly stream?: string }) {
  const { streams, ...connector } = scripted({})
  const of = (name: string) => ({ ...streams[name], deletes: 'pages' }) as StreamSpec
  const told = { ...connector, streams: { fields: of('fields'), dossiers: of('dossiers') } }
  const { limits: _, ...own } = settings(store, told)
  return receivePushed({ ...own, received: { stream: 'dossiers', ...received }, bytes: 120 })
}

describe('what a portal sent', () => {
  it('is one commit, with its removals, which accounts for one request', async () => {
    const records = [dossier('H99-1'), dossier('H99-2')]
    const run = await push({ records, removed: [{ code: 'H99-3' }] })
    expect(run).toMatchObject({ status: 'done', trigger: 'push', error: null, warnings: [] })
    expect(store.batches).toMatchObject([
      {
        content: { entity: 'dossier', records },
        removed: ['H99-3'],
        traffic: { requests: 1, retries: 0, bytes: 120 },
        portalBehindMs: 0,
        portalAheadMs: 0,
      },
    ])
    expect(store.ends).toEqual([])
  })

  it('is one commit however much it is', async () => {
    await push({ records: Array.from({ length: 10_001 }, (_, index) => dossier(`H99-${index}`)) })
    const batches = store.batches.map(({ content, removed }) => [content.records.length, removed])
    expect(batches).toEqual([[10_001, []]])
  })

  it('is partial with records that are refused', async () => {
    const run = await push({ records: [dossier('H99-1'), dossier('H99-2', { channel: 'pigeon' })] })
    expect(run.status).toBe('partial')
    expect([...store.content('dossiers').records.keys()]).toEqual(['H99-1'])
  })

  it('is nothing where the connector has no such stream', async () => {
    const values = { connector: 'scripted', stream: 'papers' }
    const message = say('connector {connector} received for {stream}, which it has not', values)
    expect(await push({ stream: 'papers', records: [dossier('H99-1')] })).toMatchObject({
      status: 'failed',
      error: { code: 'config_invalid', message },
    })
    expect(store.batches).toEqual([])
  })
})

describe('days that it says to be whole', () => {
  it('are noted as read whole, with every code that came', async () => {
    await push({ records: [dossier('H99-1')], whole: DAY })
    const stated = { from: dayNumber(DAY.from), to: dayNumber(DAY.to) }
    expect(store.batches[0]?.whole).toMatchObject([
      { ...stated, codes: new Map([['H99-1', stated.from]]) },
    ])
    expect(store.ends).toEqual([{ cursor: undefined, acceptRemovals: false, stated }])
  })

  it('are none of a catalogue', async () => {
    await push({ stream: 'fields', records: [{ code: 'A', name: 'Đất đai' }], whole: DAY })
    expect([...store.content('fields').records.keys()]).toEqual(['A'])
    expect(store.ends).toEqual([])
  })
})
