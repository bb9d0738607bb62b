import { gzipSync } from 'node:zlib'
import {
  ConfigError,
  PortalChanged,
  PortalDenied,
  PortalThrottled,
  PortalUnavailable,
  RunInterrupted,
  say,
} from '@cchc/domain'
import { afterEach, describe, expect, test } from 'vitest'
import {
  createHttp,
  createRedact,
  HttpLimits,
  type HttpOptions,
  httpLimits,
  parseJson,
  type SentRequest,
} from '../src/index.ts'
import { answer, ask, cutBody, memoryLog, startPortal } from './portal.ts'

const NOW = Date.UTC(2023, 0, 1)
const open: { close(): Promise<void> }[] = []

afterEach(async () => {
  await Promise.all(open.splice(0).map((portal) => portal.close()))
})

async function portalOf(...answers: Parameters<typeof startPortal>) {
  const portal = await startPortal(...answers)
  open.push(portal)
  return portal
}

function client(baseUrl: string, options: Partial<HttpOptions> = {}) {
  const waits: number[] = []
  const log = memoryLog()
  const http = createHttp({
    baseUrl,
    signal: new AbortController().signal,
    log,
    now: () => NOW,
    random: () => 1,
    sleep: async (ms) => {
      waits.push(ms)
    },
    ...options,
  })
  return { http, waits, log }
}

describe('an answer', () => {
  test('is decoded, unpacked and counted', async () => {
    const packed = gzipSync('thủ tục hành chính')
    const portal = await portalOf((_request, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip', 'X-Page': '1' })
      response.end(packed)
    })
    const { http } = client(portal.url)
    const response = await ask(http, { url: 'a/b', query: { q: 'hồ sơ & phí', n: 2 } })
    expect(response).toMatchObject({ status: 200, body: 'thủ tục hành chính' })
    expect(response.headers['x-page']).toBe('1')
    const sent = new URL(portal.requests[0]?.url ?? '', portal.url)
    expect(sent.pathname).toBe('/a/b')
    expect(sent.searchParams.get('q')).toBe('hồ sơ & phí')
    expect(http.traffic()).toEqual({
      requests: 1,
      retries: 0,
      bytes: Buffer.byteLength('thủ tục hành chính'),
    })
  })

  test('keeps the base path, and says honestly who asks', async () => {
    const portal = await portalOf(answer(200, '{}'))
    const { http } = client(`${portal.url}/o/rest/v2`, { userAgent: 'CCHC-Hub/9.9 (test)' })
    await ask(http, { url: 'dossiers', headers: { groupId: '7' } })
    expect(portal.requests[0]).toMatchObject({
      url: '/o/rest/v2/dossiers',
      headers: { 'user-agent': 'CCHC-Hub/9.9 (test)', groupid: '7' },
    })
  })

  test('is accepted with the named statuses only', async () => {
    const portal = await portalOf(answer(203, 'no session'))
    const { http } = client(portal.url)
    expect((await ask(http, { url: '/', accept: [200, 203] })).status).toBe(203)
    await expect(ask(http, { url: '/' })).rejects.toBeInstanceOf(PortalChanged)
  })

  test('larger than allowed is refused without trying again', async () => {
    const portal = await portalOf(answer(200, 'x'.repeat(5000)))
    const { http } = client(portal.url, { maxBytes: 1000 })
    await expect(ask(http, { url: '/' })).rejects.toBeInstanceOf(PortalChanged)
    expect(portal.requests).toHaveLength(1)
  })

  test.each([
    ['JSON', { json: { a: 1 } }, 'application/json', '{"a":1}'],
    ['a form', { form: { b: 'hồ' } }, 'application/x-www-form-urlencoded', 'b=h%E1%BB%93'],
    ['XML', { xml: '<hồ/>' }, 'application/xml; charset=utf-8', '<hồ/>'],
    ['text', { raw: { type: 'text/csv', content: 'a;b' } }, 'text/csv', 'a;b'],
    ['bytes', { raw: { type: 'a/b', content: Buffer.from(' hồ').subarray(1) } }, 'a/b', 'hồ'],
  ])('is asked for with %s', async (_, sent, type, body) => {
    const portal = await portalOf(answer(200))
    const { http } = client(portal.url)
    await ask(http, { method: 'POST', url: '/', ...sent })
    expect(portal.requests[0]).toMatchObject({ headers: { 'content-type': type }, body })
  })

  test('comes as bytes where it is no text', async () => {
    const bytes = Buffer.from([0, 255, 254, 1])
    const portal = await portalOf((_request, response) => response.end(bytes))
    const { http } = client(portal.url)
    const read = await http.read({ url: '/', as: 'bytes' }, ({ body }) => [...body])
    expect(read).toEqual([...bytes])
  })

  test('is what the request says it is made of: parsed, once for each attempt', async () => {
    const portal = await portalOf(answer(200, '{"n":4'), answer(200, '{"n":5}'))
    const { http } = client(portal.url)
    expect(await http.read({ url: '/' }, parseJson)).toEqual({ n: 5 })
    expect(http.traffic()).toMatchObject({ requests: 2, retries: 1 })
  })

  test('is asked for with headers that are made for each attempt of what is sent', async () => {
    const portal = await portalOf(answer(500), answer(200))
    const { http } = client(portal.url)
    let attempts = 0
    const sign = ({ method, path, body }: SentRequest) => {
      attempts += 1
      return { Signature: `${attempts} ${method} ${path} ${body}` }
    }
    await ask(http, { method: 'POST', url: 'x', query: { q: 'hồ' }, json: [1], sign })
    expect(portal.requests.map(({ headers }) => headers.signature)).toEqual([
      '1 POST /x?q=h%E1%BB%93 [1]',
      '2 POST /x?q=h%E1%BB%93 [1]',
    ])
  })
})

