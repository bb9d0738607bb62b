import { type Hub, openHub } from '@cchc/hub'
import { SCOPES, type Scope } from '@cchc/hub/access/scope'
import { createKey, revokeKey } from '@cchc/hub/actions/keys'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { piecesOf } from '../src/exporting/exporter.ts'
import { routesOf } from '../src/gateway.ts'
import { createGateway } from '../src/index.ts'
import { WrongKeys } from '../src/limits/wrong-keys.ts'
import type { Route } from '../src/route.ts'
import { RunningSyncs } from '../src/syncing/running-syncs.ts'
import { syncerOf } from '../src/syncing/syncer.ts'
import { smallHubAndOptions } from './small-hub.ts'
import { smallIssuer } from './small-issuer.ts'

const MANY = 1_000_000
const SINGLE = 'the-key-of-the-configuration'

let hub: Hub
let app: ReturnType<typeof createGateway>
/** Over the same store, without a configured key, in the year 3000. */
let later: typeof app
let routes: readonly Route[]
/** Keys by who has them, and tokens. */
const keys: Record<string, string> = {}

const close: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const one of close) await one()
})

beforeAll(async () => {
  const { hub: made, options } = await smallHubAndOptions()
  hub = made
  const issuer = await smallIssuer()
  const oidc = issuer.settings({
    scopes: { claim: 'role', values: Object.fromEntries(SCOPES.map((scope) => [scope, [scope]])) },
    organisations: { claim: 'unit', values: { all: 'all' } },
  })
  const settings = { ...hub.settings, gateway: { ...hub.settings.gateway, oidc } }
  app = createGateway({ ...hub, settings }, { apiKey: SINGLE, mostWrongKeys: MANY })
  for (const scope of SCOPES)
    keys[`token ${scope}`] = await issuer.sign({ role: [scope], unit: 'all' })
  keys['expired token'] = await issuer.sign({ role: ['admin'], unit: 'all', exp: 1 })
  const wrongKeys = new WrongKeys({ limit: MANY })
  routes = routesOf(hub, {
    answerer: { answer: async () => new TextEncoder().encode('{}') },
    doer: { answer: async () => new TextEncoder().encode('{}') },
    receiver: { receive: () => Promise.reject(new Error('nobody has the key of a source')) },
    exporter: { pieces: (asking) => piecesOf(hub, asking) },
    wrongKeys,
    syncs: new RunningSyncs(syncerOf(hub)),
  })
  const make = async (name: string, asked: object = {}) => {
    const given = { name, scopes: ['figures:read'] as Scope[], org: ['all'], ...asked }
    const { key, id } = await hub.act(createKey, given)
    keys[name] = key
    return id
  }
  for (const scope of SCOPES) await make(scope, { scopes: [scope] })
  await hub.act(revokeKey, { id: await make('revoked', { scopes: ['admin'] }) })
  for (const scope of ['figures:read', 'runs:read', 'enter', 'close'] as const) {
    await make(`${scope} of a unit`, { scopes: [scope], org: ['H15.01'] })
  }
  const two = { scopes: ['figures:read'], org: ['H15.01', 'H15.02'] }
  await make('figures:read of two units', two)
  await make('expired', { scopes: ['admin'], until: '2999-12-31' })
  const inYear3000 = await openHub({ ...options, now: () => Date.UTC(3000, 0, 2) })
  close.push(() => inYear3000.close())
  later = createGateway(inYear3000, { mostWrongKeys: MANY })
})

const REFUSED = [401, 403]

/** What whoever has a key is told by a route, before anything of what it asks is looked at: 401, 403, or nothing. */
async function toldTo({ method, path }: Route, key: string | undefined, on = app) {
  const headers = key === undefined ? {} : { Authorization: `Bearer ${key}` }
  const request = { method: method.toUpperCase(), headers }
  const { status } = await on.request(path.replaceAll(/\{\w+\}/g, 'x'), request)
  return REFUSED.includes(status) ? status : 'open'
}

const routeAt = (path: string) => routes.find((one) => one.path === path) as Route

