import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import type { Hub } from '@cchc/hub'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveGateway } from '../../src/index.ts'
import type { RunningGateway } from '../../src/serve.ts'
import { CLIENT } from '../codes.ts'
import { smallIssuer } from '../small-issuer.ts'
import { browsing, CHROMIUM, expectFitting, expectSound } from './browsing.ts'
import { hostileHub } from './hostile-hub.ts'

const TO = '/trang/tong-quan?period=2022&partial=true'

const stop = new AbortController()
const at = { page: '' }
let gateway: RunningGateway | undefined

beforeAll(async () => {
  if (CHROMIUM === '') return
  const port = await freePort()
  // For a browser this is another site than the issuer, which it knows as 127.0.0.1.
  at.page = `http://localhost:${port}`
  gateway = await serveGateway(await hubWithIssuer(at.page), { port, signal: stop.signal })
})
afterAll(async () => {
  stop.abort()
  await gateway?.closed
})

async function hubWithIssuer(address: string): Promise<Hub> {
  const [hub, issuer] = await Promise.all([hostileHub(), smallIssuer()])
  issuer.codes.claims = { role: ['figures:read'], unit: 'all' }
  const oidc = issuer.settings({
    scopes: { claim: 'role', values: { 'figures:read': ['figures:read'] } },
    organisations: { claim: 'unit', values: { all: 'all' } },
    signIn: { clientId: CLIENT.id, clientSecret: CLIENT.secret, address },
  })
  return { ...hub, settings: { ...hub.settings, gateway: { ...hub.settings.gateway, oidc } } }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const look = browsing()

describe.skipIf(CHROMIUM === '')(
  'signing in, in a browser (skipped: no Chromium is found here)',
  () => {
    test('the form is small, stands still, and fits any screen and paper', () =>
      look(at.page, async (looked) => {
        await looked.page.goto(TO, { waitUntil: 'load' })
        expect(new URL(looked.page.url()).pathname).toBe('/trang/dang-nhap')
        await expectSound(looked)
        await expectFitting(looked)
      }))

    test('the issuer, which is another site, sends back to what was asked for; who leaves is asked again', () =>
      look(at.page, async (looked) => {
        const { page } = looked
        await page.goto(TO)
        await page.getByRole('link', { name: 'Đăng nhập bằng tài khoản của bạn' }).click()
        await page.getByRole('heading', { level: 1 }).waitFor()
        expect(page.url()).toBe(`${at.page}${TO}`)
        await page.reload()
        expect(page.url()).toBe(`${at.page}${TO}`)
        await page.getByRole('button', { name: 'Thoát' }).click()
        await expectSound(looked)
        await page.goto(TO)
        expect(new URL(page.url()).pathname).toBe('/trang/dang-nhap')
      }))
  },
)
