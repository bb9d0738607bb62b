import type { Hub } from '@cchc/hub'
import { SignJWT, UnsecuredJWT } from 'jose'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createGateway } from '../src/index.ts'
import { smallHub } from './small-hub.ts'
import { AUDIENCE, smallIssuer } from './small-issuer.ts'

const MAPPED = {
  scopes: { claim: 'realm.roles', values: { reader: ['figures:read'], runner: ['runs:read'] } },
  organisations: { claim: 'unit', values: { all: 'all', justice: ['H15.01'] } },
}
const RUNNER = { realm: { roles: ['runner', 'unknown', 'constructor'] }, unit: 'all' }

let hub: Hub
let issuer: Awaited<ReturnType<typeof smallIssuer>>
beforeAll(async () => {
  hub = await smallHub()
  issuer = await smallIssuer()
})

// Only the time of day stands still: waits and time-outs run on.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => {
  vi.useRealTimers()
  Object.assign(issuer.state, { status: 200, asked: 0, otherIssuer: false })
})

const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)

/** What a new gateway with these settings says to tokens: the status, with the code of a problem. */
function gatewayWith(more: object = MAPPED, options: object = {}) {
  const gateway = { ...hub.settings.gateway, oidc: issuer.settings(more) }
  const settings = { ...hub.settings, gateway }
  const app = createGateway({ ...hub, settings }, { now: () => Date.now(), ...options })
  return async (token: string, path = '/v1/sources', init: RequestInit = {}) => {
    const headers = { Authorization: `Bearer ${token}`, ...init.headers }
    const response = await app.request(path, { ...init, headers })
    const text = await response.text()
    if (token.includes('.')) expect(text).not.toContain(token)
    const code = response.ok ? 'good' : JSON.parse(text).code
    return { told: `${response.status} ${code}`, text, headers: response.headers }
  }
}

const now = () => Math.floor(Date.now() / 1000)

describe('a token', () => {
  test('is taken from the configured issuer, for this hub and within its time', async () => {
    const ask = gatewayWith()
    const told = async (claims: Readonly<Record<string, unknown>>) =>
      (await ask(await issuer.sign({ ...RUNNER, ...claims }))).told
    expect(await told({})).toBe('200 good')
    expect(await told({ aud: ['other', AUDIENCE] })).toBe('200 good')
    expect(await told({ exp: now() - 59 })).toBe('200 good')
    expect(await told({ nbf: now() + 60 })).toBe('200 good')
    expect(await told({ exp: now() - 60 })).toBe('401 token_expired')
    const wrong = [
      ...[{ nbf: now() + 61 }, { iss: 'https://other.example' }, { aud: 'other' }],
      ...[{ iss: undefined }, { aud: undefined }, { exp: undefined }, { sub: undefined }],
      ...[{ preferred_username: undefined }, { preferred_username: ' ' }, { sub: '' }],
    ]
    for (const claims of wrong) expect(await told(claims)).toBe('401 token_wrong')
  })

  test('within another skew, by another claim and from named keys where that is configured', async () => {
    const jwksUri = `${issuer.url}/keys`
    const ask = gatewayWith({ ...MAPPED, clockSkewSeconds: 0, by: 'email', jwksUri })
    issuer.state.otherIssuer = true
    const told = async (claims: Readonly<Record<string, unknown>>) =>
      (await ask(await issuer.sign({ ...RUNNER, email: 'an@example.vn', ...claims }))).told
    expect(await told({})).toBe('200 good')
    expect(await told({ exp: now() })).toBe('401 token_expired')
    expect(await told({ email: undefined })).toBe('401 token_wrong')
  })

  test('without a signature, or signed with what everybody knows, is none', async () => {
    const ask = gatewayWith()
    const claims = { ...RUNNER, preferred_username: 'an', sub: 'x' }
    const unsigned = new UnsecuredJWT(claims)
      .setIssuer(issuer.url)
      .setAudience(AUDIENCE)
      .setExpirationTime('5m')
      .encode()
    const shared = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: `${issuer.state.kid}` })
      .setIssuer(issuer.url)
      .setAudience(AUDIENCE)
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode(await issuer.publicText()))
    const [head, , signature] = (await issuer.sign(RUNNER)).split('.')
    const [, body] = (await issuer.sign({ ...RUNNER, preferred_username: 'other' })).split('.')
    for (const forged of [unsigned, shared, `${head}.${body}.${signature}`, 'a.b.c', 'e30.e30.'])
      expect((await ask(forged)).told).toBe('401 token_wrong')
    expect(
      (await gatewayWith({ ...MAPPED, algorithms: ['RS256'] })(await issuer.sign(RUNNER))).told,
    ).toBe('401 token_wrong')
  })

  test('allows what its claims are mapped to, and nothing where nothing is', async () => {
    const ask = gatewayWith()
    const FIGURES = '/v1/statistics/dossiers?period=2022'
    const told = async (claims: Readonly<Record<string, unknown>>, path: string) =>
      (await ask(await issuer.sign(claims), path)).told.slice(0, 3)
    expect(await told(RUNNER, FIGURES)).toBe('403')
    const reader = { realm: { roles: ['reader'] }, unit: ['justice'] }
    expect(await told(reader, FIGURES)).toBe('200')
    expect(await told(reader, `${FIGURES}&org=H15.01.03`)).not.toBe('403')
    expect(await told(reader, `${FIGURES}&org=H15`)).toBe('403')
    expect(await told(reader, '/v1/sources')).toBe('403')
    const lacking = [
      { unit: undefined },
      { unit: 'toString' },
      { realm: undefined },
      { realm: { roles: 'none' } },
    ]
    for (const claims of lacking) expect(await told({ ...reader, ...claims }, FIGURES)).toBe('403')
    const own = await ask(await issuer.sign(reader), FIGURES)
    expect(JSON.parse(own.text).organisation.code).toBe('H15.01')
    for (const more of [{}, { scopes: MAPPED.scopes }, { organisations: MAPPED.organisations }]) {
      const unmapped = gatewayWith(more)
      expect((await unmapped(await issuer.sign(RUNNER))).told).toBe('403 access_denied')
    }
  })

  test('can hold scopes as words, and codes of organisations themselves', async () => {
    const ask = gatewayWith({
      scopes: { claim: 'scope', values: { 'cchc.read': ['figures:read'] } },
      organisations: { claim: 'https://claims.example.vn/unit' },
    })
    const unit = (code: string) => ({
      scope: 'openid cchc.read',
      'https://claims.example.vn/unit': code,
    })
    const path = '/v1/statistics/dossiers?period=2022'
    const own = await ask(await issuer.sign(unit('000.00.01.H15')), path)
    expect(JSON.parse(own.text).organisation.code).toBe('H15.01')
    expect((await ask(await issuer.sign(unit('Sở Tư pháp H15')), path)).told).toBe(
      '403 access_denied',
    )
  })

  test('says who enters, whatever the body says', async () => {
    const ask = gatewayWith({
      ...MAPPED,
      scopes: { claim: 'role', values: { writer: ['enter'] } },
    })
    const { text } = await ask(
      await issuer.sign({ role: 'writer', unit: 'all' }),
      '/v1/indicators/plan_tasks_total?org=H15.02&period=2021',
      {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ value: '3', reason: 'x', by: 'giám đốc' }),
      },
    )
    expect(JSON.parse(text).enteredBy).toBe('an.nv')
  })

  test('that is wrong counts as a wrong key, and closes the gateway to whoever has none', async () => {
    const ask = gatewayWith(MAPPED, { mostWrongKeys: 2 })
    expect((await ask(await issuer.sign({ aud: 'other' }))).told).toBe('401 token_wrong')
    expect((await ask(await issuer.sign({ exp: 1 }))).told).toBe('401 token_expired')
    expect((await ask(await issuer.sign({ exp: 1 }))).told).toBe('429 wrong_keys')
    expect((await ask(await issuer.sign(RUNNER))).told).toBe('200 good')
    expect((await gatewayWith()('wrong')).told).toBe('401 unauthorised')
    expect((await gatewayWith()('')).told).toBe('401 unauthorised')
  })
})

