import type { RequestHandler } from 'msw'
import { setupServer } from 'msw/node'
import type { z } from 'zod'
import type { Connector, OpenStream, Page } from '../contract.ts'
import { createHttp } from '../http.ts'
import type { Io, Log } from '../io.ts'
import { secretsOf } from '../secret.ts'

/** What the suite needs to know about a portal. */
export interface ConformanceOptions<C extends z.ZodType = z.ZodType> {
  /** A configuration that is good for the simulated portal. */
  readonly config: z.input<C>
  readonly baseUrl: string
  /** The simulated portal when it is well. */
  readonly handlers: readonly RequestHandler[]
  /** What the clock shows, epoch ms. */
  readonly now: number
  /** Words with which every personal value of the simulated portal begins. */
  readonly canary?: string
}

/** One opened connector with everything that it did outside memory. */
export interface Session {
  readonly io: Io
  readonly streams: Readonly<Record<string, OpenStream>>
  readonly logged: readonly string[]
  readonly waits: readonly number[]
  check(): Promise<void>
  stop(): void
}

/** The simulated portal in process, and sessions of the connector on it. */
export class BenchPortal {
  readonly server: ReturnType<typeof setupServer>
  readonly config: unknown
  readonly secrets: readonly string[]
  requests = 0
  readonly #connector: Connector
  readonly #options: ConformanceOptions

  constructor(connector: Connector, options: ConformanceOptions) {
    this.#connector = connector
    this.#options = options
    this.config = connector.config.parse(options.config)
    this.secrets = secretsOf(connector.config, this.config)
    this.server = setupServer(...options.handlers)
    this.server.events.on('request:start', () => {
      this.requests++
    })
  }

  open(): Session {
    const controller = new AbortController()
    const logged: string[] = []
    const waits: number[] = []
    const log = memoryLog(logged)
    const now = () => this.#options.now
    const sleep = async (ms: number) => {
      waits.push(ms)
    }
    const { signal } = controller
    const { baseUrl } = this.#options
    const http = createHttp({ baseUrl, secrets: this.secrets, signal, log, now, sleep })
    const io: Io = { http, log, now, signal }
    return {
      io,
      logged,
      waits,
      streams: this.#connector.open(this.config, io),
      check: () => this.#connector.check(this.config, io),
      stop: () => controller.abort(),
    }
  }
}

function memoryLog(lines: string[]): Log {
  const write = (message: string, facts?: Readonly<Record<string, unknown>>) => {
    lines.push(`${message} ${JSON.stringify(facts ?? {})}`)
  }
  return { debug: write, info: write, warn: write }
}

/** Reads a stream to its end. */
export async function readAll(stream: OpenStream | undefined, cursor?: unknown): Promise<Page[]> {
  if (stream === undefined) throw new Error('the stream was declared and not opened')
  const pages: Page[] = []
  for await (const page of stream.read({ cursor: cursor as undefined })) pages.push(page)
  return pages
}

/** What an action throws; undefined when it does not. */
export async function failureOf(action: () => Promise<unknown>): Promise<unknown> {
  try {
    await action()
    return undefined
  } catch (thrown) {
    return thrown
  }
}
