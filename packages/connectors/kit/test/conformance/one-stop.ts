import {
  Dossier,
  dayNumber,
  dayNumberOf,
  dayText,
  Field,
  PortalChanged,
  PortalDenied,
  say,
} from '@cchc/domain'
import type { PortalComparison } from '@cchc/domain/reconcile'
import { z } from 'zod'
import {
  CONTRACT_VERSION,
  type CursorStep,
  defineConnector,
  type Http,
  type HttpConnector,
  type HttpIo,
  HttpLimits,
  type HttpRequest,
  type HttpResponse,
  type HttpSource,
  mapEach,
  type Page,
  pages,
  parseJson,
  type ReadRequest,
  UnreadableField,
} from '../../src/index.ts'

export const Config = z.object({
  baseUrl: z.url(),
  username: z.string(),
  password: z.string().meta({ secret: true }),
  since: z.string(),
  http: HttpLimits.prefault({}),
})
export type Config = z.output<typeof Config>

const Pass = z.object({ startedAt: z.iso.datetime(), window: z.int(), start: z.int() })
const Cursor = z.object({ completeSince: z.iso.datetime().nullable(), pass: Pass.nullable() })
export type Cursor = z.output<typeof Cursor>
const OldCursor = z.object({ since: z.iso.datetime() })

export type Row = Readonly<Record<string, unknown>>
export type Query = Readonly<Record<string, string | number>>
const Answer = z.object({ total: z.int(), rows: z.array(z.unknown()) })
export type Answer = z.output<typeof Answer>

export interface Asked {
  readonly path: string
  readonly query: Query
}

/** What a connector is made of; a planted bug is another one of these. */
export interface Parts {
  readonly config: z.ZodType<HttpSource>
  readonly cursor: z.ZodType
  readonly cursorSteps: readonly CursorStep[]
  readonly phrases: Readonly<Record<string, string>>
  readonly id: string
  readonly key: readonly string[]
  readonly contract: number
  readonly hosts: () => readonly string[]
  readonly compares: readonly PortalComparison[] | undefined
  /** Sends one request with a token; undefined where the portal no longer knows it. */
  send(io: HttpIo, asked: Asked & { token: string }): Promise<Answer | undefined>
  login(io: HttpIo, config: Config): Promise<string>
  /** Answers with a token that is good. */
  fetch(parts: Parts, client: Client, asked: Asked): Promise<Answer>
  time(text: unknown): number | null
  dossier(parts: Parts, row: Row): object
  version(parts: Parts, row: Row): number
  map(rows: readonly Row[], map: (row: Row) => object): object[]
  windows(from: string, to: string): { from: string; to: string }[]
  list(parts: Parts, client: Client, list: { query: Query; start: number }): AsyncIterable<Rows>
  fields(
    parts: Parts,
    client: Client,
  ): AsyncIterable<{ records: readonly object[]; total?: number }>
  read(parts: Parts, client: Client, request: ReadRequest<Cursor>): AsyncIterable<DossierPage>
  /** Some days only, beside the main position. */
  days(parts: Parts, client: Client, request: DaysRequest): AsyncIterable<DossierPage>
  whole(parts: Parts, client: Client, cursor: Cursor): AsyncIterable<DossierPage>
  /** Whether a list was read from its beginning, and is one of days. */
  isWhole(query: Query, start: number): boolean
  startOf(io: HttpIo): string
  /** The cursor of the last page. */
  last(io: HttpIo, startedAt: string): unknown
  pageCursor(cursor: Cursor, pass: NonNullable<Cursor['pass']>): unknown
  lookup(parts: Parts, client: Client, codes: readonly string[]): AsyncIterable<readonly object[]>
  check(parts: Parts, client: Client): Promise<void>
  open(parts: Parts, client: Client): Readonly<Record<string, object>>
}

type DaysRequest = ReadRequest<Cursor> & { readonly cursor: Cursor }

export interface Rows {
  readonly rows: readonly Row[]
  readonly next: number
}

export interface DossierPage {
  readonly records: readonly object[]
  readonly cursor: unknown
  readonly whole?: Days
}

type Days = NonNullable<Page['whole']>

export interface Client {
  readonly io: HttpIo
  readonly config: Config
  token: string | undefined
  /** The first login, which all requests wait for that come meanwhile. */
  opening?: Promise<string> | undefined
}

