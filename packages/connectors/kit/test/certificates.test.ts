import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { PortalUnavailable } from '@cchc/domain'
import { afterAll, expect, test } from 'vitest'
import { createHttp } from '../src/index.ts'
import { EXPIRED, KEY, OTHER_HOST, SELF_SIGNED } from './certificates.ts'
import { answer, ask, memoryLog, startPortal } from './portal.ts'

const trusted = getCACertificates('default')
afterAll(() => setDefaultCACertificates(trusted))

test.each([
  ['an unknown authority', SELF_SIGNED, [], /authority .* does not know/, /http\.tls\.ca/],
  ['another host name', OTHER_HOST, [OTHER_HOST], /another host name/, /base URL/],
  ['days that are over', EXPIRED, [EXPIRED], /has expired/, /renew/],
])('a certificate of %s is told as that, and not tried again', async (...row) => {
  const [, cert, known, told, wayOut] = row
  setDefaultCACertificates([...trusted, ...known])
  const { error, traffic, log } = await askedOf(await securePortal(cert))
  expect(error).toBeInstanceOf(PortalUnavailable)
  expect(error).toMatchObject({
    message: expect.stringMatching(told),
    fix: expect.stringMatching(wayOut),
  })
  expect(traffic).toMatchObject({ requests: 1, retries: 0 })
  expect(log.lines).toEqual([expect.stringMatching(/^request .*"failed":"untrusted"/)])
})

test('a server that does not speak TLS is told as that', async () => {
  const portal = await startPortal(answer(200))
  const { error, traffic } = await askedOf({
    url: portal.url.replace('http:', 'https:'),
    close: portal.close,
  })
  expect(error).toMatchObject({ message: expect.stringContaining('does not speak TLS') })
  expect(traffic).toMatchObject({ requests: 1, retries: 0 })
})

async function askedOf(portal: { readonly url: string; close(): Promise<unknown> }) {
  const log = memoryLog()
  const http = createHttp({
    baseUrl: portal.url,
    signal: new AbortController().signal,
    log,
    now: Date.now,
    sleep: async () => {},
  })
  const error = await ask(http, { url: '/' }).catch((thrown: unknown) => thrown)
  await portal.close()
  return { error, traffic: http.traffic(), log }
}

async function securePortal(cert: string) {
  const server = createServer({ key: KEY, cert }, (_, response) => response.end('{}'))
  server.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `https://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
