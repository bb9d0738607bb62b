import type { Hub } from '@cchc/hub'
import { trusted } from '@cchc/hub/access/caller'
import { isHardToGuess } from '@cchc/hub/access/hard-to-guess'
import { loadVietnamese } from '@cchc/hub/vietnamese'
import { beforeAll, describe, expect, test } from 'vitest'
import { createGateway } from '../src/index.ts'
import { networkOf } from '../src/limits/network.ts'
import { WindowCounter } from '../src/limits/window-counter.ts'
import { WrongKeys } from '../src/limits/wrong-keys.ts'
import { PROBLEM_KINDS } from '../src/problem-kinds.ts'
import { smallHub } from './small-hub.ts'

const KEY = 'the-key-of-the-configuration'
const WITH_KEY = { Authorization: `Bearer ${KEY}` }

let hub: Hub
beforeAll(async () => {
  hub = await smallHub()
})

const read = async (response: Response) => JSON.parse(await response.text())

/** A gateway with other settings. */
function gatewayWith(gateway: Partial<Hub['settings']['gateway']>) {
  const settings = { ...hub.settings, gateway: { ...hub.settings.gateway, ...gateway } }
  const callerOf = async (key: string) => (key === STORED ? trusted('key 1') : undefined)
  const access = { ...hub.access, callerOf }
  return createGateway({ ...hub, settings, access }, { apiKey: KEY, mostWrongKeys: 3 })
}

const STORED = 'a-key-of-the-store'

/** Asks as if from an address, through a proxy. */
const from = (address: string, key: string) => ({
  headers: { Authorization: `Bearer ${key}`, 'X-Forwarded-For': `6.6.6.6, ${address}` },
})

describe('wrong keys', () => {
  test('are throttled by the address from which they come, and a right one of it is answered', async () => {
    const app = gatewayWith({ behindProxy: true })
    const ask = async (address: string, key: string) =>
      (await app.request('/v1/sources', from(address, key))).status
    for (let turn = 0; turn < 3; turn += 1) expect(await ask('10.0.0.1', 'wrong')).toBe(401)
    const refused = await app.request('/v1/sources', from('10.0.0.1', 'wrong'))
    expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([
      429,
      expect.any(Number),
    ])
    expect((await read(refused)).code).toBe('wrong_keys')
    for (let turn = 0; turn < 3; turn += 1) expect(await ask('10.0.0.1', STORED)).toBe(200)
    expect(await ask('10.0.0.2', KEY)).toBe(200)
    expect((await app.request('/health', from('10.0.0.1', 'wrong'))).status).toBe(200)
    for (const host of ['2001:db8:1:2::1', '2001:db8:1:2::2', '2001:db8:1:2:3::']) {
      expect(await ask(host, 'wrong')).toBe(401)
    }
    expect(await ask('2001:db8:1:2::9', 'wrong')).toBe(429)
  })

  test('lock out no right key of the configuration that a program made', async () => {
    const key = '3f9c0b7a52d84e16a0c97d2e5b81f463c2d07e9a4b156f38'
    const app = createGateway(hub, { apiKey: key, mostWrongKeys: 1 })
    const ask = async (sent: string) => {
      const headers = { Authorization: `Bearer ${sent}` }
      return (await app.request('/v1/sources', { headers })).status
    }
    const wrong = Array.from({ length: 50 }, (_, turn) => `wrong-${turn}`)
    for (const one of wrong) await ask(one)
    expect(await ask(key)).toBe(200)
    expect(await ask('wrong')).toBe(429)
  })

  test('of sources that send are throttled too', async () => {
    const app = gatewayWith({})
    const send = async () => (await app.request('/v1/sources/x/inbox', { method: 'POST' })).status
    expect([await send(), await send(), await send(), await send()]).toEqual([401, 401, 401, 429])
  })
})

test.each([
  ['3f9c0b7a52d84e16a0c97d2e5b81f463c2d07e9a4b156f38', true],
  ['KhoaCuaPhongTinHoc2026', false],
  ['a'.repeat(64), false],
])('whether nobody guesses %s: %s', (key, expected) => {
  expect(isHardToGuess(key)).toBe(expected)
})

test('a key that a person has chosen is compared once a second where too many wrong ones came', () => {
  let now = 0
  const wrong = new WrongKeys({ limit: 2, now: () => now })
  const chosen = { isHardToGuess: false }
  const compared = () => [1, 2, 3].map(() => wrong.mayCompare('10.0.0.1', chosen))
  const refuse = () => expect(() => wrong.refuse('10.0.0.1', 'unauthorised'))
  expect(compared()).toEqual([true, true, true])
  refuse().toThrow('unauthorised')
  refuse().toThrow('unauthorised')
  refuse().toThrow('wrong_keys')
  expect(compared()).toEqual([true, false, false])
  expect(wrong.mayCompare('10.0.0.2', chosen)).toBe(true)
  expect(wrong.mayCompare('10.0.0.1', { isHardToGuess: true })).toBe(true)
  now = 1000
  expect(compared()).toEqual([true, false, false])
  now = 300_000
  expect(compared()).toEqual([true, true, true])
})

test('each key asks so often a minute, and every answer says what is left', async () => {
  const app = gatewayWith({ requestsPerMinute: 2 })
  const ask = () => app.request('/v1/sources', { headers: WITH_KEY })
  const [first, second, third] = [await ask(), await ask(), await ask()]
  expect(first.headers.get('ratelimit-policy')).toBe('"key";q=2;w=60')
  expect(first.headers.get('ratelimit')).toMatch(/^"key";r=1;t=\d+$/)
  expect(second.headers.get('ratelimit')).toMatch(/^"key";r=0;t=\d+$/)
  expect(third.status).toBe(429)
  expect(third.headers.get('ratelimit')).toMatch(/^"key";r=0;t=\d+$/)
  expect(third.headers.get('retry-after')).toMatch(/^\d+$/)
  const unlocked = createGateway(hub)
  for (let turn = 0; turn < 5; turn += 1) {
    expect((await unlocked.request('/v1/sources')).headers.get('ratelimit')).toBeNull()
  }
})

