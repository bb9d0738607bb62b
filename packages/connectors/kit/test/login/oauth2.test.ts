import { afterEach, describe, expect, test } from 'vitest'
import { OAuth2, oauth2 } from '../../src/index.ts'
import { type Answer, answer, ask, type Received } from '../portal.ts'
import { loginIo, portals } from './client.ts'

const { start, close } = portals()
afterEach(close)

interface Behaviour {
  /** What stands in the answer beside the token. */
  readonly given?: object
  /** Tokens that the data does not know, by their number. */
  readonly unknown?: readonly number[]
  readonly refreshes?: Answer
}

/** A portal that gives tokens 1, 2, 3 ... and knows only the last; `grants` are the forms that it was asked with. */
async function portal({ given, unknown = [], refreshes }: Behaviour = {}) {
  const grants: Record<string, string>[] = []
  let tokens = 0
  const { url, requests } = await start((request, response) => {
    const { body } = requests.at(-1) as Received
    if (request.url !== '/token') {
      const isKnown = request.headers.authorization === `Bearer token-${tokens}`
      return answer(isKnown && !unknown.includes(tokens) ? 200 : 401, '{}')(request, response)
    }
    const form = Object.fromEntries(new URLSearchParams(body))
    grants.push(form)
    if (form.grant_type === 'refresh_token' && refreshes) return refreshes(request, response)
    tokens += 1
    const tokensGiven = { access_token: `token-${tokens}`, ...given }
    return answer(200, JSON.stringify(tokensGiven))(request, response)
  })
  const data = () => requests.filter(({ url: asked }) => asked !== '/token')
  return { url, requests, grants, data, forget: () => (tokens += 1) }
}

function opened(url: string, settings: object = {}, options: Parameters<typeof loginIo>[1] = {}) {
  const config = OAuth2.parse({ tokenUrl: `${url}/token`, clientId: 'hub', ...settings })
  const { io, ...rest } = loginIo(url, options)
  return { http: oauth2(config, io), ...rest }
}

const CLIENT = { clientSecret: 'c+s/1' }
const USER = { username: 'cán bộ', password: 'p&ss' }

describe('a token is asked for', () => {
  test('with client credentials in the header, once for all requests at a time', async () => {
    const { url, requests, grants, data } = await portal()
    const { http, secrets } = opened(url, CLIENT)
    await Promise.all([1, 2, 3, 4].map((n) => ask(http, { url: `d/${n}`, headers: { a: 'b' } })))
    expect(grants).toEqual([{ grant_type: 'client_credentials' }])
    const header = Buffer.from('hub:c%2Bs%2F1').toString('base64')
    expect(requests[0]?.headers.authorization).toBe(`Basic ${header}`)
    expect(data()).toHaveLength(4)
    for (const { headers } of data()) expect(headers).toMatchObject({ a: 'b' })
    expect(secrets).toEqual(['token-1'])
  })

  test('with client credentials in the form', async () => {
    const { url, requests, grants } = await portal()
    const { http } = opened(url, { ...CLIENT, clientIn: 'form', scope: 'read' })
    await ask(http, { url: 'd' })
    const client = { client_id: 'hub', client_secret: 'c+s/1' }
    expect(grants).toEqual([{ grant_type: 'client_credentials', scope: 'read', ...client }])
    expect(requests[0]?.headers.authorization).toBeUndefined()
  })

  test('with user and password by a public client', async () => {
    const { url, grants } = await portal()
    await ask(opened(url, USER).http, { url: 'd' })
    expect(grants).toEqual([{ grant_type: 'password', client_id: 'hub', ...USER }])
  })

  test('of another host, which must be a declared one', async () => {
    const [login, other] = [await portal(), await start(answer(200, '{}'))]
    const tokenUrl = `${login.url}/token`
    const { http } = opened(other.url, { ...CLIENT, tokenUrl })
    await expect(ask(http, { url: 'd' })).rejects.toMatchObject({ code: 'config_invalid' })
    const allowedHosts = [new URL(login.url).host]
    await ask(opened(other.url, { ...CLIENT, tokenUrl }, { allowedHosts }).http, { url: 'd' })
    expect(other.requests[0]?.headers.authorization).toBe('Bearer token-1')
  })

  test('again after a login page or a fault of the portal', async () => {
    const given = answer(200, '{"access_token":"t1"}')
    const { url, requests } = await start(answer(503), answer(200, '<html>'), given)
    await ask(opened(url, CLIENT).http, { url: 'd' })
    expect(requests).toHaveLength(4)
  })
})