describe('the keys of the issuer', () => {
  test('change: the new one is found, the old one is refused', async () => {
    const ask = gatewayWith()
    const old = await issuer.sign(RUNNER)
    expect((await ask(old)).told).toBe('200 good')
    await issuer.rotate()
    later(31)
    expect((await ask(await issuer.sign(RUNNER))).told).toBe('200 good')
    expect((await ask(old)).told).toBe('401 token_wrong')
  })

  test('are asked for once in half a minute, whatever keys tokens name', async () => {
    const ask = gatewayWith()
    const unknown = () => issuer.sign(RUNNER, { kid: crypto.randomUUID() })
    for (let turn = 0; turn < 5; turn += 1)
      expect((await ask(await unknown())).told).toBe('401 token_wrong')
    expect(issuer.state.asked).toBe(1)
    later(31)
    for (let turn = 0; turn < 3; turn += 1) await ask(await unknown())
    expect(issuer.state.asked).toBe(2)
  })

  test('that cannot be had are told as that, and asked for again half a minute later', async () => {
    const told: string[] = []
    const onError = (error: Error) => told.push(error.message)
    const ask = gatewayWith({ ...MAPPED, jwksUri: `${issuer.url}/keys` }, { onError })
    issuer.state.status = 500
    for (let turn = 0; turn < 3; turn += 1) {
      const { told: answer, headers } = await ask(await issuer.sign(RUNNER))
      expect([answer, headers.get('retry-after')]).toEqual(['503 issuer_down', '30'])
    }
    expect(issuer.state.asked).toBe(1)
    expect(told).toEqual([expect.stringContaining(`${issuer.url} cannot be had (status 500)`)])
    issuer.state.status = 200
    later(31)
    const token = await issuer.sign(RUNNER)
    expect((await ask(token)).told).toBe('200 good')
    issuer.state.status = 500
    later(31)
    expect((await ask(await issuer.sign(RUNNER, { kid: 'unknown' }))).told).toBe('503 issuer_down')
    expect((await ask(token)).told).toBe('200 good')
    expect(issuer.state.asked).toBe(3)
  })

  test('are not taken from whoever says to be another issuer', async () => {
    issuer.state.otherIssuer = true
    expect((await gatewayWith()(await issuer.sign(RUNNER))).told).toBe('503 issuer_down')
    expect(issuer.state.asked).toBe(0)
  })
})

test('only an issuer that can be trusted to be itself can be configured, and no shared secrets', () => {
  const wrong = [
    ...[{ issuer: 'http://sso.example.vn' }, { issuer: 'https://user:pw@sso.example.vn' }],
    ...[{ jwksUri: 'http://127.0.0.1.example.vn' }, { issuer: 'sso.example.vn' }],
    ...[{ algorithms: ['HS256'] }, { algorithms: ['none'] }, { algorithms: [] }],
  ]
  for (const more of wrong) expect(() => issuer.settings(more)).toThrow()
  expect(issuer.settings({ issuer: 'https://sso.example.vn/realms/tinh' }).clockSkewSeconds).toBe(
    60,
  )
})
