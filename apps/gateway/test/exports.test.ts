import { exportDossiers } from '@cchc/hub/exports/dossiers'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ExportThreads } from '../src/exporting/export-threads.ts'
import type { Exporter } from '../src/exporting/exporter.ts'
import { createGateway, serveGateway } from '../src/index.ts'
import { smallHubAndOptions } from './small-hub.ts'

let small: Awaited<ReturnType<typeof smallHubAndOptions>>
beforeAll(async () => {
  small = await smallHubAndOptions()
})

const PATHS = [
  '/v1/exports/indicators?history=true&format=csv',
  '/v1/exports/statistics?period=2022&org=H99',
]

test('an export is given by a thread of its own as the hub gives it, its failures too', async () => {
  const threads = new ExportThreads(small.options)
  afterAll(() => threads.close())
  const near = createGateway(small.hub)
  const far = createGateway(small.hub, { exporter: threads })
  for (const path of PATHS) {
    const asked = { headers: { 'X-Request-Id': 'same' } }
    const [here, there] = [await near.request(path, asked), await far.request(path, asked)]
    expect(there.status, path).toBe(here.status)
    const text = (await there.text()).replaceAll(/"knownAt":"[^"]*"|knownAt=[^,]*/g, 'AT')
    expect(text, path).toBe(
      (await here.text()).replaceAll(/"knownAt":"[^"]*"|knownAt=[^,]*/g, 'AT'),
    )
  }
})

test('the form is chosen by format, or else by Accept', async () => {
  const app = createGateway(small.hub)
  const typeOf = async (query: string, headers = {}) => {
    const response = await app.request(`/v1/exports/indicators?${query}`, { headers })
    await response.text()
    return response.headers.get('Content-Type')
  }
  expect(await typeOf('')).toBe('application/x-ndjson; charset=utf-8')
  expect(await typeOf('format=csv')).toBe('text/csv; charset=utf-8')
  expect(await typeOf('', { Accept: 'text/csv' })).toBe('text/csv; charset=utf-8')
  expect(await typeOf('format=ndjson', { Accept: 'text/csv' })).toContain('ndjson')
  const text = await (await app.request('/v1/exports/indicators?format=csv')).text()
  expect(text).toContain('plan_tasks_total')
  expect(text.trimEnd().split('\r\n').at(-1)).toMatch(/^#end,whole=true,rows=1,sha256=[0-9a-f]{64}/)
})

/** Gives pieces for ever, and tells how many it was asked for and when it was ended. */
function endless(fails?: number) {
  const ended = Promise.withResolvers<void>()
  const made = { pieces: 0 }
  const exporter: Exporter = {
    async *pieces() {
      try {
        for (;;) {
          made.pieces += 1
          if (made.pieces === fails) throw new Error('the database is gone')
          yield new Uint8Array(1000).fill(10)
        }
      } finally {
        ended.resolve()
      }
    },
  }
  return { exporter, made, ended: ended.promise }
}

const PATH = '/v1/exports/dossiers?period=2022'

describe('an export that goes on', () => {
  test('is made no faster than it is taken, and ends when the client has gone', async () => {
    const { exporter, made, ended } = endless()
    const app = createGateway(small.hub, { exporter })
    const reader = (await app.request(PATH)).body?.getReader()
    for (let taken = 0; taken < 5; taken += 1) await reader?.read()
    await new Promise((turn) => setImmediate(turn))
    expect(made.pieces).toBeLessThanOrEqual(6)
    await reader?.cancel()
    await ended
  })

  test('holds a place: two of one key, and the next when one has ended', async () => {
    const { exporter } = endless()
    const app = createGateway(small.hub, { exporter })
    const [first] = [await app.request(PATH), await app.request(PATH)]
    const refused = await app.request(PATH)
    expect(refused.status).toBe(429)
    expect(await refused.text()).toContain('exports_busy')
    await first?.body?.cancel()
    expect((await app.request(PATH)).status).toBe(200)
  })

  test('that fails midway is cut off, so that nobody takes it for whole; the log says why', async () => {
    const { exporter, ended } = endless(4)
    const stop = new AbortController()
    const onError = vi.fn()
    const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { url, closed } = await serveGateway(small.hub, {
      ...{ port: 0, signal: stop.signal, exporter, onError, graceMs: 100 },
    })
    const response = await fetch(url + PATH)
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow()
    await ended
    expect(onError).toHaveBeenCalledOnce()
    stop.abort()
    await closed
    silent.mockRestore()
  })

  test('ends when the connection is cut', async () => {
    const { exporter, ended } = endless()
    const stop = new AbortController()
    const { url, closed } = await serveGateway(small.hub, {
      ...{ port: 0, signal: stop.signal, exporter, graceMs: 100 },
    })
    const client = new AbortController()
    const response = await fetch(url + PATH, { signal: client.signal })
    await response.body?.getReader().read()
    client.abort()
    await ended
    stop.abort()
    await closed
  })
})

test('what cannot be asked is told before anything is given', async () => {
  const app = createGateway(small.hub)
  for (const [path, status] of [
    ['/v1/exports/dossiers', 400],
    ['/v1/exports/dossiers?period=2022&org=H99', 404],
    ['/v1/exports/dossiers?period=2022&format=xlsx', 400],
  ] as const) {
    const response = await app.request(path)
    expect([response.status, response.headers.get('Content-Type')], path).toEqual([
      status,
      'application/problem+json',
    ])
  }
  const head = await app.request(PATH, { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect(exportDossiers.scope).toBe('figures:read')
})
