import {
  createIo,
  defineConnector,
  type Http,
  type HttpConnector,
  HttpSource,
  type Page,
  type ReadRequest,
} from '@cchc/connector-kit'
import { Dossier, Field } from '@cchc/domain'
import { sampleDossier } from '@cchc/domain/testing'
import { z } from 'zod'
import type { OpenedSource, RunSourceOptions } from '../src/index.ts'
import type { MemoryStore } from './memory-store.ts'

/** Later than whatever happened to a dossier of these tests. */
const NOW = 1_700_000_000_000

export const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined }

/** A valid dossier of day 1/3/2022; `code` makes it unique. */
export function dossier(code: string, change: Record<string, unknown> = {}) {
  return {
    ...sampleDossier({
      code,
      procedureCode: '1.004875',
      channel: 'online',
      status: 'finished',
      statusReceived: 'done',
      receivedAt: 1_646_100_000_000,
      finishedAt: 1_646_200_000_000,
    }),
    ...change,
  }
}

type NumberedPage = Omit<Page, 'cursor'> & { readonly cursor: { readonly page: number } }
type Script = (request: ReadRequest<unknown>) => AsyncIterable<unknown>
/** Finds records by their keys, slice by slice. */
export type Lookup = (keys: readonly Readonly<Record<string, string>>[]) => AsyncIterable<unknown[]>

/** A connector with a catalogue that is always read whole and dossiers that resume; what they yield is scripted. */
export function scripted(scripts: {
  readonly fields?: Script
  readonly dossiers?: Script
  readonly fieldLookup?: Lookup
  readonly lookup?: Lookup
  readonly windows?: object
}): HttpConnector {
  const nothing = () => from([])
  return defineConnector({
    kind: 'http',
    id: 'scripted',
    version: '1.0.0',
    title: 'Cổng thử nghiệm',
    config: HttpSource,
    streams: {
      fields: { entity: 'field', record: Field, key: ['code'], deletes: 'absence' },
      dossiers: {
        entity: 'dossier',
        record: Dossier,
        key: ['code'],
        cursor: z.object({ page: z.int() }),
        deletes: 'never',
      },
    },
    open: () => ({
      fields: {
        read: (scripts.fields ?? nothing) as never,
        ...(scripts.fieldLookup ? { lookup: scripts.fieldLookup as never } : {}),
      },
      dossiers: {
        read: (scripts.dossiers ?? nothing) as never,
        ...(scripts.lookup ? { lookup: scripts.lookup as never } : {}),
        ...(scripts.windows ? { windows: scripts.windows as never } : {}),
      },
    }),
    check: () => Promise.resolve(),
  }) as unknown as HttpConnector
}

export async function* from<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

/** Pages 1..count of `size` dossiers each, from the page after the cursor's. */
export function dossierPages(count: number, size = 2): Script {
  return (request) => pagesAfter(request, { count, size })
}

export async function* pagesAfter(
  request: ReadRequest<unknown>,
  { count, size }: { readonly count: number; readonly size: number },
): AsyncGenerator<NumberedPage> {
  const done = (request.cursor as { page: number } | undefined)?.page ?? 0
  for (let page = done + 1; page <= count; page += 1) {
    const records = Array.from({ length: size }, (_, index) => dossier(`H99-${page}-${index}`))
    yield { records, cursor: { page }, expected: count * size }
  }
}

/** HTTP that counts its own requests, retries and bytes, and notes by how much the portal's clock is another. */
export type MeteredHttp = Http & Omit<OpenedSource, 'streams'>

export function meteredHttp(
  perCall: { requests: number; bytes: number },
  difference: ReturnType<MeteredHttp['clockDifference']> = { earlierMs: 0, laterMs: 0 },
): MeteredHttp {
  let calls = 0
  return {
    read: async (_, parse) => {
      calls += 1
      return parse({ status: 200, headers: {}, body: '' as never })
    },
    traffic: () => ({
      requests: calls * perCall.requests,
      retries: 0,
      bytes: calls * perCall.bytes,
    }),
    clockDifference: () => difference,
  }
}

const CONFIG: HttpSource = HttpSource.parse({ baseUrl: 'http://portal.test' })

/** Opens a connector over such HTTP. */
export function opening(
  connector: HttpConnector,
  http: MeteredHttp = meteredHttp({ requests: 1, bytes: 10 }),
) {
  return (signal: AbortSignal): OpenedSource => {
    const io = { ...createIo({ log: silent, now: () => NOW, signal }), http }
    const { traffic, clockDifference } = http
    return { streams: connector.open(CONFIG, io), traffic, clockDifference }
  }
}

/** The settings of a run of `connector` into `store`; every page is a commit unless told otherwise. */
export function settings(
  store: MemoryStore,
  connector: HttpConnector,
  change: Partial<RunSourceOptions> = {},
): RunSourceOptions {
  return {
    store,
    connector,
    sourceId: 'test',
    open: opening(connector),
    log: silent,
    now: () => NOW,
    trigger: 'manual',
    limits: { rows: 1, milliseconds: 60_000 },
    ...change,
  }
}
