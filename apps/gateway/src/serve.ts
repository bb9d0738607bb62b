import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ConfigError, say } from '@cchc/domain'
import type { Hub } from '@cchc/hub'
import { isLoopback } from '@cchc/hub/access/loopback'
import { getRequestListener } from '@hono/node-server'
import { AnswerPool, type HubInWorker } from './answering/answer-pool.ts'
import { createGateway, type GatewayOptions } from './gateway.ts'
import { withoutFloods } from './pipelined.ts'
import { RunningSyncs } from './syncing/running-syncs.ts'

export interface ServeOptions extends GatewayOptions {
  /** 127.0.0.1 unless told. */
  readonly host?: string
  /** 8080 unless told; 0 = any free one. */
  readonly port?: number
  /** How threads open hubs of their own to answer what takes long; this thread answers unless given. */
  readonly workers?: HubInWorker | undefined
  /** Ends the server: requests that have begun are answered first, and syncs end after their page, for as long as `graceMs`. */
  readonly signal?: AbortSignal
  /** 20 seconds unless told; then whoever still sends or reads is cut off. */
  readonly graceMs?: number
}

export interface RunningGateway {
  readonly url: string
  /** Settles when the server has ended. */
  readonly closed: Promise<void>
}

const GRACE_MS = 20_000
/** Longer than any answer may take: who sends nothing and takes nothing for so long is gone. */
const SILENT_MS = 6 * 60_000

/** Serves a hub over HTTP. Throws ConfigError when others could reach it without a key, or the port cannot be had. */
export async function serveGateway(hub: Hub, options: ServeOptions = {}): Promise<RunningGateway> {
  const { host = '127.0.0.1', port = 8080, signal, graceMs = GRACE_MS } = options
  const isClosed = Boolean(options.apiKey ?? hub.settings.gateway.oidc)
  if (!isClosed && !(await hub.access.hasKeys()) && !isLoopback(host)) throw keyNeeded(host)
  const pool = options.workers && new AnswerPool(options.workers)
  const { syncs = new RunningSyncs(hub) } = options
  const gateway = createGateway(hub, { ...options, syncs, ...(pool && { answerer: pool }) })
  const server = createServer(withoutFloods(getRequestListener(gateway.fetch)))
  server.setTimeout(SILENT_MS)
  await listening(server, { host, port })
  const closed = once(server, 'close')
    .then(() => syncs.stop(graceMs))
    .then(() => pool?.close())
  const end = () => {
    void syncs.stop(graceMs)
    server.close()
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), graceMs).unref()
  }
  if (signal?.aborted) end()
  signal?.addEventListener('abort', end, { once: true })
  const address = server.address() as AddressInfo
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return { url: `http://${name}:${address.port}`, closed }
}

function listening(
  server: ReturnType<typeof createServer>,
  at: { host: string; port: number },
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(cannotListen(at, cause)))
    server.listen(at.port, at.host, resolve)
  })
}

function cannotListen(at: { host: string; port: number }, cause: NodeJS.ErrnoException) {
  const { code = 'unknown' } = cause
  return new ConfigError(say('Cannot listen on {host}:{port} ({code}).', { ...at, code }), {
    cause,
    fix: say('Choose another --port or --host, or end the program that holds it.'),
  })
}

function keyNeeded(host: string): ConfigError {
  return new ConfigError(
    say('Without an API key the gateway may not listen on {host}.', { host }),
    {
      fix: say('Make a key (cchc keys create), or listen on 127.0.0.1.'),
    },
  )
}