export const GOOD: Parts = {
  id: 'one-stop',
  config: Config,
  cursor: Cursor,
  // The first version knew whole passes alone.
  cursorSteps: [(older) => ({ completeSince: OldCursor.parse(older).since, pass: null })],
  key: ['code'],
  contract: CONTRACT_VERSION,
  hosts: () => [],
  compares: undefined,
  phrases: { 'is no instant: {name}': 'không phải thời điểm: {name}' },
  async send({ http }, { path, query, token }) {
    return requested(http, { url: path, query, headers: { Authorization: `Bearer ${token}` } })
  },
  async login({ http }, { username, password }) {
    const request = { method: 'POST', url: 'login', json: { username, password } } as const
    return http.read(request, (answer) => readToken(parseJson(answer)).accessToken)
  },
  async fetch(parts, client, asked) {
    const { io, config } = client
    client.opening ??= client.token === undefined ? firstLogin(parts, client) : undefined
    const token = client.token ?? (await client.opening) ?? ''
    const answer = await parts.send(io, { ...asked, token })
    if (answer) return answer
    client.token = await parts.login(io, config)
    const again = await parts.send(io, { ...asked, token: client.token })
    if (again) return again
    throw denied()
  },
  time(text) {
    if (text === '' || text === undefined || text === null) return null
    return typeof text === 'string' ? Date.parse(text) : Number.NaN
  },
  version: (parts, row) => parts.time(row.modified) ?? Number.NaN,
  dossier: (parts, row) => ({
    code: row.code,
    procedureCode: row.procedure,
    organisationCode: row.agency,
    fieldCode: null,
    channel: null,
    status: row.state === 'done' ? 'finished' : 'processing',
    statusReceived: stateOf(row.state),
    receivedAt: parts.time(row.received),
    dueAt: null,
    finishedAt: parts.time(row.finished),
    returnedAt: null,
    pauses: [],
    onlinePayment: null,
    digitised: null,
    serviceLevel: null,
    serviceLevelReceived: null,
    version: parts.version(parts, row),
  }),
  map(rows, map) {
    const { mapped, unreadable } = mapEach(rows, map, ({ code }) => ({ code }))
    return [...mapped, ...unreadable]
  },
  windows(from, to) {
    const last = dayNumber(to)
    const starts = Array.from({ length: Math.max(0, last - dayNumber(from) + 1) }, (_, i) => i)
    return starts
      .filter((i) => i % 7 === 0)
      .map((i) => dayNumber(from) + i)
      .map((day) => ({ from: dayText(day), to: dayText(Math.min(last, day + 6)) }))
  },
  list: (parts, client, { query, start }) =>
    pages<Row>({
      name: 'dossiers',
      by: 'offset',
      pageSize: 4,
      start,
      identity: ({ id, code }) => (typeof id === 'number' ? String(id) : String(code)),
      fetch: async (place) =>
        listPage(await parts.fetch(parts, client, dossiersFrom(query, place.start))),
    }),
  async *fields(parts, client) {
    const list = pages<Row>({
      name: 'fields',
      by: 'number',
      pageSize: 4,
      identity: ({ code }) => (typeof code === 'string' ? code : ''),
      fetch: async ({ page }) =>
        listPage(await parts.fetch(parts, client, { path: 'fields', query: { page } })),
    })
    for await (const { rows } of list) {
      yield { records: parts.map(rows, ({ code, name }) => ({ code, name })) }
    }
  },
  read(parts, client, request) {
    const cursor = request.cursor ?? { completeSince: null, pass: null }
    return request.from === undefined && request.to === undefined
      ? parts.whole(parts, client, cursor)
      : parts.days(parts, client, { ...request, cursor })
  },
  async *days(parts, client, { cursor, from, to }) {
    const { io, config } = client
    const today = dayText(dayNumberOf(io.now()))
    for (const window of parts.windows(from ?? config.since, to ?? today)) {
      for await (const { rows } of parts.list(parts, client, { query: window, start: 0 })) {
        yield { records: dossiersOf(parts, rows), cursor }
      }
    }
  },
  async *whole(parts, client, cursor) {
    const { io, config } = client
    const pass = cursor.pass ?? { startedAt: parts.startOf(io), window: 0, start: 0 }
    const day = dayText(dayNumberOf(Date.parse(pass.startedAt)))
    const lists: Query[] =
      cursor.completeSince === null
        ? parts.windows(config.since, day)
        : [{ changed: cursor.completeSince }]
    for (const [window, query] of lists.entries()) {
      if (window < pass.window) continue
      const start = window === pass.window ? pass.start : 0
      for await (const { rows, next } of parts.list(parts, client, { query, start })) {
        const place = { ...pass, window, start: next }
        yield { records: dossiersOf(parts, rows), cursor: parts.pageCursor(cursor, place) }
      }
      const isWhole = parts.isWhole(query, start)
      const at = parts.pageCursor(cursor, { ...pass, window: window + 1, start: 0 })
      if (isWhole) yield { records: [], cursor: at, whole: query as unknown as Days }
    }
    yield { records: [], cursor: parts.last(io, pass.startedAt) }
  },
  isWhole: ({ changed }, start) => changed === undefined && start === 0,
  startOf: (io) => new Date(io.now()).toISOString(),
  last: (_, startedAt) => ({ completeSince: startedAt, pass: null }),
  pageCursor: (cursor, pass) => ({ ...cursor, pass }),
  async *lookup(parts, client, codes) {
    for (const code of codes) {
      const { rows } = await parts.fetch(parts, client, {
        path: 'dossiers',
        query: { code, start: 0 },
      })
      yield dossiersOf(parts, rows.map(rowOf))
    }
  },
  async check(parts, client) {
    await parts.fetch(parts, client, { path: 'fields', query: { page: 1 } })
  },
  open: (parts, client) => ({
    dossiers: {
      read: (request: ReadRequest<Cursor>) => parts.read(parts, client, request),
      check: () => parts.check(parts, client),
      lookup: (keys: readonly { code: string }[]) =>
        parts.lookup(
          parts,
          client,
          keys.map(({ code }) => code),
        ),
    },
    fields: {
      async *read() {
        for await (const page of parts.fields(parts, client)) yield { ...page, cursor: undefined }
      },
    },
  }),
}