test('windows end with their time, and no more of them are kept than may be', () => {
  let now = 0
  const counter = new WindowCounter({ limit: 1, seconds: 10, most: 2, now: () => now })
  expect(counter.count('a')).toEqual({ left: 0, seconds: 10 })
  now = 4000
  expect(counter.count('a')).toEqual({ left: -1, seconds: 6 })
  now = 10_000
  expect(counter.look('a').left).toBe(1)
  counter.count('a')
  counter.count('b')
  counter.count('c')
  expect([counter.look('a').left, counter.look('b').left]).toEqual([1, 0])
})

describe('every answer', () => {
  const PATHS = [
    '/health',
    '/docs',
    '/v1/sources',
    '/v1/procedures/counts',
    '/v1/nowhere',
    '/errors',
  ]
  const REPORT = '/v1/reports/bnv-581-province?period=2022&format=csv'

  test('has headers that say what browsers may do with it, and an id', async () => {
    const app = gatewayWith({})
    for (const path of [...PATHS, REPORT]) {
      const { headers } = await app.request(path, { headers: WITH_KEY })
      expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'")
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('referrer-policy'), path).toBe('no-referrer')
      expect(headers.get('x-request-id'), path).toMatch(/^[\w-]{36}$/)
    }
  })

  test('keeps the id that a request brings where it is well-formed, down to the log', async () => {
    const told: unknown[] = []
    const ask = async () => {
      throw new Error('broken')
    }
    const app = createGateway({ ...hub, ask }, { onError: (_, id) => told.push(id) })
    const response = await app.request('/v1/sources', { headers: { 'X-Request-Id': 'abc-1' } })
    expect(response.headers.get('x-request-id')).toBe('abc-1')
    expect((await read(response)).requestId).toBe('abc-1')
    expect(told).toEqual(['abc-1'])
    for (const bad of ['a b', 'x'.repeat(65), '<script>', 'a"b']) {
      const { headers } = await app.request('/health', { headers: { 'X-Request-Id': bad } })
      expect(headers.get('x-request-id')).toMatch(/^[\w-]{36}$/)
    }
  })

  test('may be read by web pages of listed origins alone', async () => {
    const origin = 'https://dashboard.example.gov.vn'
    const app = gatewayWith({ cors: [origin] })
    const allowed = async (from: string, init: RequestInit = {}) => {
      const headers = { ...WITH_KEY, ...init.headers, Origin: from }
      return app.request('/v1/sources', { ...init, headers })
    }
    expect((await allowed(origin)).headers.get('access-control-allow-origin')).toBe(origin)
    expect(
      (await allowed('https://evil.example')).headers.get('access-control-allow-origin'),
    ).toBeNull()
    const asked = { 'Access-Control-Request-Method': 'GET', Authorization: '' }
    const before = await allowed(origin, { method: 'OPTIONS', headers: asked })
    expect(before.status).toBe(204)
    expect(before.headers.get('access-control-allow-headers')).toContain('Authorization')
    const closed = await gatewayWith({}).request('/v1/sources', {
      headers: { ...WITH_KEY, Origin: origin },
    })
    expect(closed.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('is said in Vietnamese where that is preferred', async () => {
    const app = gatewayWith({})
    const missing = async (language: string) => {
      const headers = { ...WITH_KEY, 'Accept-Language': language }
      const response = await app.request('/v1/statistics/dossiers?period=2022', { headers })
      expect(response.headers.get('content-language')).toBe(language)
      return (await read(response)).missing[0]
    }
    expect(await missing('en')).toContain('was never read whole')
    expect(await missing('vi')).toContain('province')
    expect(await missing('vi')).not.toContain('was never')
  })
})

describe('the type of a problem', () => {
  test('leads to a page without a key that explains its code in both languages', async () => {
    const app = gatewayWith({})
    const { type, code } = await read(await app.request('/v1/sources'))
    const page = await (await app.request(type)).text()
    const { title } = PROBLEM_KINDS[code] ?? {}
    expect(page).toContain(title?.template)
    expect(page).toContain('Cần khóa API')
    expect((await app.request('/errors/none', { headers: WITH_KEY })).status).toBe(404)
    const list = await (await app.request('/errors')).text()
    for (const [, path = ''] of list.matchAll(/href="([^"]+)"/g)) {
      expect((await app.request(path)).status, path).toBe(200)
    }
    expect(list.match(/href=/g)).toHaveLength(Object.keys(PROBLEM_KINDS).length)
  })

  test('is explained in Vietnamese for every code', async () => {
    const catalogue = await loadVietnamese()
    for (const { title, detail, fix } of Object.values(PROBLEM_KINDS)) {
      for (const { template } of [title, detail, fix])
        expect(catalogue, template).toHaveProperty([template])
    }
  })
})

test('a network is told of an address, never the address', () => {
  const networks = {
    '203.0.113.77': '203.0.113.0/24',
    '2001:db8:1:2': '2001:db8:1::/48',
    '2001:db8::1': '2001:db8::/48',
    unknown: 'unknown',
  }
  for (const [address, network] of Object.entries(networks)) {
    expect(networkOf(address)).toBe(network)
  }
})
