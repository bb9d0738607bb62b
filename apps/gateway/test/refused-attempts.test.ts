import type { Hub } from '@cchc/hub'
import { createKey, revokeKey } from '@cchc/hub/actions/keys'
import { auditLog, auditVerification } from '@cchc/hub/questions/audit-log'
import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { RefusedAttempts } from '../src/access/refused-attempts.ts'
import { createGateway } from '../src/index.ts'
import { Refusal } from '../src/refusal.ts'
import { smallHub } from './small-hub.ts'

let hub: Hub
beforeAll(async () => {
  hub = await smallHub()
})

type Line = Parameters<Hub['access']['keepRefused']>[0][number]

test('refused requests come into the audit log, of a flood two lines, and its chain stays sound', async () => {
  const gateway = { ...hub.settings.gateway, behindProxy: true, requestsPerMinute: 2 }
  const refused = new RefusedAttempts(hub)
  const app = createGateway({ ...hub, settings: { ...hub.settings, gateway } }, { refused })
  const made = { name: 'Sở Nội vụ', scopes: ['figures:read' as const], org: ['H15.02'] }
  const [good, gone] = [await hub.act(createKey, made), await hub.act(createKey, made)]
  await hub.act(revokeKey, { id: gone.id })
  const ask = async (key: string, path = '/v1/runs') => {
    const headers = { Authorization: `Bearer ${key}`, 'X-Forwarded-For': '203.0.113.77' }
    return (await app.request(path, { headers })).status
  }
  for (let turn = 0; turn < 30; turn += 1) expect([401, 429]).toContain(await ask(gone.key))
  expect([await ask(good.key), await ask(good.key), await ask(good.key)]).toEqual([403, 403, 429])
  await refused.flush()
  const { items } = await hub.ask(auditLog, {})
  const told = items
    .filter(({ action }) => action === 'request')
    .map(({ who, subject, outcome }) => `${who}: ${subject}: ${outcome}`)
  expect(told.toReversed()).toEqual([
    'network 203.0.113.0/24: unauthorised: refused',
    'network 203.0.113.0/24: wrong_keys: refused',
    `Sở Nội vụ: access_denied key ${good.id}: refused`,
    `Sở Nội vụ: too_many_requests key ${good.id}: refused`,
    'network 203.0.113.0/24: unauthorised: refused, 19 more',
    'network 203.0.113.0/24: wrong_keys: refused, 9 more',
    `Sở Nội vụ: access_denied key ${good.id}: refused, 1 more`,
  ])
  const written = JSON.stringify(items)
  for (const secret of ['203.0.113.77', good.key, gone.key]) expect(written).not.toContain(secret)
  expect(await hub.ask(auditVerification, {})).toMatchObject({ sound: true, faults: [] })
})

test('only so many are told apart, and those of an hour that is over are told when the next begins', async () => {
  let now = 0
  const kept: Line[] = []
  const access = { keepRefused: async (lines: readonly Line[]) => void kept.push(...lines) }
  const attempts = new RefusedAttempts({ access }, { now: () => now, most: 2 })
  const note = async (address: string, code: 'unauthorised' | 'media_type' = 'unauthorised') => {
    const app = new Hono()
    app.get('/', (context) => {
      attempts.note(new Refusal(code), context, true)
      return context.body(null)
    })
    await app.request('/', { headers: { 'X-Forwarded-For': address } })
  }
  const told = async () => {
    await new Promise(setImmediate)
    return kept.splice(0).map(({ who, outcome }) => `${who} ${outcome}`)
  }
  for (const part of [1, 1, 2, 3, 4]) await note(`10.0.${part}.7`)
  await note('10.0.9.9', 'media_type')
  expect(await told()).toEqual([
    'network 10.0.1.0/24 refused',
    'network 10.0.2.0/24 refused',
    'others refused',
  ])
  now = 3_600_000
  await note('10.0.1.7')
  expect(await told()).toEqual([
    'network 10.0.1.0/24 refused, 1 more',
    'others refused, 1 more',
    'network 10.0.1.0/24 refused',
  ])
})

test('a database that is away is told, and no request waits for it', async () => {
  const told: unknown[] = []
  const access = {
    keepRefused: async () => {
      throw new Error('away')
    },
  }
  const attempts = new RefusedAttempts({ access }, { onError: (error) => told.push(error) })
  const app = createGateway(hub, { refused: attempts, apiKey: 'the-configured-key' })
  expect((await app.request('/v1/runs')).status).toBe(401)
  await attempts.flush()
  expect(told).toEqual([expect.objectContaining({ message: 'away' })])
})
