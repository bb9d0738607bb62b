import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openHub } from '@cchc/hub'
import { createKey } from '@cchc/hub/actions/keys'
import { sync } from '@cchc/hub/actions/sync'
import { whatIsDone } from '@cchc/hub/doing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { serveGateway } from '../src/index.ts'
import { heldPortal } from './held-portal.ts'
import { spanSink } from './span-sink.ts'

const CONNECTOR = fileURLToPath(new URL('./paging-city.ts', import.meta.url))
const REMOTE = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'

let portal: Awaited<ReturnType<typeof heldPortal>>
let cwd: string
const close: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  portal = await heldPortal()
  portal.letGo()
  cwd = mkdtempSync(join(tmpdir(), 'cchc-watching-'))
})
afterEach(async () => {
  for (const end of close.splice(0).toReversed()) await end()
  portal.close()
  rmSync(cwd, { recursive: true, force: true })
})

/** A hub on a portal of three pages, and what it logs with what was being done. */
async function watchedHub(more: object = {}) {
  const logged: Record<string, unknown>[] = []
  const line =
    (level: string) =>
    (message: string, facts: object = {}) =>
      void logged.push({ level, message, ...whatIsDone(), ...facts })
  const city = { connector: 'paging-city', baseUrl: portal.url, http: { retries: 0 } }
  const config = { connectors: [CONNECTOR], store: { url: 'sqlite:hub.db' }, sources: { city } }
  const options = { cwd, config: { ...config, ...more }, env: { TOKEN: 'Bearer the-token' } }
  const log = { debug: line('debug'), info: line('info'), warn: line('warn') }
  const hub = await openHub({ ...options, log })
  close.push(() => hub.close())
  const scopes = ['runs:read', 'figures:read', 'sync:run'] as const
  const made = await hub.act(createKey, { name: 'Trục', scopes: [...scopes], org: ['all'] })
  return { hub, options, logged, key: made.key }
}

test('each request and run is one line with its ids, and none with a key, a path or a query', async () => {
  const { hub, logged, key } = await watchedHub()
  const stop = new AbortController()
  const gateway = await serveGateway(hub, { port: 0, signal: stop.signal })
  close.push(() => {
    stop.abort()
    return gateway.closed
  })
  const ask = (path: string, headers: object = {}) =>
    fetch(gateway.url + path, {
      headers: { Authorization: `Bearer ${key}`, 'X-Request-Id': 'r-1', ...headers },
    })
  expect((await ask('/v1/runs/4711?secret=in-the-query')).status).toBe(400)
  expect((await ask('/v1/status', { Authorization: 'Bearer a-wrong-key' })).status).toBe(401)
  expect((await ask('/health')).status).toBe(200)
  const { runs } = await hub.act(sync, {})
  const ms = expect.any(Number)
  const request = { message: 'request', requestId: 'r-1', method: 'GET', ms }
  const run = { source: 'city', run: runs[0]?.id }
  const facts = { status: 'done', pages: 3, fetched: 3, refused: 0, ms }
  expect(logged.filter(({ message }) => /^(request|run \w+)$/.test(String(message)))).toEqual([
    { ...request, level: 'info', route: '/v1/runs/{id}', status: 400, caller: 'key 1 (Trục)' },
    { ...request, level: 'info', route: '/v1/status', status: 401, caller: null },
    { ...request, level: 'debug', route: '/health', status: 200, caller: null },
    { ...run, level: 'info', message: 'run began' },
    expect.objectContaining({ ...run, level: 'debug', message: 'request' }),
    expect.objectContaining({ ...run, level: 'debug', message: 'request' }),
    expect.objectContaining({ ...run, level: 'debug', message: 'request' }),
    { ...run, level: 'info', message: 'run ended', ...facts },
  ])
  const told = JSON.stringify(logged)
  for (const text of [key, 'a-wrong-key', 'in-the-query', '4711']) expect(told).not.toContain(text)
})

test('a trace goes from who asks over the thread that answers to the store, and a run has its own', async () => {
  const sink = await spanSink()
  const traces = { url: sink.url, authorization: ['$', '{env:TOKEN}'].join('') }
  const { hub, options, key } = await watchedHub({ traces })
  const stop = new AbortController()
  const gateway = await serveGateway(hub, { port: 0, signal: stop.signal, workers: options })
  close.push(() => {
    stop.abort()
    return gateway.closed
  })
  await hub.act(sync, {})
  const headers = { Authorization: `Bearer ${key}`, traceparent: REMOTE }
  const url = `${gateway.url}/v1/statistics/dossiers?org=H15&period=2022`
  expect([200, 404]).toContain((await fetch(url, { headers })).status)
  expect((await fetch(`${gateway.url}/health`)).status).toBe(200)
  const span = (name: string, traceId?: string) =>
    sink.spans.find((one) => one.name === name && (traceId ?? one.traceId) === one.traceId)
  const [, remote = '', parent] = REMOTE.split('-')
  await expect
    .poll(() => span('answer', remote) && span('GET /v1/statistics/dossiers'), { timeout: 15_000 })
    .toBeDefined()
  await expect.poll(() => span('action sync'), { timeout: 15_000 }).toBeDefined()
  const asked = span('GET /v1/statistics/dossiers')
  expect(asked).toMatchObject({ traceId: remote, parentSpanId: parent })
  expect(asked?.attributes).toMatchObject({ 'http.route': '/v1/statistics/dossiers' })
  expect(span('answer')).toMatchObject({ traceId: remote, parentSpanId: asked?.spanId })
  const question = span('question stats dossiers')
  expect(question).toMatchObject({ traceId: remote, parentSpanId: span('answer')?.spanId })
  expect(sink.spans.filter(({ parentSpanId }) => parentSpanId === question?.spanId)).not.toEqual([])
  const run = span('run')
  expect(run).toMatchObject({ parentSpanId: span('action sync')?.spanId })
  expect(run?.attributes).toMatchObject({ 'cchc.source': 'city', 'cchc.status': 'done' })
  const below = sink.spans.filter(({ traceId }) => traceId === run?.traceId)
  const named = (name: string) => below.filter((one) => one.name === name)
  expect(named('portal request')).toHaveLength(3)
  expect(named('run commit').length).toBeGreaterThan(0)
  expect(sink.spans.some(({ name }) => name.includes('health'))).toBe(false)
  expect(new Set(sink.heads)).toEqual(new Set(['Bearer the-token']))
  const told = JSON.stringify(sink.spans)
  for (const text of [key, 'H15', 'Trục', cwd]) expect(told).not.toContain(text)
})

test('where nobody takes them, traces hold nothing up', async () => {
  const { hub } = await watchedHub({ traces: { url: 'http://127.0.0.1:1/v1/traces' } })
  expect((await hub.act(sync, {})).runs).toMatchObject([{ status: 'done' }])
})
