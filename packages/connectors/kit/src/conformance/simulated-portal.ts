import type { RequestHandler } from 'msw'
import { type SetupServer, setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { z } from 'zod'
import type { HttpConnector } from '../contract/connector.ts'
import type { OpenStreams } from '../contract/page.ts'
import type { Streams } from '../contract/stream.ts'
import { createIo } from '../create-io.ts'
import { createHttp } from '../http.ts'
import { type HttpSource, httpLimits } from '../http-limits.ts'
import { memoryLog } from './machine.ts'

/** How a connector is opened on a simulated portal. */
export interface SimulatedSource<C extends z.ZodType> {
  readonly config: z.input<C>
  /** What the portal answers. */
  readonly handlers: readonly RequestHandler[]
  /** The clock, epoch ms. */
  readonly now: () => number
}

/** An opened connector, and every line that it logged. */
export interface SimulatedStreams<S extends Streams> {
  readonly streams: OpenStreams<S>
  readonly check: () => Promise<void>
  readonly lines: readonly string[]
}

/** A portal for the tests of one file. */
export interface SimulatedPortal<C extends z.ZodType, S extends Streams> {
  readonly server: SetupServer
  /** The address of every request that came in this test, oldest first. */
  readonly requests: URL[]
  open(source: SimulatedSource<C>): SimulatedStreams<S>
}

/**
 * Puts a portal of msw handlers around the tests of a file, in process: nothing is waited for, and what no handler answers
 * fails. Call it outside of tests.
 *
 * @example const { open } = simulatedPortal(cityPermits)
 *   const { streams } = open({ config, handlers, now: () => NOW })
 */
export function simulatedPortal<C extends z.ZodType<HttpSource>, S extends Streams>(
  connector: HttpConnector<C, S>,
): SimulatedPortal<C, S> {
  const server = setupServer()
  const requests: URL[] = []
  beforeAll(() => {
    server.events.on('request:start', ({ request }) => {
      requests.push(new URL(request.url))
    })
    server.listen({ onUnhandledFrame: 'error' })
  })
  afterEach(() => {
    server.resetHandlers()
    requests.length = 0
  })
  afterAll(() => server.close())
  return {
    server,
    requests,
    open: ({ config, handlers, now }) => {
      server.use(...handlers)
      return opened(connector, connector.config.parse(config), now)
    },
  }
}

/** Faults are tried again at once, twice. */
function opened<C extends z.ZodType<HttpSource>, S extends Streams>(
  connector: HttpConnector<C, S>,
  config: z.output<C>,
  now: () => number,
): SimulatedStreams<S> {
  const lines: string[] = []
  const { signal } = new AbortController()
  const outside = { signal, now, log: memoryLog(lines), sleep: async () => {} }
  const { baseUrl, http } = config
  const limits = { ...httpLimits(http), retries: 2, requestsPerSecond: undefined }
  const allowedHosts = connector.hosts?.(config) ?? []
  const client = createHttp({ baseUrl, ...limits, allowedHosts, ...outside })
  const io = { ...createIo(outside), sleep: outside.sleep, http: client }
  return {
    streams: connector.open(config, io),
    check: () => connector.check(config, io),
    lines,
  }
}
