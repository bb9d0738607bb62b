import { isAppError } from '@cchc/domain'
import type { Hub } from '@cchc/hub'
import { SCOPES } from '@cchc/hub/access/scope'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createGateway } from '../../src/index.ts'
import { CLIENT } from '../codes.ts'
import { smallIssuer } from '../small-issuer.ts'
import { hostileHub } from './hostile-hub.ts'
import { faultsOf } from './html-of.ts'
import { PLACE, withCookies } from './with-cookies.ts'

const TO = '/trang/tong-quan?period=2022'

let hub: Hub
let issuer: Awaited<ReturnType<typeof smallIssuer>>
beforeAll(async () => {
  hub = await hostileHub()
  issuer = await smallIssuer()
})

beforeEach(() => {
  issuer.state.described = {}
  issuer.state.status = 200
  const { codes } = issuer
  codes.error = undefined
  codes.accessToken = undefined
  codes.claims = { role: ['figures:read'], unit: 'all' }
  codes.idClaims = {}
})

function gateway(
  signIn: object = { clientId: CLIENT.id, clientSecret: CLIENT.secret, address: PLACE },
) {
  const oidc = issuer.settings({
    scopes: { claim: 'role', values: Object.fromEntries(SCOPES.map((scope) => [scope, [scope]])) },
    organisations: { claim: 'unit', values: { all: 'all' } },
    signIn,
  })
  const settings = { ...hub.settings, gateway: { ...hub.settings.gateway, oidc } }
  const errors: unknown[] = []
  const app = createGateway({ ...hub, settings }, { onError: (error) => errors.push(error) })
  return { ...withCookies(app), errors }
}

test('a person signs in by the issuer, sees what is theirs, and is named by their token', async () => {
  const { open, signIn, set, errors } = gateway()
  const refused = await open(TO)
  expect(refused.to).toMatch(/^\/trang\/dang-nhap\?to=/)
  const form = await open(refused.to)
  expect(form.html).toContain(
    'href="/trang/dang-nhap/he-thong?to=%2Ftrang%2Ftong-quan%3Fperiod%3D2022"',
  )
  const back = await signIn(TO)
  expect([back.status, back.to], back.html).toEqual([303, TO])
  expect((await open(TO)).status).toBe(200)
  const closing = await open('/trang/chot-ky')
  expect(closing.html).toContain('Khóa này không có quyền close')
  const session = set.find((one) => /^cchc=[^;]/.test(one)) ?? ''
  for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/trang']) expect(session).toContain(part)
  const seconds = Number(/Max-Age=(\d+)/.exec(session)?.[1])
  expect(seconds).toBeLessThanOrEqual(300)
  expect(errors).toEqual([])
})

test('the issuer is asked for a code with state, nonce and PKCE; no token stands in an address, a page or the log', async () => {
  const { goRound, open, errors, signIn } = gateway()
  const { begun, path } = await goRound(TO)
  const asked = Object.fromEntries(new URL(begun.to).searchParams)
  expect(asked).toMatchObject({
    response_type: 'code',
    client_id: CLIENT.id,
    redirect_uri: `${PLACE}/trang/dang-nhap/ve`,
    scope: 'openid',
    code_challenge_method: 'S256',
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
  })
  const back = await open(path)
  issuer.codes.claims = { aud: 'somebody else' }
  const other = await signIn(TO)
  expect(other.status).toBe(502)
  const told = [
    begun.to,
    path,
    back.to,
    back.html,
    other.html,
    ...errors.map((one) => JSON.stringify([String(one), one, (one as Error).cause ?? null])),
  ]
  expect(issuer.codes.given.length).toBeGreaterThan(3)
  for (const token of issuer.codes.given) expect(told.join('\n')).not.toContain(token)
})

test('where the page is opened by https, cookies go over https alone', async () => {
  const { set, goRound } = gateway({ clientId: CLIENT.id, address: 'https://cchc.example.vn' })
  const { begun } = await goRound(TO)
  expect(new URL(begun.to).searchParams.get('redirect_uri')).toBe(
    'https://cchc.example.vn/trang/dang-nhap/ve',
  )
  expect(set.find((one) => one.startsWith('cchc-dang-nhap='))).toContain('Secure')
})

