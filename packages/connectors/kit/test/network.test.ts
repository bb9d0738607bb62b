import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http'
import { createServer as createSecureServer, type ServerOptions } from 'node:https'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createHttp, HttpLimits, httpLimits } from '../src/index.ts'
import { AUTHORITY, CLIENT, KEY, SELF_SIGNED, SERVER } from './certificates.ts'
import { answer, ask, memoryLog, startPortal } from './portal.ts'

const open: (() => void)[] = []
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  for (const close of open.splice(0)) close()
})

async function listening(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
  })
  server.on('tlsClientError', () => undefined)
  open.push(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** A portal over TLS; what it answers with is whom it saw. */
async function securePortal(options: ServerOptions = SERVER): Promise<string> {
  const server = createSecureServer(options, (request, response) => {
    const { subject } = (request.socket as import('node:tls').TLSSocket).getPeerCertificate()
    response.end(String(subject?.CN ?? 'nobody'))
  })
  return `https://127.0.0.1:${await listening(server)}`
}

async function plainPortal(): Promise<string> {
  const portal = await startPortal(answer(200, 'plain'))
  open.push(() => void portal.close())
  return portal.url
}

interface ProxySettings {
  readonly user?: string
  readonly refuse?: number
}

/** A proxy as provinces have them: it carries TLS by CONNECT and forwards what is plain. */
async function startProxy({ user, refuse }: ProxySettings = {}) {
  const asked: string[] = []
  const statusFor = ({ headers }: IncomingMessage) => {
    if (refuse !== undefined) return refuse
    const wanted = user && `Basic ${Buffer.from(user).toString('base64')}`
    return wanted === undefined || headers['proxy-authorization'] === wanted ? 200 : 407
  }
  const server = createHttpServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.writeHead(statusFor(request)).end('by proxy')
  })
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    asked.push(`CONNECT ${request.url}`)
    const status = statusFor(request)
    socket.on('error', () => undefined)
    if (status !== 200) return void socket.end(`HTTP/1.1 ${status} No\r\n\r\nCANARY`)
    const [host, port] = (request.url ?? '').split(':')
    const target = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      target.pipe(socket).pipe(target)
    })
    target.on('error', () => socket.destroy())
    open.push(() => void target.destroy())
  })
  return { url: `http://127.0.0.1:${await listening(server)}`, asked }
}

/** The client of a source whose configuration says this under `http`. */
function client(baseUrl: string, written: object = {}) {
  const { retries: _, ...limits } = httpLimits(HttpLimits.parse(written))
  const log = memoryLog()
  const { signal } = new AbortController()
  const http = createHttp({
    ...{ baseUrl, ...limits, retries: 1, signal, log },
    ...{ now: Date.now, sleep: async () => {} },
  })
  const body = async () => (await ask(http, { url: 'd' })).body
  const failure = () => body().then(String, (thrown: unknown) => thrown)
  return { body, failure, http, log }
}

describe('certificates', () => {
  const tls = { ca: AUTHORITY }

  test('of an own authority are trusted where the configuration names it', async () => {
    const url = await securePortal()
    expect(await client(url, { tls }).body()).toBe('nobody')
    expect(await client(url).failure()).toMatchObject({
      code: 'portal_unavailable',
      message: expect.stringContaining('signed by an authority that this machine does not know'),
      fix: expect.stringContaining('http.tls.ca'),
    })
  })

  test('of others stay untrusted with it', async () => {
    const url = await securePortal({ key: KEY, cert: SELF_SIGNED })
    expect(await client(url, { tls }).failure()).toMatchObject({ code: 'portal_unavailable' })
  })

  test('are checked whatever the environment says', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    vi.spyOn(process, 'emitWarning').mockReturnValue()
    const url = await securePortal()
    expect(await client(url).failure()).toMatchObject({ code: 'portal_unavailable' })
  })

  test('of our own show who asks', async () => {
    const url = await securePortal({ ...SERVER, ca: AUTHORITY, requestCert: true })
    expect(await client(url, { tls: { ...tls, ...CLIENT } }).body()).toBe('client.test')
  })

  test('that the portal asks for in vain are told as that', async () => {
    const url = await securePortal({
      ...SERVER,
      ca: AUTHORITY,
      requestCert: true,
      maxVersion: 'TLSv1.2',
    })
    const { failure, http } = client(url, { tls })
    expect(await failure()).toMatchObject({
      code: 'portal_unavailable',
      message: expect.stringContaining('asks for a client certificate'),
      fix: expect.stringContaining('http.tls.cert'),
    })
    expect(http.traffic()).toMatchObject({ requests: 1 })
  })

  test.each([
    ['a passphrase that does not open the key', { ...CLIENT, passphrase: 'other' }],
    ['a key of another certificate', { cert: CLIENT.cert, key: SERVER.key }],
    ['something else than PEM', { ca: 'CANARY' }],
  ])('%s is a fault of the configuration', async (_, wrong) => {
    const { failure, http } = client(await securePortal(), { tls: wrong })
    const error = await failure()
    expect(error).toMatchObject({
      code: 'config_invalid',
      fix: expect.stringContaining('http.tls'),
    })
    expect(String(error)).not.toContain('CANARY')
    expect(http.traffic().bytes).toBe(0)
  })

  test('and TLS of old versions are refused', async () => {
    const old = {
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    } as const
    const url = await securePortal({ ...SERVER, ...old })
    expect(await client(url, { tls }).failure()).toMatchObject({ code: 'portal_unavailable' })
  })
})

