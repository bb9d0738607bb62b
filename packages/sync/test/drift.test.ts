import { type HttpConnector, mapEach, refuse } from '@cchc/connector-kit'
import { inWords, PortalUnavailable, say } from '@cchc/domain'
import { beforeEach, describe, expect, it } from 'vitest'
import { type RunSourceOptions, retryQuarantine, runSource } from '../src/index.ts'
import { MemoryStore } from './memory-store.ts'
import { dossier, from, scripted, settings } from './scripted.ts'

type Row = Readonly<Record<string, unknown>>

let store: MemoryStore
beforeEach(() => {
  store = new MemoryStore()
})

function mapped(rows: readonly Row[]) {
  const map = ({ no, due }: Row) => {
    if (typeof due === 'object' && due !== null)
      return refuse(say('has no due date'), { path: 'dueAt' })
    return dossier(String(no), { dueAt: typeof due === 'number' ? due : null })
  }
  const read = mapEach(rows, map, ({ no }) => ({ code: String(no) }))
  return [...read.mapped, ...read.unreadable]
}

/** Pages of rows; the position counts them on over all passes. */
function portal(pages: readonly (readonly Row[])[]): HttpConnector {
  return scripted({
    dossiers: ({ cursor }) => {
      const done = (cursor as { page: number } | undefined)?.page ?? 0
      return from(
        pages.map((rows, i) => ({ records: mapped(rows), cursor: { page: done + i + 1 } })),
      )
    },
    lookup: (keys) =>
      from([mapped(pages.flat().filter(({ no }) => keys.some(({ code }) => code === no)))]),
  })
}

function rows(count: number, change: (i: number) => Row = () => ({}), first = 0): Row[] {
  return Array.from({ length: count }, (_, i) => ({
    no: `H99-${first + i}`,
    due: 1_646_300_000_000,
    agency: { id: i },
    ...change(i),
  }))
}

async function pass(pages: readonly (readonly Row[])[], change: Partial<RunSourceOptions> = {}) {
  const run = await runSource(settings(store, portal(pages), { limits: { rows: 1 }, ...change }))
  return { ...run, said: run.warnings.map((one) => inWords(one)) }
}

const renamed = ({ due, ...rest }: Row): Row => ({ ...rest, deadline: due })

describe('what the records of a portal look like', () => {
  it('is set by the first whole pass, told when it changes, and usual after it was told', async () => {
    expect((await pass([rows(30)])).drift).toEqual([])
    const changed = () => [rows(30, (i) => ({ priority: i, due: `${i}` }), 30)]
    const second = await pass(changed())
    expect(second.drift).toEqual(
      [
        {
          stream: 'dossiers',
          kind: 'retyped',
          path: 'due',
          was: ['number'],
          now: ['string'],
          records: 25,
          of: 25,
        },
        {
          stream: 'dossiers',
          kind: 'new',
          path: 'priority',
          was: [],
          now: ['number'],
          records: 25,
          of: 25,
        },
      ].map((one) => ({ ...one, records: expect.any(Number), of: expect.any(Number) })),
    )
    expect(second.said).toEqual([
      expect.stringMatching(
        /^dossiers: the records of the portal look otherwise than before: due is a text in \d+ of \d+ records, and was a number; priority is new$/,
      ),
    ])
    const third = await pass(changed())
    expect(third).toMatchObject({ status: 'done', drift: [], said: [] })
  })

  it('misses what nearly every record had held once twenty in a row do not, over passes', async () => {
    await pass([rows(40)])
    const few = rows(12).map(renamed)
    expect((await pass([few])).drift.map(({ kind, path }) => [kind, path])).toEqual([
      ['new', 'deadline'],
    ])
    expect((await pass([few])).said).toEqual([
      'dossiers: the records of the portal look otherwise than before: due no longer comes',
    ])
    expect((await pass([few])).drift).toEqual([])
    expect((await pass([rows(12)])).drift).toEqual([])
  })

  it('misses it at once where everything was read', async () => {
    await pass([rows(5)])
    const { drift } = await pass([rows(5).map(renamed)], { full: true })
    expect(drift).toMatchObject([
      { kind: 'missing', path: 'due', was: ['number'], now: [], records: 0, of: 5 },
      { kind: 'new', path: 'deadline' },
    ])
  })

  it.each([
    ['fields that come now and then', (i: number) => (i % 10 === 0 ? { note: 'x' } : {}), 0],
    ['nothing in a field that had something', () => ({}), 1],
  ])('does not change with %s', async (_, usual, nulls) => {
    await pass([rows(60, usual)])
    const next = rows(25, (i) =>
      i < 24 * nulls ? { due: null, agency: null } : { agency: { id: i } },
    )
    expect((await pass([next], { full: true })).drift).toEqual([])
  })

  it('is not judged by days that a person asked for, nor by a reading that broke off', async () => {
    await pass([rows(30)])
    const days = await pass([rows(30).map(({ due: _, ...rest }) => rest)], { from: '2022-01-01' })
    expect(days.drift).toEqual([])
    const connector = scripted({
      async *dossiers() {
        yield { records: mapped(rows(30).map(({ due: _, ...rest }) => rest)), cursor: { page: 9 } }
        throw new PortalUnavailable(say('down'))
      },
    })
    expect((await runSource(settings(store, connector))).drift).toEqual([])
  })

  it('never holds names that may be data', async () => {
    const people = (i: number) => ({
      people: { [`Person${String.fromCharCode(65 + (i % 26), 65 + Math.floor(i / 26))}`]: 1 },
      '012345678901': 1,
      id_079_301_234_567: 1,
      'Trần Thị Kín': 1,
      tran: { [`k${i}`]: { 'a b': 1 } },
    })
    await pass([rows(25, people)])
    await pass([rows(25, people)])
    const names = store.shapes.get('dossiers')?.shape.fields.map(({ path }) => path)
    expect(names?.toSorted()).toEqual(['agency', 'agency.id', 'due', 'no', 'people', 'tran'])
    expect(store.shapes.get('dossiers')?.shape.unnamed).toBe(50)
    expect(store.drift).toEqual([])
  })

  it('holds no names of objects that have more than records have fields', async () => {
    const keyed = { fees: Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`f${i}`, 1])) }
    await pass([rows(30, () => keyed)])
    const names = store.shapes.get('dossiers')?.shape.fields.map(({ path }) => path)
    expect(names?.filter((path) => path.startsWith('fees.'))).toEqual([])
  })

  it('explains many equal refusals in one sentence', async () => {
    await pass([rows(30)])
    const { said } = await pass([rows(30, () => ({ due: { at: 1 } }), 30)])
    expect(said).toEqual([
      expect.stringContaining('look otherwise than before: due is an object in'),
      expect.stringMatching(
        /^dossiers: 30 records were refused for one reason \(dueAt: has no due date\), most likely because .*: due is an object in/,
      ),
    ])
  })
})