describe('a fault', () => {
  test.each([500, 502, 503, 504, 408])('%i is retried with growing waits', async (status) => {
    const portal = await portalOf(answer(status), answer(status), answer(200, 'ok'))
    const { http, waits } = client(portal.url)
    expect((await ask(http, { url: '/' })).body).toBe('ok')
    expect(waits).toEqual([500, 1000])
    expect(http.traffic()).toMatchObject({ requests: 3, retries: 2 })
  })

  test('that stays is PortalUnavailable after the last attempt', async () => {
    const portal = await portalOf(answer(500))
    const { http } = client(portal.url, { retries: 2 })
    await expect(ask(http, { url: '/x' })).rejects.toBeInstanceOf(PortalUnavailable)
    expect(portal.requests).toHaveLength(3)
  })

  test('in the network, a cut body and silence are retried', async () => {
    const portal = await portalOf(
      (request) => request.socket.destroy(),
      cutBody,
      () => undefined,
      answer(200, 'ok'),
    )
    const { http } = client(portal.url, { timeoutMs: 200 })
    expect((await ask(http, { url: '/' })).body).toBe('ok')
    expect(http.traffic().retries).toBe(3)
  })

  test('found by parsing the answer is retried, another verdict is not', async () => {
    const portal = await portalOf(answer(200, 'half'), answer(200, 'whole'))
    const { http } = client(portal.url)
    const parse = ({ body }: { body: string }) => {
      if (body === 'half') throw new PortalUnavailable(say('cut'))
      return body
    }
    expect(await http.read({ url: '/' }, parse)).toBe('whole')
    const refuse = () => {
      throw new PortalChanged(say('unknown shape'))
    }
    await expect(http.read({ url: '/' }, refuse)).rejects.toBeInstanceOf(PortalChanged)
    expect(portal.requests).toHaveLength(3)
  })

  test('of a request that may take less time than others is told after that time', async () => {
    const portal = await portalOf(() => undefined)
    const { http } = client(portal.url, { retries: 0 })
    const asked = ask(http, { url: '/', timeoutMs: 100 })
    await expect(asked).rejects.toThrow('no answer in time')
  })

  test('is told in time, however long a request says that it may take', async () => {
    const portal = await portalOf(() => undefined)
    const { http } = client(portal.url, { retries: 0, timeoutMs: 100 })
    const asked = ask(http, { url: '/', timeoutMs: 3_600_000 })
    await expect(asked).rejects.toThrow('no answer in time')
  })

  test.each([
    [401, PortalDenied],
    [403, PortalDenied],
    [404, PortalChanged],
    [302, PortalChanged],
    [501, PortalUnavailable],
  ])('%i is not retried', async (status, error) => {
    const portal = await portalOf(answer(status, '', { Location: 'http://elsewhere.invalid/' }))
    const { http } = client(portal.url)
    await expect(ask(http, { url: '/' })).rejects.toBeInstanceOf(error)
    expect(portal.requests).toHaveLength(1)
  })
})

