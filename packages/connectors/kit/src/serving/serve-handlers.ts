import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getResponse, type RequestHandler } from 'msw'

/** How a simulated portal is served. */
export interface ServeHandlersOptions {
  /** 0, which is the default = any free one. */
  readonly port?: number
  /** What its clock shows, epoch ms; that of this machine unless given. */
  readonly now?: (() => number) | undefined
  /** Called for each request before it is answered. */
  readonly onRequest?: ((request: Request) => void) | undefined
}

/** A simulated portal as a server of its own. */
export interface ServedHandlers {
  /** Its address, without a slash at the end. */
  readonly url: string
  /** How many requests have come in so far. */
  requests(): number
  close(): Promise<void>
}

/**
 * Serves a simulated portal over HTTP on 127.0.0.1, with the same msw handlers that the conformance suite gets.
 * `handlersAt` gives them for the address; a list that grows later is read anew for each request. What no handler answers is
 * answered 404; a handler that throws, or a body that breaks off, ends the connection. Throws where the port is taken.
 */
export async function serveHandlers(
  handlersAt: (url: string) => readonly RequestHandler[],
  { port = 0, now, onRequest }: ServeHandlersOptions = {},
): Promise<ServedHandlers> {
  let requests = 0
  let handlers: readonly RequestHandler[] = []
  const server = createServer((incoming, outgoing) => {
    requests += 1
    if (now) outgoing.setHeader('date', new Date(now()).toUTCString())
    answer({ incoming, outgoing, base: url, handlers, onRequest }).catch((error: unknown) =>
      outgoing.destroy(error instanceof Error ? error : undefined),
    )
  })
  const url = `http://127.0.0.1:${await listen(server, port)}`
  handlers = handlersAt(url)
  return { url, requests: () => requests, close: () => close(server) }
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
  readonly handlers: readonly RequestHandler[]
  readonly onRequest: ServeHandlersOptions['onRequest']
}

async function answer({ incoming, outgoing, base, handlers, onRequest }: Exchange): Promise<void> {
  const request = await requestOf(incoming, base)
  onRequest?.(request)
  const response = await getResponse([...handlers], request)
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