async function firstLogin(parts: Parts, client: Client): Promise<string> {
  try {
    client.token = await parts.login(client.io, client.config)
    return client.token
  } finally {
    client.opening = undefined
  }
}

/** The connector of these parts. */
export function oneStop(changed: Partial<Parts> = {}): HttpConnector {
  const parts = { ...GOOD, ...changed }
  const client = (config: unknown, io: HttpIo): Client => ({
    config: config as Config,
    io,
    token: undefined,
  })
  const connector = defineConnector({
    kind: 'http',
    id: parts.id,
    version: '1.0.0',
    title: 'Hệ thống một cửa thử nghiệm',
    config: parts.config,
    phrases: { vi: parts.phrases },
    ...(parts.compares && { compares: parts.compares }),
    hosts: parts.hosts,
    streams: {
      dossiers: {
        entity: 'dossier',
        record: Dossier,
        key: parts.key,
        cursor: parts.cursor,
        cursorSteps: parts.cursorSteps,
        deletes: 'pages',
      },
      fields: { entity: 'field', record: Field, key: ['code'], deletes: 'absence' },
    },
    open: (config, io) => parts.open(parts, client(config, io)) as never,
    check: (config, io) => parts.check(parts, client(config, io)),
  })
  return { ...connector, contract: parts.contract } as unknown as HttpConnector
}

export function dossiersOf(parts: Parts, rows: readonly Row[]): object[] {
  return parts.map(rows, (row) => parts.dossier(parts, row))
}

export function dossiersFrom(query: Query, start: number): Asked {
  return { path: 'dossiers', query: { ...query, start } }
}

function listPage({ total, rows }: Answer) {
  return { total, rows: rows.map(rowOf) }
}

/** Something else among rows costs no more than itself. */
export function rowOf(value: unknown): Row {
  return typeof value === 'object' && value !== null ? (value as Row) : {}
}

/** The answer to one request; undefined where the token has run out. */
export function requested(
  http: Http,
  request: HttpRequest<'text'>,
  parse: Parse = parseAnswer,
): Promise<Answer | undefined> {
  return http.read({ accept: [200, 401], ...request }, (response) =>
    response.status === 401 ? undefined : parse(response),
  )
}

function stateOf(state: unknown): unknown {
  if (typeof state === 'string') return state
  throw new UnreadableField(say('is no instant: {name}', { name: 'state' }))
}

export type Parse = (response: HttpResponse) => Answer

export function parseAnswer(response: HttpResponse): Answer {
  const read = Answer.safeParse(parseJson(response))
  if (read.success) return read.data
  throw new PortalChanged(say('the answer of the one-stop system holds no rows'))
}

function readToken(body: unknown): { accessToken: string } {
  const read = z.object({ accessToken: z.string() }).safeParse(body)
  if (read.success) return read.data
  throw new PortalChanged(say('the answer of the one-stop system holds no token'))
}

function denied(): PortalDenied {
  return new PortalDenied(say('the one-stop system forgets its tokens at once'))
}