describe('a token that is refused', () => {
  test('is fetched anew, once for all who find out, and the request repeated', async () => {
    const { url, grants, data, forget } = await portal()
    const { http } = opened(url, CLIENT)
    await ask(http, { url: 'd' })
    forget()
    const asked = await Promise.all([1, 2, 3].map((n) => ask(http, { url: `d/${n}` })))
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(grants).toHaveLength(2)
    expect(data()).toHaveLength(7)
  })

  test('at once when it is new ends the request, and is no loop', async () => {
    const { url, grants, data } = await portal({ unknown: [1, 2, 3, 4] })
    const { http } = opened(url, CLIENT)
    const denied = { code: 'portal_denied', login: true }
    await expect(ask(http, { url: 'd' })).rejects.toMatchObject(denied)
    expect(grants).toHaveLength(2)
    expect(data()).toHaveLength(2)
  })

  test('is fetched with the refresh token where there is one', async () => {
    const { url, grants, forget } = await portal({ given: { refresh_token: 'refresh-1' } })
    const { http, secrets } = opened(url, USER)
    await ask(http, { url: 'd' })
    forget()
    await ask(http, { url: 'd' })
    const refreshed = { grant_type: 'refresh_token', refresh_token: 'refresh-1', client_id: 'hub' }
    expect(grants.slice(1)).toEqual([refreshed])
    expect(secrets).toContain('refresh-1')
  })

  test('is fetched with the credentials where the refresh token has run out, too', async () => {
    const { url, grants, forget } = await portal({
      given: { refresh_token: 'refresh-1' },
      refreshes: answer(400, '{"error":"invalid_grant"}'),
    })
    const { http } = opened(url, USER)
    await ask(http, { url: 'd' })
    forget()
    await ask(http, { url: 'd' })
    const kinds = grants.map(({ grant_type }) => grant_type)
    expect(kinds).toEqual(['password', 'refresh_token', 'password'])
  })
})

describe('by the clock', () => {
  const HOUR = 3_600_000

  test.each([
    ['is used until shortly before its end', [HOUR - 31_000], 1],
    ['is fetched anew half a minute before its end', [HOUR - 30_000], 2],
    ['is fetched anew when the clock was set back', [-1], 2],
    [
      'is fetched once for each time that the clock was set',
      [-HOUR * 24 * 365, HOUR * 24 * 365],
      3,
    ],
  ])('a token %s', async (_, moves, count) => {
    const { url, grants } = await portal({ given: { expires_in: 3600 } })
    const { http, clock } = opened(url, CLIENT)
    await ask(http, { url: 'd' })
    for (const ms of moves) {
      clock.now += ms
      for (const n of [1, 2, 3]) await ask(http, { url: `d/${n}` })
    }
    expect(grants).toHaveLength(count)
  })

  test.each([
    ['a short life', 5],
    ['a life in text', '3600'],
    ['no life', 0],
    ['nonsense', 'soon'],
    ['nothing', null],
  ])('a token of %s is used for more than one request', async (_, expires_in) => {
    const { url, grants } = await portal({ given: { expires_in } })
    const { http } = opened(url, CLIENT)
    for (const n of [1, 2, 3]) await ask(http, { url: `d/${n}` })
    expect(grants).toHaveLength(1)
  })
})

describe('credentials that are refused', () => {
  test.each([
    [400, '{"error":"invalid_grant","error_description":"CANARY"}', 'HTTP 400, invalid_grant'],
    [401, '<html>CANARY</html>', 'HTTP 401, -'],
    [403, '{"error":"CANARY Nguyễn Văn A"}', 'HTTP 403, -'],
  ])('with %i are told without what else was said, and never tried again', async (...row) => {
    const [status, body, told] = row
    const { url, requests } = await start(answer(status, body))
    const { http } = opened(url, CLIENT)
    const asked = [1, 2, 3].map((n) => ask(http, { url: `d/${n}` }).catch((thrown) => thrown))
    const errors = [...(await Promise.all(asked)), await ask(http, { url: 'd' }).catch((e) => e)]
    for (const error of errors) {
      expect(error).toMatchObject({ code: 'portal_denied', login: true })
      expect(error.message).toBe(`the login was refused (${told})`)
    }
    expect(requests).toHaveLength(1)
  })

  test('are told from an answer without a token', async () => {
    const { url } = await start(answer(200, '{"token":"x"}'))
    const { http } = opened(url, CLIENT)
    await expect(ask(http, { url: 'd' })).rejects.toMatchObject({ code: 'portal_changed' })
  })

  test.each([
    [{}],
    [{ username: 'a' }],
    [{ ...CLIENT, password: 'b' }],
    [{ ...CLIENT, tokenUrl: 'ftp://a' }],
  ])('%j is no configuration', (settings) => {
    const config = { tokenUrl: 'https://a.example/token', clientId: 'hub', ...settings }
    expect(OAuth2.safeParse(config).success).toBe(false)
  })
})
