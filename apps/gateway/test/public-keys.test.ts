import { SCOPES } from '@cchc/hub/access/scope'
import { createKey } from '@cchc/hub/actions/keys'
import { QUESTIONS } from '@cchc/hub/questions/all'
import { beforeAll, describe, expect, test } from 'vitest'
import { piecesOf } from '../src/exporting/exporter.ts'
import { routesOf } from '../src/gateway.ts'
import { createGateway } from '../src/index.ts'
import { WrongKeys } from '../src/limits/wrong-keys.ts'
import type { Route } from '../src/route.ts'
import { RunningSyncs } from '../src/syncing/running-syncs.ts'
import { syncerOf } from '../src/syncing/syncer.ts'
import { hearing, smallHubAndOptions } from './small-hub.ts'
import { smallIssuer } from './small-issuer.ts'

let app: ReturnType<typeof createGateway>
let routes: readonly Route[]
const keys: Record<string, string> = {}
const heard: unknown[] = []

beforeAll(async () => {
  const { hub } = await smallHubAndOptions()
  const issuer = await smallIssuer()
  const oidc = issuer.settings({
    scopes: { claim: 'role', values: Object.fromEntries(SCOPES.map((scope) => [scope, [scope]])) },
    organisations: { claim: 'unit', values: { all: 'all' } },
    public: { claim: 'kind', values: ['open data'] },
  })
  const settings = { ...hub.settings, gateway: { ...hub.settings.gateway, oidc } }
  app = createGateway(hearing({ ...hub, settings }, heard))
  routes = routesOf(hub, {
    answerer: { answer: async () => new TextEncoder().encode('{}') },
    doer: { answer: async () => new TextEncoder().encode('{}') },
    receiver: { receive: () => Promise.reject(new Error('nobody has the key of a source')) },
    exporter: { pieces: (asking) => piecesOf(hub, asking) },
    wrongKeys: new WrongKeys({ limit: 1 }),
    syncs: new RunningSyncs(syncerOf(hub)),
  })
  const key = { name: 'Cổng dữ liệu mở', scopes: ['figures:read'] as const, org: ['all'] }
  keys.public = (await hub.act(createKey, { ...key, public: true })).key
  keys.other = (await hub.act(createKey, key)).key
  const claims = { role: ['admin'], unit: 'all' }
  keys['public token'] = await issuer.sign({ ...claims, kind: ['open data'] })
  keys['other token'] = await issuer.sign({ ...claims, kind: ['staff'] })
  await expect(hub.act(createKey, { ...key, scopes: ['enter'], public: true })).rejects.toThrow(
    'A public key cannot have the scope enter.',
  )
})

async function ask(path: string, key: string | undefined, method = 'GET') {
  const response = await app.request(path, { method, headers: { Authorization: `Bearer ${key}` } })
  return { status: response.status, text: await response.text() }
}

/** What a public key is shown; everything else, and whatever is added, is refused until it says how. */
const SHOWN = [
  ...['/v1/statistics/dossiers', '/v1/statistics/payments', '/v1/procedures/counts'],
  ...['/v1/organisations', '/v1/procedures', '/v1/templates', '/v1/calendar'],
]

describe('a public key', () => {
  test.each(['public', 'public token'])(
    '(%s) is refused whatever does not say how it suppresses',
    async (name) => {
      const closed = routes.filter(({ scope }) => scope !== 'anyone' && scope !== 'source')
      for (const { method, path } of closed) {
        const asked = path.replaceAll(/\{\w+\}/g, 'x')
        const { status, text } = await ask(asked, keys[name], method.toUpperCase())
        const isShown = SHOWN.includes(path) && method === 'get'
        expect([path, status === 403], text).toEqual([path, !isShown])
      }
    },
  )

  test('is given small counts of nothing, whatever it asks', async () => {
    const path = '/v1/statistics/dossiers?period=2022&by=org'
    const below = async (query: string, key?: string) => {
      heard.length = 0
      const { status } = await ask(path + query, key)
      return [status, (heard[0] as { suppressBelow?: number } | undefined)?.suppressBelow]
    }
    expect(await below('', keys.other)).toEqual([200, undefined])
    expect(await below('', keys.public)).toEqual([200, 5])
    expect(await below('&suppressBelow=2&partial=true', keys['public token'])).toEqual([200, 5])
    expect(await below('&suppressBelow=20', keys.public)).toEqual([200, 20])
    expect(await below('&suppressBelow=3', keys['other token'])).toEqual([200, 3])
  })

  test.each([
    'asKnownAt=2023-01-05',
    'current=true',
    'treeAt=2023-01-01',
    'source=province',
    'top=3',
  ])('cannot ask with %s, which would show other figures of the same dossiers', async (query) => {
    const path = `/v1/statistics/dossiers?period=2022&${query}`
    expect((await ask(path, keys.public)).text).toContain('A public key cannot ask with')
    expect((await ask(path, keys.other)).status).toBe(200)
  })

  test('cannot ask of days of its choice', async () => {
    const days = '2022-01-01..2022-03-04'
    for (const path of ['/v1/statistics/dossiers', '/v1/statistics/payments']) {
      expect((await ask(`${path}?period=${days}`, keys.public)).status).toBe(403)
    }
  })

  test('is shown no answer that was kept for another one', async () => {
    const path = '/v1/statistics/dossiers?period=2022-Q2&partial=true'
    const other = JSON.parse((await ask(path, keys.other)).text)
    const own = JSON.parse((await ask(path, keys.public)).text)
    expect([other.suppressed, own.suppressed]).toEqual([undefined, { below: 5, cells: 0 }])
  })
})

test('a question that says it suppresses has the parameter for it', () => {
  for (const { forPublic, parameters, path } of QUESTIONS) {
    expect('suppressBelow' in parameters.shape, path).toBe(forPublic === 'suppressed')
  }
})
