import type { HttpConnector, Page, StreamSpec } from '@cchc/connector-kit'
import { dayNumber, inWords, PortalUnavailable, say } from '@cchc/domain'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type RunSourceOptions, runSource } from '../src/index.ts'
import { SeenDossiers } from '../src/seen-dossiers.ts'
import { MemoryStore } from './memory-store.ts'
import { dossier, from, type Lookup, scripted, settings } from './scripted.ts'

/** The day of reception of `dossier`. */
const DAY = { from: '2022-03-01', to: '2022-03-01' }

let store: MemoryStore
beforeEach(() => {
  store = new MemoryStore()
})

interface Given {
  readonly pages?: readonly Partial<Page>[]
  readonly spec?: Partial<StreamSpec>
  readonly lookup?: Lookup
  readonly change?: Partial<RunSourceOptions>
}

async function sync({ pages = [], spec = { deletes: 'pages' }, lookup, change }: Given) {
  const numbered = pages.map((page, index) => ({ records: [], cursor: { page: index }, ...page }))
  const connector: HttpConnector = scripted({
    dossiers: () => from(numbered),
    ...(lookup ? { lookup } : {}),
  })
  const dossiers = { ...connector.streams.dossiers, ...spec } as StreamSpec
  const streams = { ...connector.streams, dossiers }
  return runSource(settings(store, { ...connector, streams }, change))
}

const lastBatch = () => store.batches.filter(({ stream }) => stream === 'dossiers').at(-1)

describe('days that were read whole', () => {
  it('come with every code since the days before, refused ones too', async () => {
    const none = dossier('H99-0', { receivedAt: null, finishedAt: null })
    await sync({
      pages: [
        { records: [dossier('H99-9')], whole: { from: '2022-02-01', to: '2022-02-28' } },
        { records: [dossier('H99-1'), dossier('H99-2', { channel: 'pigeon' })] },
        { records: [none, dossier('?')], whole: DAY },
      ],
      change: { limits: { rows: 1000, milliseconds: 60_000 } },
    })
    const day = dayNumber(DAY.from)
    expect(lastBatch()?.whole?.[1]).toEqual({
      ...{ from: day, to: day, unreadable: 1 },
      codes: new Map([
        ['H99-1', day],
        ['H99-2', null],
        ['H99-0', null],
      ]),
    })
    expect(lastBatch()?.keyFields).toEqual(['code'])
  })

  it('are nothing to a stream that does not declare it; nor are removals and lasting ids', async () => {
    const known = dossier('H99-1', { lastingId: '7' })
    const pages = [{ records: [known], whole: DAY, removed: [{ code: 'H99-2' }] }]
    await sync({ pages, spec: {} })
    expect(lastBatch()).toMatchObject({ whole: [], removed: [] })
    expect(lastBatch()?.content.records).toEqual([dossier('H99-1')])
  })
})

describe('days that hold more dossiers than are remembered', () => {
  const day = dayNumber(DAY.from)
  const came = (...codes: readonly string[]) => ({
    accepted: codes.map((code) => dossier(code)),
    refusals: [],
  })
  const days = (...codes: readonly string[]) => ({
    ...{ from: day, to: day, unreadable: 0 },
    codes: new Map(codes.map((code) => [code, day])),
  })

  it('are not judged, and those after them are', () => {
    const seen = new SeenDossiers(3)
    seen.add(came('A', 'B', 'C'))
    expect(seen.of(DAY)).toEqual([days('A', 'B', 'C')])
    seen.add(came('A', 'B', 'C', 'D'))
    seen.add(came('E'))
    expect(seen.of(DAY)).toEqual([])
    seen.add(came('F'))
    expect(seen.of(DAY)).toEqual([days('F')])
  })
})

