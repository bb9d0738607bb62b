import type { CursorStep, HttpConnector, OpenStream, StreamSpec } from '@cchc/connector-kit'
import { inWords, PortalUnavailable, StoreError, say } from '@cchc/domain'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { runSource } from '../src/index.ts'
import { MemoryStore } from './memory-store.ts'
import { dossier, dossierPages, from, opening, scripted, settings, silent } from './scripted.ts'

const [A, B, C] = ['A', 'B', 'C'].map((code) => ({ code, name: 'Đất đai' }))

let store: MemoryStore
beforeEach(() => {
  store = new MemoryStore()
})

/** The same connector with another way of reading its catalogue. */
function withFields(connector: HttpConnector, change: Partial<StreamSpec>): HttpConnector {
  const fields = { ...connector.streams.fields, ...change } as StreamSpec
  return { ...connector, streams: { ...connector.streams, fields } }
}

function fieldCodes(): string[] {
  return [...store.content('fields').records.keys()]
}

describe('a catalogue', () => {
  it('that is read whole goes on after a failure, and begins anew after it was complete', async () => {
    const asked: unknown[] = []
    const runs = [
      async function* () {
        yield { records: [A, B], cursor: { page: 1 } }
        throw new PortalUnavailable(say('down'))
      },
      () => from([{ records: [C], cursor: { page: 2 } }]),
      () => from([{ records: [A, B, C], cursor: { page: 1 } }]),
    ]
    for (const read of runs) {
      const connector = scripted({
        fields: ({ cursor }) => {
          asked.push(cursor)
          return read()
        },
      })
      const cursor = z.object({ page: z.int() })
      await runSource(settings(store, withFields(connector, { cursor })))
    }
    expect(asked).toEqual([undefined, { page: 1 }, undefined])
    expect(fieldCodes()).toEqual(['A', 'B', 'C'])
  })

  it('that only grows keeps what a pass does not name', async () => {
    for (const records of [[A], [B]]) {
      const connector = scripted({ fields: () => from([{ records, cursor: undefined }]) })
      await runSource(settings(store, withFields(connector, { deletes: 'never' })))
    }
    expect(fieldCodes()).toEqual(['A', 'B'])
  })

  it('without saved positions is read from the beginning, with a warning, where one was saved', async () => {
    store.content('fields').cursor = { page: 3 }
    const connector = scripted({ fields: () => from([{ records: [A], cursor: undefined }]) })
    const run = await runSource(settings(store, connector))
    expect(run.warnings.map((one) => inWords(one))).toEqual([
      expect.stringContaining('fields: the saved position'),
    ])
    expect(fieldCodes()).toEqual(['A'])
  })
})

describe('a stored position', () => {
  const STEPS: readonly CursorStep[] = [
    (older) => ({ page: z.object({ sheet: z.int() }).parse(older).sheet }),
  ]

  async function readFrom(
    saved: { readonly cursor: unknown; readonly version: number },
    cursorSteps = STEPS,
  ) {
    const asked: unknown[] = []
    const connector = scripted({
      dossiers(request) {
        asked.push(request.cursor)
        return dossierPages(2)(request)
      },
    })
    const dossiers = { ...connector.streams.dossiers, cursorSteps } as StreamSpec
    const stepped = { ...connector, streams: { ...connector.streams, dossiers } }
    Object.assign(store.content('dossiers'), { cursor: saved.cursor, cursorVersion: saved.version })
    const { status, warnings } = await runSource(settings(store, stepped))
    return { asked, status, said: warnings.map((one) => inWords(one)) }
  }

  it('of an older version is brought up, and stored as the version that it is of then', async () => {
    const read = await readFrom({ cursor: { sheet: 1 }, version: 1 })
    expect(read).toEqual({ asked: [{ page: 1 }], status: 'done', said: [] })
    expect(store.resets).not.toContain('dossiers')
    expect(store.content('dossiers')).toMatchObject({ cursor: { page: 2 }, cursorVersion: 2 })
    expect(store.batches.map(({ stream, cursorVersion }) => [stream, cursorVersion])).toEqual([
      ['dossiers', 2],
    ])
  })

  it('of the present version takes no step', async () => {
    const read = await readFrom({ cursor: { page: 1 }, version: 2 })
    expect(read).toEqual({ asked: [{ page: 1 }], status: 'done', said: [] })
  })

  it.each([
    ['that a step throws at', { cursor: { page: 1 }, version: 1 }, 'could not be brought'],
    ['that stays unreadable', { cursor: { sheet: 0.5 }, version: 1 }, 'could not be brought'],
    ['of a newer version', { cursor: { page: 1 }, version: 3 }, 'is of version 3, and this'],
  ])('%s is told, and the stream is read from its beginning', async (_, saved, words) => {
    const read = await readFrom(saved)
    expect(read.asked).toEqual([undefined])
    expect(read.said).toEqual([expect.stringContaining(words)])
    expect(store.resets).toContain('dossiers')
    expect(store.content('dossiers').records.size).toBe(4)
  })

  it('is told without what a step said of it', async () => {
    const quoting: CursorStep = (older) => {
      throw new Error(JSON.stringify(older))
    }
    const { said } = await readFrom({ cursor: { sheet: 'Trần Thị Kín' }, version: 1 }, [quoting])
    expect(said.join()).not.toContain('Trần')
  })
})

