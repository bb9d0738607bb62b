import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openHub } from '@cchc/hub'
import { createKey } from '@cchc/hub/actions/keys'
import { sync } from '@cchc/hub/actions/sync'
import { auditLog } from '@cchc/hub/questions/audit-log'
import { runs } from '@cchc/hub/questions/runs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createGateway, serveGateway } from '../src/index.ts'
import type { RunningGateway } from '../src/serve.ts'
import { OpenStreams } from '../src/syncing/open-streams.ts'
import { RunningSyncs } from '../src/syncing/running-syncs.ts'
import { syncerOf } from '../src/syncing/syncer.ts'
import { heldPortal } from './held-portal.ts'

const CONNECTOR = fileURLToPath(new URL('./paging-city.ts', import.meta.url))

let portal: Awaited<ReturnType<typeof heldPortal>>
let hub: Awaited<ReturnType<typeof openHub>>
let gateway: RunningGateway
let stop: AbortController
let key: string
let cwd: string
let options: { cwd: string; config: object }

beforeEach(async () => {
  portal = await heldPortal()
  cwd = mkdtempSync(join(tmpdir(), 'cchc-sync-'))
  const city = { connector: 'paging-city', baseUrl: portal.url, http: { retries: 0 } }
  const store = { url: 'sqlite:hub.db' }
  options = { cwd, config: { connectors: [CONNECTOR], store, sources: { city } } }
  hub = await openHub(options)
  const scopes = ['sync:run', 'runs:read'] as const
  key = (await hub.act(createKey, { name: 'Trục', scopes: [...scopes], org: ['all'] })).key
  stop = new AbortController()
  gateway = await serveGateway(hub, { port: 0, signal: stop.signal })
})

afterEach(async () => {
  portal.close()
  stop.abort()
  await gateway.closed
  await hub.close()
  rmSync(cwd, { recursive: true, force: true })
})

/** From here on, syncs are done by a thread. */
async function serveWithThreads(): Promise<void> {
  gateway = await serveGateway(hub, { port: 0, signal: stop.signal, workers: options })
}

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { Authorization: `Bearer ${key}`, Connection: 'close', ...init.headers }
  return fetch(gateway.url + path, { ...init, headers })
}

function begin(idempotencyKey: string | undefined, body: object = {}): Promise<Response> {
  const named = idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey }
  const headers = { 'Content-Type': 'application/json', ...named }
  return ask('/v1/sync', { method: 'POST', headers, body: JSON.stringify(body) })
}

interface Event {
  readonly event: string
  readonly id: string
  readonly data: Readonly<Record<string, unknown>>
}

/** The events of a text, without comments and what is no event. */
function eventsIn(text: string): readonly Event[] {
  return text.split('\n\n').flatMap((block) => {
    const [, event = '', id = '', data = ''] =
      /^event: (.*)\nid: (.*)\ndata: (.*)$/.exec(block) ?? []
    return event === '' ? [] : [{ event, id, data: JSON.parse(data) }]
  })
}

async function follow(path: string, headers: Record<string, string> = {}) {
  return eventsIn(await (await ask(`${path}/events`, { headers })).text())
}

const WHERE = [
  ['of this thread', async () => undefined],
  ['of another thread', serveWithThreads],
] as const

