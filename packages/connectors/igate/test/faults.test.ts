import { errorOf, recordsOf } from '@cchc/connector-kit/conformance'
import {
  cutBody,
  everyNth,
  expiredSession,
  igateToken,
  serverError,
  smallWorld,
} from '@cchc/portals'
import { HttpResponse, http } from 'msw'
import { describe, expect, test } from 'vitest'
import { login } from './access.ts'
import { simulate } from './simulated.ts'

const { open, requests, server } = simulate(smallWorld({ dossiers: 120 }))
const NOW = Date.parse('2023-01-01T01:00:00+07:00')
const now = () => NOW

describe('logins', () => {
  test('by a public client with a user, at another host, once', async () => {
    await recordsOf(open().streams.dossiers.read({ cursor: undefined }))
    const logins = requests.filter(({ host }) => host === 'sso.test')
    expect(logins.map(({ pathname }) => pathname)).toEqual([
      '/auth/realms/digo/protocol/openid-connect/token',
    ])
  })

  test('by a client of its own', async () => {
    const { tokenUrl, clientId } = login
    const own = { tokenUrl, clientId, clientSecret: 'client-s3cret' }
    await open({ config: { login: own } }).check()
    expect(requests.map(({ host }) => host)).toEqual(['sso.test', 'igate.test'])
  })

  test('a wrong password is told', async () => {
    const wrong = { ...login, password: 'wrong' }
    expect(await errorOf(open({ config: { login: wrong } }).check())).toMatchObject({
      code: 'portal_denied',
    })
  })

  test('a token that runs out on the way is fetched anew', async () => {
    const faults = everyNth(7, expiredSession())
    const records = await recordsOf(open({ faults }).streams.dossiers.read({ cursor: undefined }))
    expect(records.length).toBeGreaterThan(100)
  })

  test('a copied token is used while it lives, and asked for when it has run out', async () => {
    const pasted = (seconds: number) =>
      open({ config: { login: undefined, token: igateToken({ now }, seconds) } }).check()
    await pasted(60)
    expect(requests.map(({ host }) => host)).toEqual(['igate.test'])
    const error = await errorOf(pasted(-60))
    expect(error).toMatchObject({ code: 'portal_denied', login: true })
    expect(error).toHaveProperty('fix', expect.stringContaining('copy a new one'))
  })
})

test('faults of the server and cut bodies are tried again', async () => {
  const whole = await recordsOf(open().streams.dossiers.read({ cursor: undefined }))
  for (const faults of [everyNth(4, cutBody()), everyNth(3, serverError(503))]) {
    const { streams } = open({ faults })
    expect(await recordsOf(streams.dossiers.read({ cursor: undefined }))).toEqual(whole)
  }
})

test.each(['{}', '[]', '{"content":{}}', '{"content":["x"]}'])(
  'JSON of another shape, %s, is no data',
  async (body) => {
    const { check } = open()
    server.use(http.get('*', () => new HttpResponse(body)))
    expect(await errorOf(check())).toMatchObject({ code: 'portal_changed' })
  },
)