describe('a proxy', () => {
  const USER = { username: 'cán bộ', password: 'p@ss:w' }

  test('carries TLS with an own authority and a client certificate, over kept connections', async () => {
    const [url, proxy] = [
      await securePortal({ ...SERVER, ca: AUTHORITY, requestCert: true }),
      await startProxy(),
    ]
    const { body } = client(url, { proxy: { url: proxy.url }, tls: { ca: AUTHORITY, ...CLIENT } })
    expect([await body(), await body(), await body()]).toEqual(Array(3).fill('client.test'))
    expect(proxy.asked).toEqual([`CONNECT ${new URL(url).host}`])
  })

  test('checks nothing away: an unknown authority stays unknown', async () => {
    const [url, proxy] = [await securePortal(), await startProxy()]
    expect(await client(url, { proxy: { url: proxy.url } }).failure()).toMatchObject({
      message: expect.stringContaining('signed by an authority that this machine does not know'),
    })
  })

  test('forwards what is plain', async () => {
    const [url, proxy] = [await plainPortal(), await startProxy()]
    expect(await client(url, { proxy: { url: proxy.url } }).body()).toBe('by proxy')
    expect(proxy.asked).toEqual([`GET ${url}/d`])
  })

  test('is told who asks', async () => {
    const proxy = await startProxy({ user: `${USER.username}:${USER.password}` })
    const settings = { proxy: { url: proxy.url, ...USER }, tls: { ca: AUTHORITY } }
    expect(await client(await securePortal(), settings).body()).toBe('nobody')
    expect(await client(await plainPortal(), settings).body()).toBe('by proxy')
  })

  test.each([
    ['over TLS', securePortal],
    ['plain', plainPortal],
  ])('that does not know us is told as that, %s, and no login is told', async (_, portal) => {
    const proxy = await startProxy({ user: 'someone:else' })
    const settings = { proxy: { url: proxy.url, ...USER }, tls: { ca: AUTHORITY } }
    const { failure, http, log } = client(await portal(), settings)
    const error = await failure()
    expect(error).toMatchObject({
      code: 'portal_unavailable',
      message: expect.stringContaining('the proxy answered HTTP 407'),
      fix: expect.stringContaining('http.proxy'),
    })
    expect(`${error} ${log.lines}`).not.toMatch(/CANARY|p@ss|p%40ss/)
    expect(http.traffic().requests).toBe(1)
  })

  test.each([
    [403, 1],
    [502, 2],
  ])('that answers %i is told as that, after %i requests', async (refuse, requests) => {
    const [url, proxy] = [await securePortal(), await startProxy({ refuse })]
    const { failure, http } = client(url, { proxy: { url: proxy.url } })
    expect(await failure()).toMatchObject({
      message: expect.stringContaining(`the proxy answered HTTP ${refuse}`),
    })
    expect(http.traffic().requests).toBe(requests)
  })

  test('that is not there is told by its own name', async () => {
    const settings = { proxy: { url: 'http://127.0.0.1:1' } }
    for (const url of [await securePortal(), await plainPortal()]) {
      expect(await client(url, settings).failure()).toMatchObject({
        message: expect.stringContaining('the proxy 127.0.0.1:1 cannot be reached (ECONNREFUSED)'),
      })
    }
  })

  test.each([
    ['127.0.0.1', 'plain'],
    ['*.0.0.1', 'plain'],
    ['0.0.1', 'plain'],
    ['27.0.0.1', 'by proxy'],
    ['.', 'by proxy'],
  ])('is left out for %s: %s', async (noProxy, body) => {
    const [url, proxy] = [await plainPortal(), await startProxy()]
    const settings = { proxy: { url: proxy.url, noProxy: [noProxy] } }
    expect(await client(url, settings).body()).toBe(body)
  })

  test('of the environment is not used', async () => {
    vi.stubEnv('http_proxy', 'http://127.0.0.1:1')
    vi.stubEnv('https_proxy', 'http://127.0.0.1:1')
    expect(await client(await plainPortal()).body()).toBe('plain')
    expect(await client(await securePortal(), { tls: { ca: AUTHORITY } }).body()).toBe('nobody')
  })
})

test.each([
  [{ proxy: { url: 'http://user:secret@proxy.example' } }],
  [{ proxy: { url: 'socks5://proxy.example' } }],
  [{ tls: { cert: 'a' } }],
  [{ tls: { rejectUnauthorized: false } }],
])('%j is no configuration', (written) => {
  expect(HttpLimits.safeParse(written).success).toBe(false)
})
