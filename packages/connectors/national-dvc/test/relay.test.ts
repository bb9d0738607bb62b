import { createHttp, createIo, type Log } from '@cchc/connector-kit'
import { recordsOf } from '@cchc/connector-kit/conformance'
import { type RelayOptions, type ServedPortals, servePortals } from '@cchc/portals'
import { afterEach, expect, test } from 'vitest'
import { nationalDvc } from '../src/index.ts'
import { fromStart, world } from './portal.ts'

const open: ServedPortals[] = []
afterEach(async () => void (await Promise.all(open.splice(0).map((served) => served.close()))))

const CLIENT = { clientId: 'cchc-hub', clientSecret: 'consumer-s3cret' }
const TOKEN = { header: 'lgspaccesstoken', value: 'k-12345' }

type Settings = Omit<RelayOptions, 'login'> & { readonly tokenCalls?: number }

/** The connector on a relay that answers on loopback, and what it was asked. */
async function reached({ tokenCalls, ...relay }: Settings, written: object = {}) {
  const asked: Request[] = []
  const login = (url: string) => ({ tokenUrl: `${url}/token`, ...CLIENT })
  const served = await servePortals({
    world,
    relay: (url) => ({ ...relay, login: { ...login(url), ...(tokenCalls && { tokenCalls }) } }),
    onRequest: (request) => void asked.push(request),
  })
  open.push(served)
  const { url, national } = served
  const { username, password, unitCode } = national
  const account = relay.calls === 'get' ? {} : { username, password }
  const { answer, token, calls } = relay
  const config = nationalDvc.config.parse({
    ...{ baseUrl: url, ...account, unitCode, http: { retries: 0 } },
    relay: {
      calls,
      login: login(url),
      ...(answer && { answer }),
      ...(token && { token }),
      ...written,
    },
  })
  const { signal } = new AbortController()
  const log: Log = { debug() {}, info() {}, warn() {} }
  const http = createHttp({ baseUrl: url, retries: 0, concurrency: 8, signal, log, now: Date.now })
  const io = createIo({ log, now: Date.now, signal })
  const streams = nationalDvc.open(config, { ...io, http })
  const count = (path: string) => asked.filter((each) => new URL(each.url).pathname === path).length
  return { streams, asked, count }
}

test.each([
  ['POST', { calls: 'post' }],
  ['POST with a header of the gateway', { calls: 'post', token: TOKEN, answer: 'data' }],
  ['GET', { calls: 'get' }],
] as const)('everything is read through a relay by %s', async (_, relay) => {
  const { streams, asked, count } = await reached(relay)
  expect(await recordsOf(streams.fields.read(fromStart))).toEqual(world.fields)
  const procedures = await recordsOf(streams.procedures.read(fromStart))
  expect(procedures).toHaveLength(world.procedures.length)
  expect(count('/token')).toBe(1)
  expect(count('/adapter/auth')).toBe(relay.calls === 'post' ? 1 : 0)
  const withToken = asked.filter(({ headers }) => headers.get(TOKEN.header) === TOKEN.value)
  expect(withToken).toHaveLength('token' in relay ? asked.length : 0)
})

test.each(['post', 'get'] as const)(
  'tokens that run out on the way cost a login each, by %s',
  async (calls) => {
    const { streams, count } = await reached({ calls, tokenCalls: 20 })
    const procedures = await recordsOf(streams.procedures.read(fromStart))
    expect(procedures).toHaveLength(world.procedures.length)
    expect(count('/token')).toBeGreaterThan(1)
    expect(count('/token')).toBeLessThan(8)
  },
)

test('a key that the gateway refuses is told as that, and never tried again', async () => {
  const wrong = { token: { ...TOKEN, value: 'other-key' } }
  const { streams, asked } = await reached({ calls: 'get', token: TOKEN }, wrong)
  for (const stream of [streams.fields, streams.procedures, streams.organisations]) {
    const failure = await recordsOf<unknown>(stream.read(fromStart)).catch((thrown) => thrown)
    expect(failure).toMatchObject({ code: 'portal_denied', login: true })
    expect(String(failure)).not.toContain('other-key')
  }
  expect(asked).toHaveLength(1)
})
