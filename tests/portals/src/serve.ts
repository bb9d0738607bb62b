import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getResponse, type RequestHandler } from 'msw'
import type { FaultPlan } from './faults.ts'
import { igateHandlers } from './igate/handlers.ts'
import { keycloakHandlers, TOKEN_PATH } from './igate/keycloak.ts'
import { agencyObjectId, levelIds, STATUSES_TO_NAME } from './igate/lists.ts'
import type { IgateOptions } from './igate/options.ts'
import { nationalHandlers } from './national/handlers.ts'
import type { RelayOptions } from './national/options.ts'
import { openCpsHandlers } from './opencps/handlers.ts'
import type { OpenCpsQuirks } from './opencps/quirks.ts'
import type { PagingFault } from './paging.ts'
import type { Divergence } from './world/divergence.ts'
import { ministryView } from './world/divergent-views.ts'
import type { World } from './world/world.ts'

export interface ServeOptions {
  readonly world: World
  /** 0 = any free one. */
  readonly port?: number
  readonly faults?: FaultPlan
  readonly quirks?: OpenCpsQuirks
  /** What the clock of the portals shows, epoch ms; that of this machine unless given. */
  readonly now?: () => number
  /** Beside its credentials: how long its tokens live, what its account may see. */
  readonly igate?: Pick<IgateOptions, 'tokenSeconds' | 'mayReport' | 'endFields'>
  /** How the portals page their lists wrongly; absent = not at all. */
  readonly paging?: PagingFault | undefined
  /** How the portals come to show different figures; absent = not at all. */
  readonly divergence?: Divergence
  /** The relay through which the national portal is reached, given where it is served; absent = none. */
  readonly relay?: (url: string) => RelayOptions
  /** Called for each request before it is answered. */
  readonly onRequest?: (request: Request) => void
}

export interface ServedPortals {
  readonly url: string
  readonly openCps: Readonly<Record<'url' | 'username' | 'password' | 'groupId', string>>
  /** A ministry's central system, an OpenCPS of its own; it holds what the divergence says. */
  readonly ministry: ServedPortals['openCps']
  readonly national: Readonly<Record<'url' | 'username' | 'password' | 'unitCode', string>>
  readonly igate: ServedIgate
  /** How many requests have come in so far. */
  requests(): number
  close(): Promise<void>
}

/** An iGate, its Keycloak at another port, and the ids of its deployment. */
interface ServedIgate
  extends Readonly<
    Record<
      | 'url'
      | 'loginUrl'
      | 'tokenUrl'
      | 'clientId'
      | 'clientSecret'
      | 'username'
      | 'password'
      | 'agencyId',
      string
    >
  > {
  readonly statuses: typeof STATUSES_TO_NAME
  readonly levels: ReturnType<typeof levelIds>
}

/** Serves the portals of a world on 127.0.0.1 with the same handlers that tests use in process. */
export async function servePortals(options: ServeOptions): Promise<ServedPortals> {
  const { port = 0, world, faults, divergence, paging, quirks } = options
  const service = await serve(port, options)
  const login = await serve(port === 0 ? 0 : port + 1, options)
  const portals = credentials(service.url, login.url, world)
  const shared = { baseUrl: service.url, divergence, paging, ...(faults && { faults }) }
  const clock = options.now && { now: options.now }
  const igate = { ...portals.igate, ...shared, ...clock, ...options.igate, quirks }
  service.handlers = [
    ...openCpsHandlers(world, { ...portals.openCps, ...shared, quirks }),
    ...openCpsHandlers(ministryView(world, divergence), {
      ...portals.ministry,
      ...shared,
      baseUrl: portals.ministry.url,
      divergence: undefined,
      quirks,
    }),
    ...nationalHandlers(world, {
      ...portals.national,
      ...shared,
      relay: options.relay?.(service.url),
    }),
    ...igateHandlers(world, igate),
  ]
  login.handlers = keycloakHandlers(igate)
  return {
    url: service.url,
    ...portals,
    requests: () => service.requests + login.requests,
    close: async () => void (await Promise.all([close(service.server), close(login.server)])),
  }
}

/** Serves any simulated portal on a free port of 127.0.0.1, by handlers for its address. */
export async function serveHandlers(
  handlersAt: (url: string) => readonly RequestHandler[],
): Promise<Pick<ServedPortals, 'url' | 'close'>> {
  const { url, server, ...served } = await serve(0, {})
  served.handlers.push(...handlersAt(url))
  return { url, close: () => close(server) }
}

/** A server that answers by handlers, which may be known only when it is. */
interface Served {
  readonly url: string
  readonly server: Server
  handlers: RequestHandler[]
  requests: number
}

async function serve(
  port: number,
  { onRequest, now }: Pick<ServeOptions, 'onRequest' | 'now'>,
): Promise<Served> {
  const server = createServer((incoming, outgoing) => {
    served.requests += 1
    if (now) outgoing.setHeader('date', new Date(now()).toUTCString())
    answer({ incoming, outgoing, base: served.url, handlers: served.handlers, onRequest }).catch(
      (error: unknown) => outgoing.destroy(error instanceof Error ? error : undefined),
    )
  })
  const url = `http://127.0.0.1:${await listen(server, port)}`
  const served: Served = { url, server, handlers: [], requests: 0 }
  return served
}

function credentials(
  url: string,
  loginUrl: string,
  world: World,
): Pick<ServedPortals, 'openCps' | 'ministry' | 'national' | 'igate'> {
  return {
    igate: {
      url,
      loginUrl,
      tokenUrl: loginUrl + TOKEN_PATH,
      clientId: 'web-onegate',
      clientSecret: 'igate-client-secret',
      username: 'cchc-hub',
      password: 'igate-password',
      agencyId: agencyObjectId(world.provinceCode),
      levels: levelIds(world.provinceCode),
      statuses: STATUSES_TO_NAME,
    },
    openCps: { url, username: 'cchc-hub', password: 'opencps-password', groupId: '20126' },
    ministry: {
      url: `${url}/bo`,
      username: 'cchc-hub',
      password: 'ministry-password',
      groupId: '30126',
    },
    national: {
      url,
      username: 'cchc-hub',
      password: 'national-password',
      unitCode: `000.00.00.${world.provinceCode}`,
    },
  }
}

type Server = ReturnType<typeof createServer>

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    server.closeAllConnections()
  })
}

interface Exchange {
  readonly incoming: IncomingMessage
  readonly outgoing: ServerResponse
  readonly base: string
  readonly handlers: RequestHandler[]
  readonly onRequest: ServeOptions['onRequest']
}

async function answer({ incoming, outgoing, base, handlers, onRequest }: Exchange): Promise<void> {
  const request = await requestOf(incoming, base)
  onRequest?.(request)
  const response = await getResponse(handlers, request)
  if (response) await send(response, outgoing)
  else outgoing.writeHead(404).end()
}

async function requestOf(incoming: IncomingMessage, base: string): Promise<Request> {
  const method = incoming.method ?? 'GET'
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, String(value))
  }
  const url = base + (incoming.url ?? '/')
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  return new Request(url, { method, headers, body: Buffer.concat(chunks) })
}

/** Passes the body on piece by piece, so that one that breaks off breaks off here too. */
async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, [...response.headers].flat())
  if (response.body === null) {
    outgoing.end()
    return
  }
  for await (const chunk of response.body) {
    if (outgoing.destroyed) return
    if (!outgoing.write(chunk)) await drained(outgoing)
  }
  outgoing.end()
}

function drained(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      outgoing.off('drain', done).off('close', done)
      resolve()
    }
    outgoing.once('drain', done).once('close', done)
  })
}