it('a catalogue has no days of reception that are read whole', async () => {
  const fields = () => from([{ records: [], cursor: undefined, whole: DAY }])
  const connector = scripted({ fields })
  const spec = { ...connector.streams.fields, deletes: 'pages' } as StreamSpec
  const streams = { ...connector.streams, fields: spec }
  await runSource(settings(store, { ...connector, streams }))
  expect(store.batches.map(({ stream, whole }) => [stream, whole])).toEqual([['fields', []]])
})

it('a lasting id that is declared goes with its record', async () => {
  const known = dossier('H99-1', { lastingId: '7' })
  await sync({ pages: [{ records: [known] }], spec: { lastingId: true } as Partial<StreamSpec> })
  expect(lastBatch()?.content.records).toEqual([known])
})

it('what the portal says it removed is committed before anything that comes later', async () => {
  const limits = { rows: 1000, milliseconds: 60_000 }
  const pages = [
    { records: [dossier('H99-1')], removed: [{ code: 'H99-1' }] },
    { records: [dossier('H99-1')] },
  ]
  await sync({ pages, change: { limits } })
  const batches = store.batches.map(({ removed, content }) => [removed, content.records.length])
  expect(batches).toEqual([
    [['H99-1'], 1],
    [[], 1],
  ])
})

describe('before missing dossiers are taken for gone', () => {
  const asked: string[] = []
  const lookup: Lookup = async function* (keys) {
    asked.push(...keys.map(({ code }) => String(code)))
    yield [dossier('H99-1')]
  }
  beforeEach(() => {
    asked.length = 0
    store.missing = ['H99-1', 'H99-2']
  })

  it.each([
    ['full', { full: true }, { full: true, acceptRemovals: false }],
    ['accepted', { acceptRemovals: true }, { full: false, acceptRemovals: true }],
  ])('they are asked for one by one, where the reading is %s', async (_, change, end) => {
    await sync({ lookup, change })
    expect(asked).toEqual(['H99-1', 'H99-2'])
    expect([...store.content('dossiers').records.keys()]).toEqual(['H99-1'])
    expect(store.ends.at(-1)).toMatchObject(end)
  })

  it.each([
    ['only tells', {}],
    ['reads some days', { full: true, from: '2022-01-01' }],
  ])('nothing is asked where the reading %s', async (_, change) => {
    await sync({ lookup, change })
    expect(asked).toEqual([])
    expect(store.ends.at(-1)).toMatchObject({ full: false, acceptRemovals: false })
  })

  it('a portal that does not answer leaves them as they are', async () => {
    const failing: Lookup = async function* () {
      yield* []
      throw new PortalUnavailable(say('down'))
    }
    const run = await sync({ lookup: failing, change: { full: true } })
    expect(run.failures).toMatchObject([{ stream: 'dossiers', code: 'portal_unavailable' }])
    expect(store.content('dossiers').completed).toBe(0)
  })

  it('nothing is asked where none is missing', async () => {
    store.missing = []
    const looked = vi.fn(lookup)
    await sync({ lookup: looked, change: { full: true } })
    expect(looked).not.toHaveBeenCalled()
  })

  it('nor of a stream that finds nothing by its key; what the person said holds', async () => {
    expect(await sync({ change: { acceptRemovals: true } })).toMatchObject({ status: 'done' })
    expect(store.ends.at(-1)).toMatchObject({ acceptRemovals: true })
  })

  it('no portal is asked for more than a thousand', async () => {
    store.missing = Array.from({ length: 1500 }, (_, index) => `H99-${index}`)
    await sync({ lookup, change: { full: true } })
    expect(asked).toHaveLength(1000)
  })
})

describe('a pass without any dossier, where some are stored', () => {
  it.each([
    ['usual', 0],
    ['suspicious', 1],
    [undefined, 1],
  ] as const)('that is %s to the stream warns %i times', async (quiet, warnings) => {
    store.content('dossiers').records.set('H99-1', dossier('H99-1'))
    const run = await sync({ spec: { quiet } as Partial<StreamSpec> })
    expect(run.warnings.map((one) => inWords(one))).toHaveLength(warnings)
  })
})
