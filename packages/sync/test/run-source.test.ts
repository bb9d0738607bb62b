import {
  inWords,
  PortalChanged,
  PortalDenied,
  PortalThrottled,
  PortalUnavailable,
  StoreError,
  say,
} from '@cchc/domain'
import { beforeEach, describe, expect, it } from 'vitest'
import { runSource, type SyncProgress } from '../src/index.ts'
import { MemoryStore } from './memory-store.ts'
import {
  dossier,
  dossierPages,
  from,
  meteredHttp,
  opening,
  pagesAfter,
  scripted,
  settings,
} from './scripted.ts'

const FIELDS = [
  { code: 'A', name: 'Đất đai' },
  { code: 'B', name: 'Hộ tịch' },
  { code: 'C', name: 'Đường bộ' },
]

let store: MemoryStore
beforeEach(() => {
  store = new MemoryStore()
})

function dossierCodes(of = store): string[] {
  return [...of.content('dossiers').records.keys()].toSorted()
}

async function* failingAfter(pages: number, failure: Error) {
  yield* pagesAfter({ cursor: undefined }, { count: pages, size: 2 })
  throw failure
}

describe('a run', () => {
  it('commits every record with the cursor that covers it and completes each stream', async () => {
    const connector = scripted({
      fields: () => from([{ records: FIELDS, cursor: undefined }]),
      dossiers: dossierPages(3),
    })
    const run = await runSource(settings(store, connector))
    expect(run).toMatchObject({ status: 'done', error: null, connector: 'scripted' })
    expect(dossierCodes()).toHaveLength(6)
    expect([...store.content('fields').records.keys()]).toEqual(['A', 'B', 'C'])
    const dossiers = store.batches.filter(({ stream }) => stream === 'dossiers')
    expect(
      dossiers.map(({ cursor, content }) => [
        cursor,
        content.records.map((r) => 'code' in r && r.code),
      ]),
    ).toEqual([1, 2, 3].map((page) => [{ page }, [`H99-${page}-0`, `H99-${page}-1`]]))
    expect(store.content('dossiers')).toMatchObject({ completed: 1, cursor: { page: 3 } })
    expect(store.content('fields')).toMatchObject({ completed: 1, cursor: null })
  })

  it('gathers whole pages until the limit of rows', async () => {
    const limits = { rows: 5, milliseconds: 60_000 }
    await runSource(settings(store, scripted({ dossiers: dossierPages(7) }), { limits }))
    expect(store.batches.map(({ pages }) => pages)).toEqual([3, 3, 1])
  })

  it('commits when pages have waited for the limit of seconds', async () => {
    let clock = 1_700_000_000_000
    async function* slowly() {
      for await (const page of pagesAfter({ cursor: undefined }, { count: 4, size: 1 })) {
        clock += 600
        yield page
      }
    }
    const limits = { rows: 1000, milliseconds: 1000 }
    const connector = scripted({ dossiers: slowly })
    await runSource(settings(store, connector, { limits, now: () => clock }))
    expect(store.batches.length).toBeGreaterThan(1)
    expect(dossierCodes()).toHaveLength(4)
  })

  it('tells its progress with what the portal promised', async () => {
    const seen: SyncProgress[] = []
    const onProgress = (progress: SyncProgress) => seen.push(progress)
    await runSource(
      settings(store, scripted({ dossiers: dossierPages(2) }), {
        onProgress,
        streams: ['dossiers'],
      }),
    )
    expect(seen.map(({ phase, fetched }) => [phase, fetched])).toEqual([
      ['started', 0],
      ['committed', 2],
      ['committed', 4],
      ['completed', 4],
    ])
    expect(seen.at(-1)).toMatchObject({ source: 'test', stream: 'dossiers', expected: 4 })
  })

  it('accounts all traffic to its commits, also of requests that brought no page', async () => {
    const http = meteredHttp({ requests: 1, bytes: 10 })
    const dossiers = async function* () {
      await http.read({ url: '/1' }, () => undefined)
      yield { records: [dossier('H99-1')], cursor: { page: 1 } }
      await http.read({ url: '/2' }, () => undefined)
      throw new PortalUnavailable(say('the portal is down'))
    }
    const connector = scripted({ dossiers })
    await runSource(settings(store, connector, { open: opening(connector, http) }))
    const told = store.batches.reduce((sum, { traffic }) => sum + traffic.requests, 0)
    expect(told).toBe(2)
  })

  it('reads only the asked streams', async () => {
    const fields = () => {
      throw new Error('not asked for')
    }
    const connector = scripted({ fields, dossiers: dossierPages(1) })
    const run = await runSource(settings(store, connector, { streams: ['dossiers'] }))
    expect(run.status).toBe('done')
  })
})