describe('every route', () => {
  test('that holds data refuses whoever has no key, or one that is wrong, revoked or expired', async () => {
    const unknown = ['wrong', `${keys.admin?.slice(0, -1)}.`, 'a.b.c']
    const wrong = [undefined, ...unknown, keys.revoked, keys['expired token']]
    for (const route of routes) {
      const expected = route.scope === 'anyone' ? 'open' : 401
      for (const key of wrong) expect(await toldTo(route, key), route.path).toBe(expected)
      expect(await toldTo(route, keys.expired, later), route.path).toBe(expected)
    }
    expect(await toldTo(routeAt('/v1/sources'), keys.expired)).toBe('open')
  })

  test('lets each scope do what it declares, and nothing else', async () => {
    const ofScopes = routes.filter(({ scope }) => scope !== 'anyone' && scope !== 'source')
    const tried = ofScopes.flatMap((route) => SCOPES.map((scope) => ({ route, scope })))
    for (const { route, scope } of tried) {
      const isAllowed = scope === 'admin' || scope === route.scope
      const name = `${route.method} ${route.path} with ${scope}`
      for (const key of [keys[scope], keys[`token ${scope}`]])
        expect(await toldTo(route, key), name).toBe(isAllowed ? 'open' : 403)
    }
    for (const route of ofScopes) expect(await toldTo(route, SINGLE), route.path).toBe('open')
  })
})

/** What has to be asked beside the organisation, so that it is answered. */
const NEEDED: Readonly<Record<string, string>> = {
  'get /v1/statistics/dossiers': 'period=2022',
  'get /v1/statistics/comparison': 'period=2022&rule=tt01-2020,qd766-2022',
  'get /v1/statistics/scores': 'period=2022',
  'get /v1/statistics/payments': 'period=2022',
  'get /v1/statistics/ranking': 'period=2022',
  'get /v1/why': 'indicator=receivedTotal&period=2022',
  'get /v1/due': 'day=2022-12-31',
  'get /v1/due/weeks': 'day=2022-12-31',
  'get /v1/reconciliation': 'period=2022',
  'get /v1/service-index': 'period=2022',
  'get /v1/reports/{template}/comparison': 'period=2022&with=last-year',
  'get /v1/exports/dossiers': 'period=2022',
  'get /v1/exports/statistics': 'period=2022',
  'get /v1/exports/indicators': '',
  'get /v1/procedures/counts': '',
  'get /v1/reports/{template}': 'period=2022',
  'get /v1/periods': '',
  'get /v1/periods/restatements': 'period=2022',
  'get /v1/indicators': '',
  'get /v1/indicators/missing': 'period=2022',
  'get /v1/plans/{year}': '',
  'get /v1/plans/{year}/report': '',
  'get /v1/indexes': '',
  'post /v1/check': 'period=2022',
  'post /v1/fill': 'period=2022',
  'post /v1/consolidations': 'period=2021&template=bnv-581-province',
  'post /v1/indicators/import': 'period=2021',
  'put /v1/indicators/{id}': 'period=2021',
  'put /v1/periods/{period}/closing': '',
  'put /v1/periods/{period}/reopening': '',
}
const VALUES: Readonly<Record<string, string>> = {
  ...{ template: 'bnv-581-department', year: '2023', id: 'plan_tasks_total', period: '2021' },
}
const BODIES: Readonly<Record<string, object>> = {
  'put /v1/indicators/{id}': { value: '1', reason: 'x' },
  'put /v1/periods/{period}/closing': {},
  'put /v1/periods/{period}/reopening': { reason: 'x' },
}