describe('nobody is signed in', () => {
  const STALE = 'quá hạn hoặc không bắt đầu từ trang này'
  type Faulty = (own: ReturnType<typeof gateway>) => Promise<{ status: number; html: string }>
  test.each<[string, number, string, Faulty]>([
    [
      'who was not sent by this page',
      400,
      STALE,
      async ({ open }) => open('/trang/dang-nhap/ve?code=x&state=y'),
    ],
    [
      'with the state of somebody else',
      400,
      STALE,
      async ({ goRound, open }) => {
        const { path } = await goRound(TO)
        await goRound(TO)
        return open(path)
      },
    ],
    [
      'twice with one answer',
      400,
      STALE,
      async ({ goRound, open }) => {
        const { path } = await goRound(TO)
        await open(path)
        return open(path)
      },
    ],
    [
      'without the verifier of the challenge',
      502,
      'không hoàn tất',
      async ({ goRound, open, jar }) => {
        const { path } = await goRound(TO)
        const kept = JSON.parse(
          Buffer.from(jar.get('cchc-dang-nhap') ?? '', 'base64url').toString(),
        )
        const other = { ...kept, verifier: 'x'.repeat(43) }
        jar.set('cchc-dang-nhap', Buffer.from(JSON.stringify(other)).toString('base64url'))
        return open(path)
      },
    ],
    [
      'by an identity with another nonce',
      502,
      'không hoàn tất',
      async ({ signIn }) => {
        issuer.codes.idClaims = { nonce: 'of another sign-in' }
        return signIn(TO)
      },
    ],
    [
      'by an identity made for another client',
      502,
      'không hoàn tất',
      async ({ signIn }) => {
        issuer.codes.idClaims = { aud: 'another-client' }
        return signIn(TO)
      },
    ],
    [
      'by a token that is for another hub',
      502,
      'mã truy cập được cấp không dùng được',
      async ({ signIn }) => {
        issuer.codes.claims = { aud: 'another-hub' }
        return signIn(TO)
      },
    ],
    [
      'by a token that is none',
      502,
      'mã truy cập được cấp không dùng được',
      async ({ signIn }) => {
        issuer.codes.accessToken = 'opaque'
        return signIn(TO)
      },
    ],
    [
      'whom the issuer refuses',
      403,
      'không cho vào',
      async ({ signIn }) => {
        issuer.codes.error = 'access_denied'
        return signIn(TO)
      },
    ],
    [
      'where the issuer fails',
      502,
      'không hoàn tất',
      async ({ signIn }) => {
        issuer.codes.error = '<script>alert(1)</script>'
        return signIn(TO)
      },
    ],
    [
      'where the issuer is down',
      503,
      'không kết nối được hệ thống đăng nhập',
      async ({ open }) => {
        issuer.state.status = 500
        return open('/trang/dang-nhap/he-thong')
      },
    ],
    [
      'where the issuer has no such place',
      502,
      'không hoàn tất',
      async ({ open }) => {
        issuer.state.described = { authorization_endpoint: undefined }
        return open('/trang/dang-nhap/he-thong')
      },
    ],
  ])('%s: %i', async (_, expected, words, faulty) => {
    const own = gateway()
    const { status, html } = await faulty(own)
    expect([status, html]).toEqual([expected, expect.stringContaining(words)])
    expect(html).toContain('role="alert"')
    expect(faultsOf(html)).toEqual([])
    const isSignedIn = own.set.some((one) => /^cchc=[^;]/.test(one))
    expect(isSignedIn).toBe(_ === 'twice with one answer')
    expect(own.errors.every((error) => isAppError(error))).toBe(true)
    expect(own.errors.length > 0).toBe(expected >= 500)
  })
})

test('whose token has ended is sent round again without a click, as long as the issuer lets them in', async () => {
  const { open, signIn, jar } = gateway()
  await signIn(TO)
  jar.delete('cchc')
  const { to } = await open(TO)
  expect(to).toBe(`/trang/dang-nhap/he-thong?to=${encodeURIComponent(TO)}`)
  issuer.codes.error = 'access_denied'
  expect((await signIn(TO)).status).toBe(403)
  expect((await open(TO)).to).toMatch(/^\/trang\/dang-nhap\?to=/)
})

test('whoever signs out has no session, and may sign out of the issuer too', async () => {
  const { open, signIn, jar } = gateway()
  await signIn(TO)
  const out = await open('/trang/dang-xuat', { method: 'POST', headers: { Origin: PLACE } })
  expect([out.status, [...jar.keys()]]).toEqual([303, []])
  const { html } = await open(out.to)
  expect(html).toContain('href="/trang/dang-nhap/thoat-he-thong"')
  expect(faultsOf(html)).toEqual([])
  const end = new URL((await open('/trang/dang-nhap/thoat-he-thong')).to)
  expect([end.origin + end.pathname, Object.fromEntries(end.searchParams)]).toEqual([
    `${issuer.url}/logout`,
    { client_id: CLIENT.id, post_logout_redirect_uri: `${PLACE}/trang/dang-nhap` },
  ])
})

test('an address from which sixty sign-ins came to nothing is let wait, and the issuer left alone', async () => {
  const { open } = gateway()
  for (let tries = 0; tries < 60; tries += 1) await open('/trang/dang-nhap/ve?code=x&state=y')
  const { status, html } = await open('/trang/dang-nhap/he-thong')
  expect([status, html]).toEqual([429, expect.stringContaining('quá nhiều lượt đăng nhập')])
})

test('nobody is led to another site, and none is offered the way where it is not configured', async () => {
  const { signIn } = gateway()
  for (const to of [
    'https://example.org/trang/',
    '//example.org/trang/x',
    '/trang/dang-nhap/he-thong',
  ])
    expect((await signIn(to)).to).toBe('/trang/tong-quan')
  expect((await gatewayWithout().open('/trang/dang-nhap')).html).not.toContain('he-thong')
})

function gatewayWithout() {
  const settings = {
    ...hub.settings,
    gateway: { ...hub.settings.gateway, oidc: issuer.settings() },
  }
  return withCookies(createGateway({ ...hub, settings }))
}