describe('resuming', () => {
  it('goes on from the saved cursor, and with `full` from the beginning', async () => {
    const asked: unknown[] = []
    const connector = scripted({
      dossiers: (request) => {
        asked.push(request.cursor)
        return pagesAfter(request, { count: 2, size: 1 })
      },
    })
    await runSource(settings(store, connector))
    await runSource(settings(store, connector))
    await runSource(settings(store, connector, { full: true }))
    expect(asked).toEqual([undefined, { page: 2 }, undefined])
    expect(store.resets.filter((stream) => stream === 'dossiers')).toHaveLength(2)
  })

  it('reads from the beginning, with a warning, when the saved cursor cannot be read', async () => {
    store.content('dossiers').cursor = { page: 'seven' }
    const run = await runSource(settings(store, scripted({ dossiers: dossierPages(2) })))
    expect(run.warnings.map((one) => inWords(one))).toEqual([
      expect.stringContaining('saved position cannot be read'),
    ])
    expect(dossierCodes()).toHaveLength(4)
  })

  it.each([1, 2, 3, 4, 5, 6])('after an abort at page %i equals an undisturbed run', async (at) => {
    const stop = new AbortController()
    async function* stopping() {
      for await (const page of pagesAfter({ cursor: undefined }, { count: 6, size: 2 })) {
        if (page.cursor.page === at) stop.abort()
        yield page
      }
    }
    const first = await runSource(
      settings(store, scripted({ dossiers: stopping }), { signal: stop.signal }),
    )
    expect(first).toMatchObject({ status: 'interrupted', error: { code: 'run_interrupted' } })
    const whole = scripted({ dossiers: dossierPages(6) })
    await runSource(settings(store, whole))
    const undisturbed = new MemoryStore()
    await runSource(settings(undisturbed, whole))
    expect(store.content('dossiers').records).toEqual(undisturbed.content('dossiers').records)
    expect(store.content('dossiers').cursor).toEqual({ page: 6 })
  })

  it('ends at once on an abort though the reader hangs, and keeps the whole pages', async () => {
    const stop = new AbortController()
    const dossiers = async function* () {
      yield { records: [dossier('H99-1')], cursor: { page: 1 } }
      stop.abort()
      await new Promise(() => undefined)
    }
    const limits = { rows: 1000, milliseconds: 60_000 }
    const run = await runSource(
      settings(store, scripted({ dossiers }), { signal: stop.signal, limits }),
    )
    expect(run.status).toBe('interrupted')
    expect(inWords(run.error?.fix ?? '')).toContain('goes on')
  })
})

describe('limits of days', () => {
  it('reach streams that only grow, never those whose removals show by absence', async () => {
    const asked: Record<string, unknown> = {}
    const connector = scripted({
      fields: (request) => {
        asked.fields = request
        return from([{ records: FIELDS, cursor: undefined }])
      },
      dossiers: (request) => {
        asked.dossiers = request
        return from([])
      },
    })
    await runSource(settings(store, connector, { from: '2022-01-01', to: '2022-12-31' }))
    expect(asked.fields).toEqual({ cursor: undefined })
    expect(asked.dossiers).toEqual({ cursor: undefined, from: '2022-01-01', to: '2022-12-31' })
  })
})