describe('a key that is bound to a unit', () => {
  const ofUnit = () => routes.filter(({ query }) => 'org' in query.shape)
  const nameOf = ({ method, path }: Route) => `${method} ${path}`

  async function ask(route: Route, { key, org }: { key: string; org?: string }) {
    const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name) => VALUES[name] ?? 'x')
    const query = [NEEDED[nameOf(route)], org === undefined ? '' : `org=${encodeURIComponent(org)}`]
    const body = BODIES[nameOf(route)]
    return app.request(`${path}?${query.filter(Boolean).join('&')}`, {
      method: route.method.toUpperCase(),
      headers: { Authorization: `Bearer ${keys[key]}`, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
  }

  test('is tried on every route that is asked of an organisation', () => {
    expect(ofUnit().map(nameOf).sort()).toEqual(Object.keys(NEEDED).sort())
  })

  test('asks of that unit and what is below, by code or name, and of no other', async () => {
    for (const route of ofUnit()) {
      const key = `${route.scope} of a unit`
      const statuses = async (orgs: readonly (string | undefined)[]) => {
        const answers = orgs.map((org) => ask(route, { key, ...(org !== undefined && { org }) }))
        return (await Promise.all(answers)).map(({ status }) => status)
      }
      const outside = await statuses(['H15', 'H15.02', 'Sở Nội vụ', '000.00.02.H15', 'H15.011'])
      expect(outside, nameOf(route)).toEqual([403, 403, 403, 403, 403])
      const inside = await statuses([undefined, 'H15.01', 'Sở Tư pháp', 'H15.01.03'])
      expect(
        inside.filter((status) => REFUSED.includes(status)),
        nameOf(route),
      ).toEqual([])
      expect(inside, nameOf(route)).not.toContain(500)
    }
  })

  test('means its own unit where it names none, and names one where it has several', async () => {
    const authorised = (key: string) => ({ headers: { Authorization: `Bearer ${keys[key]}` } })
    const path = '/v1/statistics/dossiers?period=2022'
    const own = await app.request(path, authorised('figures:read of a unit'))
    expect(JSON.parse(await own.text()).organisation.code).toBe('H15.01')
    const several = await app.request(path, authorised('figures:read of two units'))
    expect([several.status, await several.text()]).toEqual([400, expect.stringContaining('H15.02')])
    const tree = await app.request(
      `${path}&treeAt=2020-01-01`,
      authorised('figures:read of a unit'),
    )
    expect(tree.status).toBe(403)
  })

  test('sees the closings of its own unit alone', async () => {
    const unitsWithClosings = async (key: string) => {
      const headers = { Authorization: `Bearer ${keys[key]}` }
      const { items } = JSON.parse(await (await app.request('/v1/periods', { headers })).text())
      return items.map((one: { organisation: { code: string } }) => one.organisation.code)
    }
    expect(await unitsWithClosings('figures:read')).toEqual(['H15', 'H15.01'])
    expect(await unitsWithClosings('figures:read of a unit')).toEqual(['H15.01'])
  })
})

test('what is entered and closed is by the name of the key, whatever the body says', async () => {
  const path = '/v1/indicators/plan_tasks_total?org=H15.02&period=2021'
  const enter = (key: string, body: object) =>
    app.request(path, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ value: '3', reason: 'x', ...body }),
    })
  const { enteredBy } = JSON.parse(await (await enter(keys.enter ?? '', { by: 'giám đốc' })).text())
  expect(enteredBy).toBe('enter')
  expect((await enter(keys.enter ?? '', {})).status).toBe(200)
  const single = await enter(SINGLE, { value: '4' })
  expect([single.status, await single.text()]).toEqual([400, expect.stringContaining('"by"')])
})

test('from the first key on, everybody needs one, on this machine too', async () => {
  expect((await later.request('/v1/sources')).status).toBe(401)
  expect((await later.request('/health')).status).toBe(200)
})

describe('a gateway that has known keys asks for them until it ends, also when a restore has left none', () => {
  async function gatewayOf(there: { hasKeys: boolean }) {
    let now = 0
    const access = { ...hub.access, hasKeys: async () => there.hasKeys }
    const gateway = createGateway({ ...hub, access }, { now: () => now })
    return async (key?: string) => {
      now += 5000
      const headers = key === undefined ? {} : { Authorization: `Bearer ${key}` }
      return (await gateway.request('http://127.0.0.1/v1/sources', { headers })).status
    }
  }

  test('where somebody without one was refused', async () => {
    const there = { hasKeys: false }
    const status = await gatewayOf(there)
    expect(await status()).toBe(200)
    there.hasKeys = true
    expect(await status()).toBe(401)
    there.hasKeys = false
    expect(await status()).toBe(401)
  })

  test('where a key was answered', async () => {
    const status = await gatewayOf({ hasKeys: false })
    expect(await status()).toBe(200)
    expect(await status(keys['runs:read'])).toBe(200)
    expect(await status()).toBe(401)
  })

  test('where there were keys when it began', async () => {
    const there = { hasKeys: true }
    const status = await gatewayOf(there)
    there.hasKeys = false
    expect(await status()).toBe(401)
  })
})
