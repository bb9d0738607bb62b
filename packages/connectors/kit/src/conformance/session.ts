import { inspect } from 'node:util'
import { say } from '@cchc/domain'
import type { HttpConnector } from '../contract/connector.ts'
import type { OpenStream } from '../contract/page.ts'
import { createIo } from '../create-io.ts'
import { createHttp } from '../http.ts'
import { type HttpSource, httpLimits } from '../http-limits.ts'
import type { Http, HttpIo } from '../io.ts'
import { type Transport, wireRequest } from '../transport.ts'
import { memoryLog } from './machine.ts'
import { type Exchange, type Portal, requestKey, textOf } from './portal.ts'

/** Where and when a session takes place. */
export interface World {
  readonly portal: Portal
  /** Given the number of requests so far. */
  readonly now: (requests: number) => number
}

interface Opened {
  readonly connector: HttpConnector
  readonly config: HttpSource
}

/** No reading of a test portal needs as many. */
const MOST_REQUESTS = 5_000

/** Everything outside memory that an opened connector sees, and everything that it did there. */
export class Session {
  readonly io: HttpIo
  readonly exchanges: Exchange[] = []
  readonly logged: string[] = []
  readonly waits: number[] = []
  /** Addresses as the connector wrote them. */
  readonly asked: string[] = []
  /** Addresses of requests that did not go through `io.http`. */
  readonly past: string[] = []
  /** Requests of any kind that were sent after the stop. */
  sentAfterStop = 0
  readonly #controller = new AbortController()
  readonly #world: World
  readonly #sent = new Map<string, number>()
  readonly #endless = Promise.withResolvers<'endless'>()
  streams: Readonly<Record<string, OpenStream>> = {}

  constructor({ connector, config }: Opened, world: World) {
    this.#world = world
    const { baseUrl, http } = config
    const allowedHosts = connector.hosts?.(config) ?? []
    const { signal } = this.#controller
    const log = memoryLog(this.logged)
    const now = () => this.now()
    const sleep = async (ms: number) => void this.waits.push(ms)
    const limits = { ...httpLimits(http), random: () => 0.5, requestsPerSecond: undefined }
    const transport: Transport = (request, url) => this.#send(wireRequest(request, url, ''), url)
    const outside = { signal, log, now, sleep }
    const client = createHttp({ baseUrl, ...limits, allowedHosts, ...outside, transport })
    this.io = { ...createIo(outside), sleep, http: this.#counted(client) }
  }

  now(): number {
    return this.#world.now(this.exchanges.length)
  }

  /** Resolves when more was asked than any reading needs. */
  get endless(): Promise<'endless'> {
    return this.#endless.promise
  }

  get isStopped(): boolean {
    return this.#controller.signal.aborted
  }

  stop(): void {
    this.#controller.abort()
  }

  /** A request that went past `io.http`. */
  notePast(url: string): void {
    this.past.push(url)
    if (this.isStopped) this.sentAfterStop += 1
  }

  /** What people and programs were told, with an error and all that it carries. */
  told(error: unknown): string {
    if (error === undefined) return this.logged.join('\n')
    const forms = [String(error), JSON.stringify(error), inspect(error, { depth: 8 })]
    return [...this.logged, ...forms].join('\n')
  }

  #counted(http: Http): Http {
    return {
      ...http,
      read: (request, parse) => {
        this.asked.push(request.url)
        const isEndless = this.asked.length + this.exchanges.length > MOST_REQUESTS
        if (!isEndless) return http.read(request, parse)
        this.#endless.resolve('endless')
        return new Promise(() => {})
      },
    }
  }

  async #send({ method, data, headers }: ReturnType<typeof wireRequest>, url: URL) {
    if (this.isStopped) this.sentAfterStop += 1
    const request = { method, url, headers: lowerCase(headers), body: bodyText(data) }
    const key = requestKey(request)
    const repeat = this.#sent.get(key) ?? 0
    this.#sent.set(key, repeat + 1)
    const exchange: Exchange = { ...request, repeat, nth: this.exchanges.length + 1 }
    this.exchanges.push(exchange)
    // A turn of the loop, so that a connector that never stops asking can be noticed.
    await new Promise((resolve) => setImmediate(resolve))
    const answer = await this.#world.portal(exchange)
    if (answer === 'no answer') return NO_ANSWER
    exchange.answer = textOf(answer)
    exchange.answerHeaders = answer.headers
    return { kind: 'answered', answer } as const
  }
}

const NO_ANSWER = { kind: 'failed', reason: say('no answer in time') } as const

function bodyText(data: string | Uint8Array = ''): string {
  return typeof data === 'string' ? data : new TextDecoder().decode(data)
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  return Object.fromEntries(named)
}