describe('a failing portal', () => {
  it.each([
    ['portal_denied', new PortalDenied(say('no'), { login: true }), 'failed', false],
    ['portal_throttled', new PortalThrottled(say('slow down')), 'partial', false],
    ['portal_denied', new PortalDenied(say('no')), 'partial', true],
    ['portal_unavailable', new PortalUnavailable(say('down')), 'partial', true],
    ['portal_changed', new PortalChanged(say('HTML for XML')), 'partial', true],
    ['unexpected', new TypeError('x is undefined'), 'partial', true],
  ])('%s: status, and whether the other streams go on', async (code, failure, status, goesOn) => {
    const fields = async function* () {
      yield { records: FIELDS, cursor: undefined }
      throw failure
    }
    const run = await runSource(settings(store, scripted({ fields, dossiers: dossierPages(2) })))
    expect(run).toMatchObject({ status, error: { code } })
    expect(dossierCodes()).toHaveLength(goesOn ? 4 : 0)
    expect(run.failures).toMatchObject(goesOn ? [{ stream: 'fields', code }] : [])
  })

  it('tells every stream that failed, with its error and what to do; none read is a failed run', async () => {
    const failing = (failure: Error) =>
      async function* () {
        yield* []
        throw failure
      }
    const fix = say('ask')
    const run = await runSource(
      settings(
        store,
        scripted({
          fields: failing(new PortalDenied(say('no'), { fix })),
          dossiers: failing(new PortalUnavailable(say('down'))),
        }),
      ),
    )
    expect(run).toMatchObject({
      status: 'failed',
      error: { code: 'portal_denied', fix },
      failures: [
        { stream: 'fields', code: 'portal_denied', message: say('no'), fix },
        { stream: 'dossiers', code: 'portal_unavailable', message: say('down'), fix: null },
      ],
    })
  })

  it('keeps the place of an unforeseen error, not its words, which can quote a record', async () => {
    const fields = async function* () {
      yield JSON.parse('CANARY')
    }
    const run = await runSource(settings(store, scripted({ fields })))
    expect(inWords(run.error?.message ?? '')).toMatch(
      /^An unexpected SyntaxError at run-source.test.ts:\d+$/,
    )
  })

  it('keeps what came before the failure and goes on from there', async () => {
    const failing = scripted({
      dossiers: () => failingAfter(2, new PortalThrottled(say('slow down'))),
    })
    const limits = { rows: 1000, milliseconds: 60_000 }
    const run = await runSource(settings(store, failing, { limits }))
    expect(run.status).toBe('partial')
    expect(store.content('dossiers')).toMatchObject({ cursor: { page: 2 }, completed: 0 })
    await runSource(settings(store, scripted({ dossiers: dossierPages(4) })))
    expect(dossierCodes()).toHaveLength(8)
  })

  it('never empties good data, neither by an error nor by a shrunken snapshot', async () => {
    const good = () => from([{ records: FIELDS, cursor: undefined }])
    await runSource(settings(store, scripted({ fields: good })))
    const broken = async function* () {
      yield { records: FIELDS.slice(0, 2), cursor: undefined }
      throw new PortalChanged(say('cut body'))
    }
    await runSource(settings(store, scripted({ fields: broken })))
    expect(store.content('fields').records.size).toBe(3)
    const shrunken = () => from([{ records: FIELDS.slice(0, 1), cursor: undefined }])
    const run = await runSource(settings(store, scripted({ fields: shrunken })))
    expect(run).toMatchObject({ status: 'partial', error: { code: 'snapshot_suspicious' } })
    expect(store.content('fields').records.size).toBe(3)
    await runSource(settings(store, scripted({ fields: shrunken }), { acceptRemovals: true }))
    expect(store.content('fields').records.size).toBe(1)
  })

  it('forgets the staged rest of a broken pass before the next one', async () => {
    const broken = async function* () {
      yield { records: [{ code: 'STALE', name: 'Cũ' }], cursor: undefined }
      throw new PortalUnavailable(say('down'))
    }
    await runSource(settings(store, scripted({ fields: broken })))
    const good = () => from([{ records: FIELDS, cursor: undefined }])
    await runSource(settings(store, scripted({ fields: good })))
    expect([...store.content('fields').records.keys()]).toEqual(['A', 'B', 'C'])
  })

  it('warns when a source that had dossiers returns none', async () => {
    await runSource(settings(store, scripted({ dossiers: dossierPages(2) })))
    const run = await runSource(settings(store, scripted({})))
    expect(run).toMatchObject({ status: 'done' })
    expect(run.warnings.map((one) => inWords(one))).toEqual([
      expect.stringContaining('returned no dossiers, though 4'),
    ])
    expect(dossierCodes()).toHaveLength(4)
  })
})

describe('a failing store', () => {
  it('ends the run without reading on', async () => {
    let yielded = 0
    const dossiers = async function* () {
      for await (const page of pagesAfter({ cursor: undefined }, { count: 50, size: 1 })) {
        yielded += 1
        yield page
      }
    }
    store.beforeCommit = () => Promise.reject(new StoreError(say('the disk is full')))
    const run = await runSource(settings(store, scripted({ dossiers })))
    expect(run).toMatchObject({ status: 'failed', error: { code: 'store_failed' } })
    expect(yielded).toBeLessThan(10)
  })
})