test.each(WHERE)(
  'a sync %s that was begun from afar goes on, and its events follow it to its end',
  async (_, serve) => {
    await serve()
    const response = await begin('first', { source: ['city'] })
    const begun = await response.json()
    const location = response.headers.get('Location') ?? ''
    expect([response.status, begun]).toEqual([
      202,
      { runs: [{ id: expect.any(String), source: 'city' }], notes: [] },
    ])
    await portal.reached
    expect(await (await ask(location)).json()).toMatchObject({ status: 'running' })
    const stream = await ask(`${location}/events`, { headers: { 'Accept-Encoding': 'gzip' } })
    expect(Object.fromEntries(stream.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
    })
    expect(stream.headers.has('Content-Encoding')).toBe(false)
    portal.letGo()
    const events = eventsIn(await stream.text())
    const last = events.at(-1)
    expect(last).toMatchObject({ event: 'end', data: { status: 'done', counts: { new: 3 } } })
    expect(last?.data).toEqual(await (await ask(location)).json())
    expect(events.at(-2)).toMatchObject({
      event: 'progress',
      data: { stream: 'dossiers', records: 3, pages: 3 },
    })
    const seen = { 'Last-Event-ID': events.at(-2)?.id ?? '' }
    expect((await follow(location, seen)).map(({ event }) => event)).toEqual(['end'])
    expect((await follow(location)).map(({ event }) => event)).toEqual(['progress', 'end'])
    const over = await ask(`${location}/events`, { headers: { 'Last-Event-ID': 'end' } })
    expect(over.status).toBe(204)
    const { items } = await hub.ask(auditLog, {})
    expect(items).toContainEqual(
      expect.objectContaining({ who: 'Trục', action: 'sync', subject: 'source=city' }),
    )
  },
)

test.each(WHERE)(
  'refused records are read again %s; where none is, nothing is begun',
  async (_, serve) => {
    await serve()
    const headers = { 'Content-Type': 'application/json', 'Accept-Language': 'vi' }
    const retry = (body: object, key = 'k') =>
      ask('/v1/quarantine/retry', {
        ...{ method: 'POST', body: JSON.stringify(body) },
        headers: { ...headers, 'Idempotency-Key': key },
      })
    const none = await retry({ source: 'city' })
    expect([none.status, await none.json()]).toEqual([
      202,
      { runs: [], notes: ['Không có bản ghi bị từ chối nào để đọc lại.'] },
    ])
    expect((await retry({ source: 'village' }, 'other')).status).toBe(404)
    expect((await retry({ source: ['city'] }, 'a-list')).status).toBe(202)
    const wrong = await retry({ source: 5 }, 'a-number')
    expect([wrong.status, await wrong.json()]).toMatchObject([
      400,
      { fix: expect.stringContaining('faults'), faults: [{ path: 'source' }] },
    ])
    expect((await begin('k', { source: ['city'] })).status).toBe(422)
    expect(portal.requests()).toBe(0)
  },
)

test('the same key with the same body begins nothing more; with another body it is refused', async () => {
  const [one, other] = await Promise.all([begin('once'), begin('once')])
  portal.letGo()
  const answer = await one.json()
  expect(await other.json()).toEqual(answer)
  await follow(one.headers.get('Location') ?? '')
  const again = await begin('once')
  expect([again.status, await again.json()]).toEqual([202, answer])
  expect(again.headers.get('Location')).toBe(one.headers.get('Location'))
  expect((await hub.ask(runs, {})).items).toHaveLength(1)
  const another = await begin('once', { full: 'true' })
  expect([another.status, await another.json()]).toMatchObject([422, { code: 'key_reused' }])
})

test.each(WHERE)(
  'a run %s that goes on is a conflict in its own words, and the key may be sent again',
  async (_, serve) => {
    await serve()
    const { headers } = await begin('first', { source: 'city', full: true })
    const conflict = await begin('second')
    expect([conflict.status, await conflict.json()]).toMatchObject([
      409,
      { code: 'run_conflict', detail: expect.stringContaining('city') },
    ])
    portal.letGo()
    await follow(headers.get('Location') ?? '')
    expect((await begin('second')).status).toBe(202)
  },
)

test.each([
  ['no key', undefined, {}],
  ['a key with a space', 'a b', {}],
  ['a key that is too long', 'x'.repeat(201), {}],
  ['a day that is none', 'k', { from: '2022-13-01' }],
  ['what only a person may accept', 'k', { acceptRemovals: 'true' }],
])('%s is refused before anything begins', async (_what, idempotencyKey, body) => {
  expect((await begin(idempotencyKey, body)).status).toBe(400)
  expect(portal.requests()).toBe(0)
})

