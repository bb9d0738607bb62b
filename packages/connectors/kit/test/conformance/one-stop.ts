import { Dossier, dayNumber, dayNumberOf, dayText, Field } from '@cchc/domain'
import {
  CONTRACT_VERSION,
  defineConnector,
  type HttpConnector,
  type HttpIo,
  mapEach,
  pages,
  parseJson,
  type ReadRequest,
} from '../../src/index.ts'
import {
  denied,
  dossiersFrom,
  listPage,
  readToken,
  requested,
  rowOf,
  stateOf,
} from './one-stop-answers.ts'
import {
  type Client,
  Config,
  Cursor,
  type Days,
  OldCursor,
  type Parts,
  type Query,
  type Row,
} from './one-stop-parts.ts'

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
  split({ io, config }, { from, to }) {
    if (from !== undefined || to !== undefined) return undefined
    const startedAt = new Date(io.now()).toISOString()
    const days = { from: config.since, to: dayText(dayNumberOf(Date.parse(startedAt))) }
    return { days, rest: { completeSince: null, pass: { startedAt, window: BEHIND, start: 0 } } }
  },
  async *window(parts, client, { cursor, from, to }) {
    const start = cursor?.pass?.start ?? 0
    const startedAt = parts.startOf(client.io)
    for await (const { rows, next } of parts.list(parts, client, { query: { from, to }, start })) {
      const pass = { startedAt, window: 0, start: next }
      yield { records: dossiersOf(parts, rows), cursor: { completeSince: null, pass } }
    }
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
      windows: {
        days: 7,
        split: async ({ from, to }: ReadRequest<Cursor>) => parts.split(client, { from, to }),
        read: (window: Days & { readonly cursor: Cursor | undefined }) =>
          parts.window(parts, client, window),
      },
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

/** More windows than a reading has. */
const BEHIND = 1_000_000

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