describe('a frozen source', () => {
  const frozen = { drift: 'freeze' } as const

  it.each([
    ['holds another kind', rows(30, (i) => ({ due: `${i}` }), 30), 'due is a text in'],
    ['no longer comes', rows(30, () => ({}), 30).map(renamed), 'due no longer comes'],
  ])(
    'stores nothing of a page in which a known field %s, and completes nothing',
    async (_, page, words) => {
      await pass([rows(30)], frozen)
      for (const turn of [1, 2]) {
        const run = await pass([rows(3, () => ({}), 90), page], frozen)
        expect(run, `turn ${turn}`).toMatchObject({
          status: 'partial',
          failures: [{ stream: 'dossiers' }],
        })
        expect(inWords(run.error?.message ?? '')).toContain(words)
        expect(inWords(run.error?.fix ?? '')).toContain('cchc sync test --accept-drift')
      }
      expect(store.content('dossiers')).toMatchObject({ completed: 1 })
      expect([...store.content('dossiers').records.keys()]).not.toContain('H99-30')
      const accepted = await pass([page], { ...frozen, acceptDrift: true })
      expect(accepted).toMatchObject({ status: 'done', failures: [] })
      expect(await pass([page], frozen)).toMatchObject({ status: 'done', drift: [] })
      expect(store.shapes.get('dossiers')?.open).toEqual([])
    },
  )

  it('ends as failed where only the end of a whole reading shows that a field is missing', async () => {
    await pass([rows(5)], frozen)
    const run = await pass([rows(5).map(renamed)], { ...frozen, full: true })
    expect(run.failures).toMatchObject([{ stream: 'dossiers', code: 'portal_changed' }])
    expect(store.content('dossiers').completed).toBe(1)
  })

  it('tells new fields and goes on', async () => {
    await pass([rows(30)], frozen)
    const run = await pass([rows(30, () => ({ more: true }), 30)], frozen)
    expect(run).toMatchObject({ status: 'done', drift: [{ kind: 'new', path: 'more' }] })
    expect((await pass([rows(30, () => ({ more: true }), 30)], frozen)).drift).toEqual([])
  })
})

describe('a source that discards', () => {
  const discard = { drift: 'discard' } as const

  it('refuses records with new and retyped fields until they are accepted, and takes them by a retry', async () => {
    await pass([rows(30)], discard)
    const page = rows(9, (i) => [{ more: 1 }, { due: 'x' }, {}][i % 3] ?? {}, 30)
    for (const turn of [1, 2]) {
      const run = await pass([page], discard)
      expect(run, `turn ${turn}`).toMatchObject({ status: 'partial' })
      expect(run.said).toEqual([expect.stringContaining('are refused (drift: discard)')])
    }
    const { refusals, records } = store.content('dossiers')
    expect(records.size).toBe(33)
    expect(
      refusals
        .slice(0, 6)
        .map(({ key, reasons }) => [key?.code, inWords(reasons[0]?.message ?? '')]),
    ).toEqual([
      ['H99-30', 'has a field that had never come'],
      ['H99-31', 'due is a text, and was a number'],
      ['H99-33', 'has a field that had never come'],
      ['H99-34', 'due is a text, and was a number'],
      ['H99-36', 'has a field that had never come'],
      ['H99-37', 'due is a text, and was a number'],
    ])
    const retried = () => retryQuarantine(settings(store, portal([page]), discard))
    await retried()
    expect(records.size).toBe(33)
    await pass([], { ...discard, acceptDrift: true })
    await retried()
    expect(records.size).toBe(39)
  })
})