describe('Retry-After', () => {
  test.each([
    ['7', 7000],
    [new Date(NOW + 9000).toUTCString(), 9000],
  ])('%s is waited for', async (header, wait) => {
    const portal = await portalOf(answer(429, '', { 'Retry-After': header }), answer(200, 'ok'))
    const { http, waits } = client(portal.url)
    await ask(http, { url: '/' })
    expect(waits).toEqual([wait])
  })

  test.each(['0', '-5', 'Sun Nov  6 08:49:37 1994', 'soon'])(
    '%s makes no busy loop: the growing waits of our own stay',
    async (header) => {
      const portal = await portalOf(answer(429, '', { 'Retry-After': header }))
      const { http, waits } = client(portal.url, { retries: 3 })
      await expect(ask(http, { url: '/' })).rejects.toBeInstanceOf(PortalThrottled)
      expect(waits).toEqual([500, 1000, 2000])
    },
  )

  test('of any length is told in words with an instant that exists', async () => {
    const portal = await portalOf(answer(429, '', { 'Retry-After': '9'.repeat(40) }))
    const { http } = client(portal.url)
    const error = await ask(http, { url: '/' }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      message: expect.stringContaining('asks to wait for 31622400 seconds'),
      retryAt: NOW + 31_622_400_000,
    })
  })

  test.each([429, 503])(
    'of %i beyond the limit stops softly and says until when',
    async (status) => {
      const portal = await portalOf(answer(status, '', { 'Retry-After': '3600' }))
      const { http, waits } = client(portal.url, { longestWaitMs: 60_000 })
      const error = await ask(http, { url: '/' }).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(PortalThrottled)
      expect((error as PortalThrottled).retryAt).toBe(NOW + 3_600_000)
      expect(waits).toEqual([])
    },
  )
})