describe('notes on pages', () => {
  it.each([
    ['all', 200, []],
    ['as far as a person reads', 201, ['dossiers: only the first 200 notes are told']],
    ['as far as a person reads', 203, ['dossiers: only the first 200 notes are told']],
  ])('are told, %s: %i of them', async (_, count, more) => {
    const notes = Array.from({ length: count }, (_each, index) => say(`note ${index}`))
    const page = { records: [], cursor: { page: 1 } }
    const dossiers = () =>
      from([
        { ...page, notes: notes.slice(0, 150) },
        { ...page, notes: notes.slice(150, 202) },
        { ...page, notes: notes.slice(202) },
      ])
    const run = await runSource(settings(store, scripted({ dossiers })))
    const told = notes.slice(0, 200).map((note) => inWords(note))
    expect(run.notes.map((one) => inWords(one))).toEqual(told)
    expect(run.warnings.map((one) => inWords(one))).toEqual(more)
  })
})

it('every page is in the log, with what is expected of its stream', async () => {
  const debug = vi.fn()
  const dossiers = dossierPages(2)
  await runSource(settings(store, scripted({ dossiers }), { log: { ...silent, debug } }))
  const page = { stream: 'dossiers', records: 2, expected: 4 }
  expect(debug.mock.calls).toEqual([
    ['page', page],
    ['page', page],
  ])
})

describe('a limit of days', () => {
  it.each([
    [{ from: '2022-01-01' }, { cursor: undefined, from: '2022-01-01' }],
    [{ to: '2022-12-31' }, { cursor: undefined, to: '2022-12-31' }],
  ])('may have one side: %j', async (limit, request) => {
    const asked: unknown[] = []
    const dossiers = (given: unknown) => {
      asked.push(given)
      return from([])
    }
    await runSource(settings(store, scripted({ dossiers }), limit))
    expect(asked).toEqual([request])
  })
})

describe('a pass', () => {
  const read = () => from([{ records: [], cursor: { page: 1 } }])

  it('begins with how far its stream reaches, and is whole when it has ended', async () => {
    const connector = scripted({ dossiers: read })
    const open = (signal: AbortSignal) => {
      const { streams, ...source } = opening(connector)(signal)
      const dossiers = {
        ...(streams.dossiers as OpenStream),
        since: '2022-01-01',
        openBefore: true,
      }
      return { ...source, streams: { ...streams, dossiers } }
    }
    await runSource(settings(store, connector, { open }))
    expect(store.begun).toEqual([
      { stream: 'fields', entity: 'field', from: null, openBefore: false },
      { stream: 'dossiers', entity: 'dossier', from: 18_993, openBefore: true },
    ])
    expect(store.content('dossiers').completed).toBe(1)
  })

  it.each([{ from: '2022-01-01' }, { to: '2022-12-31' }])(
    'over days that a person asked for is never whole: %j',
    async (days) => {
      await runSource(settings(store, scripted({ dossiers: read }), days))
      expect(store.begun.map(({ stream }) => stream)).toEqual(['fields'])
      expect(store.content('dossiers')).toMatchObject({ completed: 0, cursor: { page: 1 } })
      expect(store.content('fields').completed).toBe(1)
    },
  )
})

describe('no dossiers are news', () => {
  it.each([
    ['from a source that never had any', {}],
    ['again', {}],
    ['in a part of the days that has none', { from: '2022-01-01' }],
    ['in another part of the days', { to: '2022-01-01' }],
  ])('not %s', async (name, limits) => {
    if (name === 'again') await runSource(settings(store, scripted({})))
    if (name.includes('days'))
      await runSource(settings(store, scripted({ dossiers: dossierPages(1) })))
    expect(await runSource(settings(store, scripted({}), limits))).toMatchObject({
      status: 'done',
      warnings: [],
    })
  })

  it('not where the stream brings only what changed, however many are stored', async () => {
    await runSource(settings(store, quiet(scripted({ dossiers: dossierPages(1) }))))
    expect(await runSource(settings(store, quiet(scripted({}))))).toMatchObject({
      status: 'done',
      warnings: [],
    })
  })

  it('not because another source has some, nor when a catalogue is empty', async () => {
    const other = new MemoryStore()
    await runSource(settings(other, scripted({ dossiers: dossierPages(1) })))
    store.otherSources = (await other.listStreams()).map((state) => ({ ...state, source: 'other' }))
    store.content('fields').records.set('A', A)
    const run = await runSource(settings(store, scripted({})))
    expect(run.warnings).toEqual([])
  })
})

it('reading everything again is no position that cannot be read', async () => {
  await runSource(settings(store, scripted({ dossiers: dossierPages(1) })))
  const again = settings(store, scripted({ dossiers: dossierPages(1) }), { full: true })
  expect((await runSource(again)).warnings).toEqual([])
})

it('a failing store ends the run at once, though the portal hangs', async () => {
  const dossiers = async function* () {
    yield { records: [dossier('H99-1')], cursor: { page: 1 } }
    await new Promise(() => undefined)
  }
  store.beforeCommit = () => Promise.reject(new StoreError(say('the disk is full')))
  const run = await runSource(settings(store, scripted({ dossiers })))
  expect(run).toMatchObject({ status: 'failed', error: { code: 'store_failed' } })
})

/** The same connector where a pass without dossiers is nothing special. */
function quiet(connector: HttpConnector): HttpConnector {
  const { dossiers, ...others } = connector.streams
  if (!dossiers) return connector
  return { ...connector, streams: { ...others, dossiers: { ...dossiers, quiet: 'usual' } } }
}
