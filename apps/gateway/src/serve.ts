import { ConfigError, say } from '@cchc/domain'
import type { Hub } from '@cchc/hub'
import { isLoopback } from '@cchc/hub/access/loopback'
import { getRequestListener } from '@hono/node-server'
import { RefusedAttempts } from './access/refused-attempts.ts'
import { AnswerPool, DOING, type HubInWorker, RECEIVING } from './answering/answer-pool.ts'
import { ExportThreads } from './exporting/export-threads.ts'
import { createGateway, type GatewayOptions } from './gateway.ts'
import { listen, type Place } from './listen.ts'
import type { GatewayMetrics } from './metrics/gateway-metrics.ts'
import { withoutFloods } from './pipelined.ts'
import { RunningSyncs } from './syncing/running-syncs.ts'
import { SyncThread } from './syncing/sync-thread.ts'
import { syncerOf } from './syncing/syncer.ts'

export interface ServeOptions extends Omit<GatewayOptions, 'metrics'> {
  /** 127.0.0.1 unless told. */
  readonly host?: string
  /** 8080 unless told; 0 = any free one. */
  readonly port?: number
  /** How threads open hubs of their own to answer what takes long, to sync and to store what is sent; this thread does it all unless given. */
  readonly workers?: HubInWorker | undefined
  /** Where Prometheus may ask for metrics; nowhere unless given. */
  readonly metricsAt?: Place | undefined
  /** Ends the server: requests that have begun are answered first, and syncs end after their page, for as long as `graceMs`. */
  readonly signal?: AbortSignal
  /** 20 seconds unless told; then whoever still sends or reads is cut off. */
  readonly graceMs?: number
}

export interface RunningGateway {
  readonly url: string
  /** Where metrics are told; absent = nowhere. */
  readonly metricsUrl?: string
  /** Settles when the server has ended. */
  readonly closed: Promise<void>
}

const GRACE_MS = 20_000

/** Serves a hub over HTTP. Throws ConfigError when others could reach it without a key, or a port cannot be had. */
export async function serveGateway(hub: Hub, options: ServeOptions = {}): Promise<RunningGateway> {
  const { host = '127.0.0.1', port = 8080, metricsAt } = options
  const isClosed = Boolean(options.apiKey ?? hub.settings.gateway.oidc)
  if (!isClosed && !(await hub.access.hasKeys()) && !isLoopback(host)) throw keyNeeded(host)
  const measured = metricsAt && (await measure(hub, metricsAt, options))
  const pools = options.workers && {
    answerer: new AnswerPool(options.workers),
    doer: new AnswerPool(options.workers, DOING),
    receiver: new AnswerPool(options.workers, RECEIVING),
    exporter: new ExportThreads(options.workers),
  }
  const { graceMs, signal } = ending(options)
  const thread = options.workers && new SyncThread(options.workers)
  const { syncs = new RunningSyncs(thread ?? syncerOf(hub)) } = options
  const { refused = refusedBy(hub, options) } = options
  const gateway = createGateway(hub, {
    ...options,
    syncs,
    refused,
    metrics: measured?.metrics,
    ...pools,
  })
  const { url, closed } = await listen(
    { host, port },
    {
      signal,
      graceMs,
      onEnd: () => void syncs.stop(graceMs),
      listener: withoutFloods(getRequestListener(gateway.fetch)),
      fix: say('Choose another --port or --host, or end the program that holds it.'),
    },
  ).catch((thrown: unknown) => {
    measured?.end()
    throw thrown
  })
  return {
    url,
    ...(measured && { metricsUrl: measured.url }),
    closed: closed
      .then(() => syncs.stop(graceMs))
      .then(() => refused.flush())
      .then(() => Promise.all([...Object.values(pools ?? {}), thread].map((one) => one?.close())))
      .then(() => measured?.closed),
  }
}

/** Listens for those who ask for metrics until the server ends, or never began. */
async function measure(hub: Hub, place: Place, options: ServeOptions) {
  const { GatewayMetrics } = await import('./metrics/gateway-metrics.ts')
  const { metricsApp } = await import('./metrics/metrics-app.ts')
  const metrics: GatewayMetrics = new GatewayMetrics(hub)
  const never = new AbortController()
  const { signal = never.signal, graceMs } = ending(options)
  const { url, closed } = await listen(place, {
    signal: AbortSignal.any([signal, never.signal]),
    graceMs,
    listener: withoutFloods(getRequestListener(metricsApp(metrics, place).fetch)),
    fix: say('Choose another metrics.port or metrics.host, or end the program that holds it.'),
  })
  return { metrics, url: `${url}/metrics`, closed, end: () => never.abort() }
}

function refusedBy(hub: Hub, { onError }: ServeOptions): RefusedAttempts {
  return new RefusedAttempts(hub, { onError: (error) => onError?.(error, 'audit') })
}

function ending({ signal, graceMs = GRACE_MS }: ServeOptions) {
  return { signal, graceMs }
}

function keyNeeded(host: string): ConfigError {
  return new ConfigError(
    say('Without an API key the gateway may not listen on {host}.', { host }),
    {
      fix: say('Make a key (cchc keys create), or listen on 127.0.0.1.'),
    },
  )
}
