import { PortalDenied, say } from '@cchc/domain'
import { afterEach, describe, expect, test } from 'vitest'
import {
  basicLogin,
  HeaderToken,
  type HttpResponse,
  headerToken,
  pastedToken,
} from '../../src/index.ts'
import { answer, ask } from '../portal.ts'
import { loginIo, portals } from './client.ts'

const { start, close } = portals()
afterEach(close)

const USER = { username: 'cán bộ', password: 'p:ss' }

test('a key stands in the header that the configuration names', async () => {
  const { url, requests } = await start(answer(200))
  const token = HeaderToken.parse({ header: 'X-Authentication-Token', value: 'k-1' })
  await ask(headerToken(token, loginIo(url).io), { url: 'd', headers: { a: 'b' } })
  expect(requests[0]?.headers).toMatchObject({ 'x-authentication-token': 'k-1', a: 'b' })
})

test.each(['', 'a b', 'a:b', 'a\nb'])('%j is no name of a header', (header) => {
  expect(HeaderToken.safeParse({ header, value: 'k' }).success).toBe(false)
})

test('user and password stand in the header Authorization', async () => {
  const { url, requests } = await start(answer(200))
  await ask(basicLogin(USER, loginIo(url).io), { url: 'd' })
  const pair = Buffer.from('cán bộ:p:ss').toString('base64')
  expect(requests[0]?.headers.authorization).toBe(`Basic ${pair}`)
})

describe('a user whom the portal says it does not know', () => {
  const parse = ({ body }: HttpResponse) => {
    if (body === 'who?') throw new PortalDenied(say('unknown user'), { login: true })
    return body
  }
  const who = answer(200, 'who?')
  const fine = answer(200, 'fine')

  test('is asked for again when he was known a moment ago, twice', async () => {
    const { url, requests } = await start(fine, who, who, fine, who)
    const http = basicLogin(USER, loginIo(url).io)
    const read = () => http.read({ url: 'd' }, parse)
    expect([await read(), await read()]).toEqual(['fine', 'fine'])
    await expect(read()).rejects.toMatchObject({ code: 'portal_denied', login: true })
    expect(requests).toHaveLength(7)
  })

  test('is told at once when he was never known', async () => {
    const { url, requests } = await start(who)
    const http = basicLogin(USER, loginIo(url).io)
    await expect(http.read({ url: 'd' }, parse)).rejects.toMatchObject({ code: 'portal_denied' })
    expect(requests).toHaveLength(1)
  })
})

describe('a token from a browser', () => {
  test.each(['t0ken', ' Bearer t0ken\n', 'authorization: bearer  t0ken'])(
    'can be pasted as %j',
    async (pasted) => {
      const { url, requests } = await start(answer(200))
      const { io, secrets } = loginIo(url)
      await ask(pastedToken(pasted, io), { url: 'd' })
      expect(requests[0]?.headers.authorization).toBe('Bearer t0ken')
      expect(secrets).toEqual(['t0ken'])
    },
  )

  test('that has run out is told as that, with what to do, and not tried again', async () => {
    const { url, requests } = await start(answer(200), answer(401))
    const http = pastedToken('t0ken', loginIo(url).io)
    await ask(http, { url: 'd' })
    await expect(ask(http, { url: 'd' })).rejects.toMatchObject({
      code: 'portal_denied',
      login: true,
      message: expect.stringContaining('no longer accepts the token that was copied'),
      fix: expect.stringMatching(/^Log in to the portal in a browser, copy its new token/),
    })
    expect(requests).toHaveLength(2)
  })

  test('leaves other failures as they are', async () => {
    const { url } = await start(answer(403))
    const asked = ask(pastedToken('t0ken', loginIo(url).io), { url: 'd' })
    await expect(asked).rejects.toMatchObject({ code: 'portal_denied', login: false })
  })
})
