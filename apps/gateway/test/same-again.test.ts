import type { Hub } from '@cchc/hub'
import { createKey, revokeKey } from '@cchc/hub/actions/keys'
import { beforeAll, describe, expect, it } from 'vitest'
import { createGateway } from '../src/index.ts'
import { GatewayMetrics } from '../src/metrics/gateway-metrics.ts'
import { smallHub } from './small-hub.ts'

const REPORT = '/v1/reports/bnv-581-province?period=2022'

let hub: Hub
/** Keys by who has them, with their ids. */
let keys: { readonly key: string; readonly id: string }[]
beforeAll(async () => {
  hub = await smallHub()
  keys = []
  for (const name of ['one', 'other'])
    keys.push(await hub.act(createKey, { name, scopes: ['figures:read'], org: ['all'] }))
})

/** A gateway over the hub by a clock that is moved, and how often it looked who asks and asked the hub. */
function gateway(change: Partial<Hub> = {}, options: Parameters<typeof createGateway>[1] = {}) {
  const seen = { looks: 0, asked: 0, now: 0 }
  const own: Hub = {
    ...hub,
    ask: (question, asked, words) => {
      seen.asked += 1
      return hub.ask(question, asked, words)
    },
    access: {
      ...hub.access,
      callerOf: (key) => {
        seen.looks += 1
        return hub.access.callerOf(key)
      },
    },
    ...change,
  }
  const app = createGateway(own, { now: () => seen.now, ...options })
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.request(path, { headers: { Authorization: `Bearer ${keys[0]?.key}`, ...headers } })
  return { app, get, seen }
}

const OWN = ['x-request-id', 'ratelimit']
const shared = ({ headers }: Response) => [...headers].filter(([name]) => !OWN.includes(name))

describe('the same again', () => {
  it.each([{}, { 'Accept-Encoding': 'gzip' }, { 'If-None-Match': '*' }])(
    'is answered alike, and bears an id and what is left of its own (%o)',
    async (headers) => {
      const { get, seen } = gateway()
      const [first, second] = [await get(REPORT, headers), await get(REPORT, headers)]
      expect([seen.looks, seen.asked, second.status]).toEqual([1, 1, first.status])
      expect(shared(second)).toEqual(shared(first))
      expect(await second.arrayBuffer()).toEqual(await first.arrayBuffer())
      expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'))
      expect([first, second].map(({ headers: all }) => all.get('ratelimit'))).toEqual([
        expect.stringContaining('r=599'),
        expect.stringContaining('r=598'),
      ])
    },
  )

  it('is no other question, key, language, form, page or method', async () => {
    const { app, get, seen } = gateway({}, { apiKey: 'the-key-of-the-configuration' })
    await get(REPORT)
    const others = [
      await get(`${REPORT}&format=md`),
      await get(REPORT, { Authorization: `Bearer ${keys[1]?.key}` }),
      await get(REPORT, { 'Accept-Language': 'vi' }),
      await get(REPORT, { Accept: 'text/csv' }),
    ]
    expect(others.map(({ headers }) => headers.get('ratelimit'))).toEqual(
      ['r=598', 'r=599', 'r=597', 'r=596'].map((left) => expect.stringContaining(left)),
    )
    expect(new Set(await Promise.all(others.map((one) => one.text()))).size).toBe(4)
    expect(seen.looks).toBe(2)
    const Authorization = `Bearer ${keys[0]?.key}`
    const head = await app.request(REPORT, { method: 'HEAD', headers: { Authorization } })
    expect(await head.text()).toBe('')
    expect((await app.request(REPORT)).status).toBe(401)
  })

  it('counts among what a key may ask, and in the metrics', async () => {
    const metrics = new GatewayMetrics(hub)
    const settings = { ...hub.settings, gateway: { ...hub.settings.gateway, requestsPerMinute: 2 } }
    const { get } = gateway({ settings }, { metrics })
    const statuses = [await get(REPORT), await get(REPORT), await get(REPORT)]
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429])
    const { text } = await metrics.exposition()
    const route = 'route="/v1/reports/{template}",method="GET"'
    expect(text).toContain(`cchc_http_requests_total{${route},status_class="2xx"} 2`)
    expect(text).toContain('cchc_kept_answer_lookups_total{result="hit"} 1')
  })
})

it('a key that was revoked is good for no longer than a second, whatever is asked', async () => {
  const given = { name: 'third', scopes: ['figures:read' as const], org: ['all'] }
  const { key, id } = await hub.act(createKey, given)
  const { get, seen } = gateway()
  const headers = { Authorization: `Bearer ${key}` }
  const ask = async (...paths: readonly string[]) => {
    const answers = await Promise.all(paths.map((path) => get(path, headers)))
    return answers.map(({ status }) => status)
  }
  expect(await ask(REPORT, '/v1/organisations')).toEqual([200, 200])
  await hub.act(revokeKey, { id })
  seen.now = 999
  expect(await ask(REPORT, '/v1/organisations', `${REPORT}&format=md`)).toEqual([200, 200, 200])
  seen.now = 1000
  const later = await ask(REPORT, '/v1/organisations', `${REPORT}&format=md`)
  expect(later).toEqual([401, 401, 401])
})

it('the first key closes the gateway within a second to who has none', async () => {
  let hasKeys = false
  const access = { ...hub.access, hasKeys: async () => hasKeys }
  const { app, seen } = gateway({ access })
  const ask = async () => (await app.request(REPORT)).status
  expect(await ask()).toBe(200)
  hasKeys = true
  seen.now = 1000
  expect(await ask()).toBe(401)
})

it('what another process has committed is seen after a tenth of a second', async () => {
  let version = 'before'
  const { get, seen } = gateway({ version: async () => version })
  await get(REPORT)
  version = 'after'
  seen.now = 99
  await get(REPORT)
  expect(seen.asked).toBe(1)
  seen.now = 100
  await get(REPORT)
  expect(seen.asked).toBe(2)
})

it('what a sync of this process has committed is seen by whoever asks next', async () => {
  let version = 'before'
  let watch: NonNullable<Parameters<Hub['act']>[2]> = {}
  const going = Promise.withResolvers<never>()
  const act: Hub['act'] = (_, __, watched = {}) => {
    watch = watched
    watch.onBegun?.({ id: '1', source: 'province' })
    return going.promise
  }
  const apiKey = 'the-key-of-the-configuration'
  const { app, seen } = gateway({ version: async () => version, act }, { apiKey })
  const headers = {
    ...{ Authorization: `Bearer ${apiKey}`, 'Idempotency-Key': 'a' },
    'Content-Type': 'application/json',
  }
  const begun = await app.request('/v1/sync', { method: 'POST', headers, body: '{}' })
  expect(begun.status).toBe(202)
  const get = () => app.request(REPORT, { headers })
  await get()
  await get()
  expect(seen.asked).toBe(1)
  version = 'after'
  const told = { source: 'province', stream: 'dossiers', fetched: 1, expected: null }
  watch.onProgress?.({ ...told, phase: 'committed' })
  await get()
  expect(seen.asked).toBe(2)
})
