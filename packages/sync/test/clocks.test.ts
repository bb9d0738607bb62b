import { inWords } from '@cchc/domain'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { runSource } from '../src/index.ts'
import { MemoryStore } from './memory-store.ts'
import { dossier, from, opening, scripted, settings } from './scripted.ts'

const NOW = Date.parse('2023-06-01T08:00:00+07:00')
const YEAR = 366 * 86_400_000

function synced(store: MemoryStore, records: readonly unknown[], change: object = {}) {
  const asked: unknown[] = []
  const connector = scripted({
    dossiers: (request) => {
      asked.push(request)
      return from([{ records, cursor: { page: 1 } }])
    },
  })
  const dossiers = { ...connector.streams.dossiers, cursor: z.unknown() }
  const streams = { ...connector.streams, dossiers }
  const options = { ...settings(store, { ...connector, streams } as never), now: () => NOW }
  return { run: runSource({ ...options, ...change }), asked }
}

const wordsOf = (run: { readonly warnings: readonly unknown[] }) =>
  run.warnings.map((one) => inWords(one as string))

describe('a saved position that names an instant ahead of now', () => {
  it.each([
    [{ completeSince: '2024-05-01T08:00:00.000Z', pass: null }],
    [{ next: null, readTo: '2024-06' }],
    [{ days: [{ to: '2024-01-31' }] }],
    [{ since: NOW + YEAR }],
  ])('is not believed, and that is told: %j', async (cursor) => {
    const store = new MemoryStore()
    store.content('dossiers').cursor = cursor
    store.content('dossiers').completed = 1
    const { run, asked } = synced(store, [dossier('A')])
    const [warning, ...others] = wordsOf(await run)
    expect(warning).toMatch(/^dossiers: the saved position is dated 202[34]-.* not believed/)
    expect(others).toEqual([])
    expect(asked).toEqual([{ cursor: undefined }])
  })

  it.each([
    [{ completeSince: '2023-06-01T01:30:00.000Z', pass: { to: '2023-06-01', start: 50_000 } }],
    [{ next: '2023-06', readTo: '2023-06', text: '2222' }],
    [{ page: 7 }],
  ])('but not one of today or none at all: %j', async (cursor) => {
    const store = new MemoryStore()
    store.content('dossiers').cursor = cursor
    store.content('dossiers').completed = 1
    const { run, asked } = synced(store, [dossier('A')])
    expect(wordsOf(await run)).toEqual([])
    expect(asked).toEqual([{ cursor }])
  })
})

it('a pass is said to have read no further than the clock by which its source asked', async () => {
  const store = new MemoryStore()
  let now = NOW
  let clock = () => 0
  const connector = scripted({
    dossiers: () => {
      now -= YEAR
      clock()
      now += YEAR
      return from([{ records: [dossier('A')], cursor: { page: 1 } }])
    },
  })
  const open = (signal: AbortSignal, told: () => number) => {
    clock = told
    return opening(connector)(signal)
  }
  await runSource(settings(store, connector, { now: () => now, open }))
  expect(store.ends.at(-1)?.readUpTo).toBe(NOW - YEAR)
})

it('a commit and a whole pass that are dated ahead of now are told in the next run', async () => {
  const store = new MemoryStore()
  store.committedAt = NOW + YEAR
  const state = {
    source: 'test',
    stream: 'fields',
    cursor: null,
    records: 1,
    quarantined: 0,
    missing: 0,
  }
  store.otherSources = [
    { ...state, completedAt: NOW + YEAR, committedAt: null },
    { ...state, source: 'other', completedAt: NOW + YEAR, committedAt: null },
  ]
  expect(wordsOf(await synced(store, []).run)).toEqual([
    expect.stringMatching(/^What was stored last is dated 2024-.*later than now/),
    expect.stringMatching(/^fields: the last whole pass is dated 2024-/),
  ])
})

it.each([
  ['receivedAt', { receivedAt: NOW + YEAR, finishedAt: null }],
  ['finishedAt', { finishedAt: NOW + YEAR }],
  ['returnedAt', { returnedAt: NOW + YEAR }],
  ['pauses', { pauses: [{ from: NOW + YEAR, to: null }] }],
])('a dossier whose %s lies ahead of now is refused, with the reason', async (path, change) => {
  const store = new MemoryStore()
  const run = await synced(store, [dossier('AHEAD', change), dossier('GOOD')]).run
  expect(run.status).toBe('partial')
  expect([...store.content('dossiers').records.keys()]).toEqual(['GOOD'])
  const { key, reasons } = store.content('dossiers').refusals[0] ?? {}
  expect(key).toEqual({ code: 'AHEAD' })
  expect(reasons).toMatchObject([{ path, message: { template: 'lies ahead of now' } }])
})

it('a due date lies ahead as it should, and so may a clock that is a few minutes fast', async () => {
  const soon = NOW + 10 * 60_000
  const records = [
    dossier('A', { dueAt: NOW + YEAR }),
    dossier('B', { finishedAt: soon, version: soon }),
  ]
  const run = await synced(new MemoryStore(), records).run
  expect(run).toMatchObject({ status: 'done', warnings: [] })
})

it('versions ahead of now are counted and told', async () => {
  const records = [dossier('A', { version: NOW + YEAR }), dossier('B')]
  expect(wordsOf(await synced(new MemoryStore(), records).run)).toEqual([
    expect.stringMatching(/^dossiers: 1 dossiers bear a date of change that is later than now/),
  ])
})

it.each(['2030-12-31', '2023-05-31'])('nothing is asked of days to come: up to %s', async (to) => {
  const { run, asked } = synced(new MemoryStore(), [], { from: '2023-01-01', to })
  await run
  const last = to < '2023-06-01' ? to : '2023-06-01'
  expect(asked).toEqual([{ cursor: undefined, from: '2023-01-01', to: last }])
})