test('a run of another process is followed, and a client that goes frees its place', async () => {
  const elsewhere = hub.act(sync, {})
  await portal.reached
  const [run] = (await hub.ask(runs, {})).items
  const path = `/v1/runs/${run?.id}/events`
  const clients = Array.from({ length: 10 }, () => new AbortController())
  for (const { signal } of clients) expect((await ask(path, { signal })).status).toBe(200)
  expect(await (await ask(path)).json()).toMatchObject({ code: 'streams_busy', status: 429 })
  expect((await ask(path, { method: 'HEAD' })).status).toBe(200)
  for (const client of clients) client.abort()
  await expect.poll(async () => (await ask(path, { method: 'HEAD' })).status).toBe(200)
  const open = () => {
    const gone = new AbortController()
    return ask(path, { signal: gone.signal }).then(({ status }) => {
      gone.abort()
      return status
    })
  }
  await expect.poll(open, { timeout: 300_000 }).toBe(200)
  portal.letGo()
  await elsewhere
  await expect.poll(async () => (await follow(`/v1/runs/${run?.id}`)).at(-1)?.event).toBe('end')
})

test.each(WHERE)(
  'a gateway that is stopped ends its sync %s at a page, keeps what was read, and tells who follows',
  async (_, serve) => {
    await serve()
    const { headers } = await begin('first')
    const followed = await ask(`${headers.get('Location')}/events`)
    await portal.reached
    stop.abort()
    await gateway.closed
    expect(eventsIn(await followed.text()).at(-1)).toMatchObject({
      event: 'end',
      data: { status: 'partial' },
    })
    const [run] = (await hub.ask(runs, {})).items
    expect(run).toMatchObject({
      ...{ status: 'partial', error: { code: 'run_interrupted' } },
      counts: { pages: 2, new: 2 },
    })
    portal.letGo()
    const [next] = (await hub.act(sync, {})).runs
    expect(next).toMatchObject({ status: 'done', counts: { pages: 1, new: 1 } })
  },
)

test('only so many syncs go on at once, and none is begun by a gateway that ends', async () => {
  const syncs = new RunningSyncs(syncerOf(hub), 1)
  await syncs.begin({ action: 'sync', asked: {} })
  await expect(syncs.begin({ action: 'sync', asked: {} })).rejects.toMatchObject({
    code: 'syncs_busy',
  })
  await syncs.stop(10_000)
  await expect(syncs.begin({ action: 'sync', asked: {} })).rejects.toMatchObject({
    code: 'syncs_busy',
  })
})

test('a gateway that was started anew knows what was answered, and what another one still does', async () => {
  const first = await begin('once')
  const answer = await first.json()
  portal.letGo()
  await follow(first.headers.get('Location') ?? '')
  stop.abort()
  await gateway.closed
  await hub.close()
  hub = await openHub(options)
  stop = new AbortController()
  gateway = await serveGateway(hub, { port: 0, signal: stop.signal })
  const again = await begin('once')
  expect([again.status, await again.json()]).toEqual([202, answer])
  expect((await begin('once', { full: 'true' })).status).toBe(422)
  expect((await hub.ask(runs, {})).items).toHaveLength(1)
  const underway = { claimRepeat: async () => ({ state: 'underway' as const }) }
  const beside = createGateway({ ...hub, repeats: { ...hub.repeats, ...underway } })
  const refused = await beside.request('http://localhost/v1/sync', {
    method: 'POST',
    headers: {
      ...{ Authorization: `Bearer ${key}`, 'Idempotency-Key': 'twice' },
      'Content-Type': 'application/json',
    },
    body: '{}',
  })
  expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'key_underway' }])
  expect(refused.headers.get('Retry-After')).toBe('5')
})

test('streams are counted by key and in all', () => {
  const open = new OpenStreams({ most: 3, mostOfOne: 2, refusal: 'streams_busy' })
  const release = open.take('key 1')
  open.take('key 1')
  expect(() => open.take('key 1')).toThrow('streams_busy')
  open.take('key 2')
  expect(() => open.take('key 3')).toThrow('streams_busy')
  release()
  release()
  open.take('key 3')
  expect(() => open.take('key 4')).toThrow('streams_busy')
})