describe('limits', () => {
  test('space requests evenly', async () => {
    const portal = await portalOf(answer(200))
    const { http, waits } = client(portal.url, { requestsPerSecond: 4, concurrency: 1 })
    for (let i = 0; i < 3; i++) await ask(http, { url: '/' })
    expect(waits).toEqual([250, 500])
  })

  test('space requests also when the clock is set back, and wait for no year', async () => {
    const portal = await portalOf(answer(200))
    let now = NOW
    const options = { requestsPerSecond: 4, concurrency: 1, now: () => now }
    const { http, waits } = client(portal.url, options)
    for (const moved of [0, -365 * 86_400_000, 0]) {
      now += moved
      await ask(http, { url: '/' })
    }
    expect(waits).toEqual([250])
  })

  test('bound how many requests are open at once', async () => {
    const held: (() => void)[] = []
    let most = 0
    const portal = await portalOf((_request, response) => {
      held.push(() => response.end())
      most = Math.max(most, held.length)
      if (held.length === 2) setTimeout(() => held.splice(0).map((end) => end()), 20)
    })
    const { http } = client(portal.url, { concurrency: 2 })
    await Promise.all(Array.from({ length: 6 }, () => ask(http, { url: '/' })))
    expect(most).toBe(2)
  })

  test('bound the requests of a run', async () => {
    const portal = await portalOf(answer(200))
    const { http } = client(portal.url, { maxRequests: 2 })
    await ask(http, { url: '/' })
    await ask(http, { url: '/' })
    const error = await ask(http, { url: '/' }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(PortalThrottled)
    expect(error).toHaveProperty('fix', expect.stringContaining('Raise http.maxRequests'))
    expect(portal.requests).toHaveLength(2)
  })

  test('bound them together with those that others made for it', async () => {
    const portal = await portalOf(answer(200))
    const { http } = client(portal.url, { maxRequests: 4 })
    http.charge(3)
    await ask(http, { url: '/' })
    await expect(ask(http, { url: '/' })).rejects.toThrow(PortalThrottled)
    expect(portal.requests).toHaveLength(1)
  })

  test('bound the requests of every run that a configuration leaves unbounded', () => {
    expect(httpLimits(HttpLimits.parse({})).maxRequests).toBe(100_000)
  })

  test('keep requests to the hosts of the source', async () => {
    const portal = await portalOf(answer(200))
    const { http } = client('http://portal.invalid')
    await expect(ask(http, { url: `${portal.url}/` })).rejects.toBeInstanceOf(ConfigError)
    const allowed = client('http://portal.invalid', { allowedHosts: [new URL(portal.url).host] })
    expect((await ask(allowed.http, { url: `${portal.url}/` })).status).toBe(200)
    expect(portal.requests).toHaveLength(1)
  })
})

describe('stopping', () => {
  test('ends an open request', async () => {
    const controller = new AbortController()
    const portal = await portalOf(() => controller.abort())
    const { http } = client(portal.url, { signal: controller.signal })
    await expect(ask(http, { url: '/' })).rejects.toBeInstanceOf(RunInterrupted)
    expect(portal.requests).toHaveLength(1)
  })

  test('ends a wait', async () => {
    const controller = new AbortController()
    const portal = await portalOf((_request, response) => {
      response.writeHead(429, { 'Retry-After': '50' })
      response.end()
    })
    const http = createHttp({
      baseUrl: portal.url,
      signal: controller.signal,
      log: { ...memoryLog(), debug: () => queueMicrotask(() => controller.abort()) },
      now: () => NOW,
    })
    await expect(ask(http, { url: '/' })).rejects.toBeInstanceOf(RunInterrupted)
  })
})

test('errors and logs hold method, host, path and status, and no secret, query or body', async () => {
  const portal = await portalOf(answer(500, 'CANARY body'))
  const { http, log } = client(portal.url, { redact: createRedact(['s3cret/x']), retries: 1 })
  const error = await ask(http, {
    url: `/login/${encodeURIComponent('s3cret/x')}/000-20221231-1`,
    query: { name: 'CANARY', page: 'CANARY 2', start: '15' },
    headers: { Authorization: 's3cret/x' },
  }).catch((thrown: unknown) => thrown as Error)
  const { host } = new URL(portal.url)
  expect((error as Error).message).toBe(`GET ${host}/login/***/000-20221231-1: HTTP 500`)
  expect((error as Error).cause).toBeUndefined()
  expect(log.lines.join('\n')).not.toMatch(/CANARY|s3cret/)
  const [request = '', retry = ''] = log.lines
  expect(log.lines).toHaveLength(3)
  const told = JSON.parse(request.replace(/^request /, ''))
  expect(told).toEqual({
    ...{ method: 'GET', host, path: '/login/***/…', status: 500, bytes: 11 },
    query: { name: '…', page: '…', start: '15' },
    ms: expect.any(Number),
  })
  expect(retry).toMatch(/^trying again /)
})
