import { type AppError, ConfigError, isAppError, PortalChanged, say } from '@cchc/domain'
import pLimit from 'p-limit'
import { BODIES } from './body-text.ts'
import {
  isTransient,
  proxyRefusal,
  statusError,
  throttled,
  unavailable,
  untrusted,
  usedUp,
} from './http-errors.ts'
import { MOST_REQUESTS } from './http-limits.ts'
import type { Http, HttpRequest, HttpResponse, Log } from './io.ts'
import type { Network } from './network-config.ts'
import { createPacer, createSleep, interrupted, type Sleep } from './pace.ts'
import { type ClockDifference, PortalClock } from './portal-clock.ts'
import { type Redact, redactLog } from './redact.ts'
import { backoffMs, retryAfterMs } from './retry-after.ts'
import { toldAnswer, toldRequest } from './told-request.ts'
import { type Attempt, createTransport, type RawAnswer, type Transport } from './transport.ts'

/** How one source is asked. Times are in milliseconds; what `redact` masks never appears in an error or a log line. */
export interface HttpOptions {
  readonly baseUrl: string
  readonly timeoutMs?: number
  readonly retries?: number
  /** A Retry-After longer than this throws PortalThrottled instead of waiting. */
  readonly longestWaitMs?: number
  readonly maxBytes?: number
  readonly requestsPerSecond?: number | undefined
  readonly concurrency?: number
  readonly maxRequests?: number | undefined
  readonly userAgent?: string
  readonly redact?: Redact
  readonly allowedHosts?: readonly string[]
  readonly network?: Network
  readonly signal: AbortSignal
  readonly log: Log
  readonly now: () => number
  readonly sleep?: Sleep
  readonly random?: () => number
  /** How a single request is sent; over kept-alive connections unless stated. */
  readonly transport?: Transport
}

/** What a client did so far. `bytes` counts bodies after decompression. */
export interface Traffic {
  readonly requests: number
  readonly retries: number
  readonly bytes: number
}

type Verdict<T> =
  | { readonly kind: 'done'; readonly read: T }
  | { readonly kind: 'again'; readonly error: AppError; readonly waitMs: number | undefined }

/** HTTP of one source that knows what it did, and what time its portal shows. */
export interface SourceHttp extends Http {
  traffic(): Traffic
  /** Takes requests that others made from its budget. */
  charge(requests: number): void
  clockDifference(): ClockDifference
}

type As = NonNullable<HttpRequest['as']>
type Parse<T, A extends As> = (answer: HttpResponse<A>) => T

interface Asked<T, A extends As> {
  readonly request: HttpRequest<A>
  readonly place: string
  readonly parse: Parse<T, A>
}

/** Creates the HTTP client of one source; opens no socket until the first request. */
export function createHttp(options: HttpOptions): SourceHttp {
  const client = new Client(options)
  const limit = pLimit(options.concurrency ?? 2)
  return {
    read: (request, parse) => limit(() => client.read(request, parse)),
    traffic: () => ({ ...client.traffic }),
    charge: (requests) => {
      client.charged += requests
    },
    clockDifference: () => client.clock.difference,
  }
}

class Client {
  readonly traffic = { requests: 0, retries: 0, bytes: 0 }
  readonly clock = new PortalClock()
  /** Requests that others made within the same budget. */
  charged = 0
  readonly #options: HttpOptions
  readonly #hosts: ReadonlySet<string>
  readonly #redact: Redact
  readonly #log: Log
  readonly #sleep: Sleep
  readonly #pace: () => Promise<void>
  readonly #send: Transport

  constructor(options: HttpOptions) {
    this.#options = options
    this.#hosts = new Set([new URL(options.baseUrl).host, ...(options.allowedHosts ?? [])])
    this.#redact = options.redact ?? ((text) => text)
    this.#log = redactLog(options.log, this.#redact)
    this.#sleep = options.sleep ?? createSleep(options.signal)
    this.#pace = createPacer({
      requestsPerSecond: options.requestsPerSecond,
      now: options.now,
      sleep: this.#sleep,
    })
    const settings = {
      timeoutMs: options.timeoutMs ?? 60_000,
      maxBytes: options.maxBytes ?? 64_000_000,
      concurrency: options.concurrency ?? 2,
      userAgent: options.userAgent ?? 'CCHC-Hub/0.1',
      signal: options.signal,
      network: options.network,
    }
    this.#send = options.transport ?? createTransport(settings)
  }

  async read<T, A extends As>(request: HttpRequest<A>, parse: Parse<T, A>): Promise<T> {
    const url = this.#url(request)
    const place = this.#redact(`${request.method ?? 'GET'} ${url.host}${url.pathname}`)
    const retries = this.#options.retries ?? 5
    for (let attempt = 0; ; attempt++) {
      const askedAt = this.#options.now()
      const came = await this.#attempt(request, url)
      const verdict = this.#judge(came, { request, place, parse })
      if (verdict.kind === 'done') {
        this.#noteClock(came, askedAt)
        return verdict.read
      }
      if (attempt >= retries) throw verdict.error
      await this.#waitBeforeRetry(verdict, { attempt, place })
    }
  }

  async #attempt(request: HttpRequest, url: URL): Promise<Attempt> {
    await this.#pace()
    if (this.#options.signal.aborted) throw interrupted()
    const budget = this.#options.maxRequests ?? MOST_REQUESTS
    if (this.traffic.requests + this.charged >= budget) throw usedUp(url.host, budget)
    this.traffic.requests++
    const started = performance.now()
    const attempt = await this.#send(request, url)
    const ms = Math.round(performance.now() - started)
    this.#log.debug('request', { ...toldRequest(request, url), ...toldAnswer(attempt), ms })
    if (this.#options.signal.aborted) throw interrupted()
    return attempt
  }

  #noteClock(came: Attempt, askedAt: number): void {
    if (came.kind !== 'answered') return
    this.clock.note(came.answer.headers, { askedAt, cameAt: this.#options.now() })
  }

  #judge<T, A extends As>(attempt: Attempt, { request, place, parse }: Asked<T, A>): Verdict<T> {
    if (attempt.kind === 'too-large') throw tooLarge(place)
    if (attempt.kind === 'untrusted') throw untrusted(place, attempt.fault)
    if (attempt.kind === 'proxy-refused') return refusedByProxy(place, attempt.status)
    if (attempt.kind === 'failed') {
      const { reason } = attempt
      const error = unavailable(say('{place}: {reason}', { place, reason }))
      return { kind: 'again', error, waitMs: undefined }
    }
    const { answer } = attempt
    this.traffic.bytes += answer.body.byteLength
    if ((request.accept ?? [200]).includes(answer.status)) {
      return parsed(() => parse(responseOf(request, answer)))
    }
    const waitMs = retryAfterMs(answer.headers['retry-after'], this.#options.now())
    const retryAt = waitMs === undefined ? undefined : this.#options.now() + waitMs
    const error = statusError(place, { status: answer.status, retryAt })
    if (!isTransient(answer.status)) throw error
    return { kind: 'again', error, waitMs }
  }

  async #waitBeforeRetry(
    verdict: Extract<Verdict<unknown>, { kind: 'again' }>,
    { attempt, place }: { attempt: number; place: string },
  ): Promise<void> {
    const { longestWaitMs = 60_000, random = Math.random, now } = this.#options
    const named = verdict.waitMs ?? 0
    if (named > longestWaitMs) throw tooLong(place, { waitMs: named, now: now() })
    const waitMs = Math.max(named, backoffMs(attempt, random))
    this.traffic.retries++
    const { code } = verdict.error
    this.#log.debug('trying again', { place, attempt: attempt + 1, waitMs, code })
    await this.#sleep(waitMs)
  }

  #url(request: HttpRequest): URL {
    const base = this.#options.baseUrl
    const url = new URL(request.url, base.endsWith('/') ? base : `${base}/`)
    for (const [name, value] of Object.entries(request.query ?? {})) {
      url.searchParams.set(name, String(value))
    }
    if (this.#hosts.has(url.host)) return url
    const { host } = url
    throw new ConfigError(say('requests to {host} are not allowed for this source', { host }), {
      fix: say('This is a fault of the connector: it names every host that it asks in hosts.'),
    })
  }
}

/** One that is overloaded or cannot reach the portal may do so later. */
function refusedByProxy(place: string, status: number): Extract<Verdict<never>, { kind: 'again' }> {
  const error = proxyRefusal(place, status)
  if (!isTransient(status)) throw error
  return { kind: 'again', error, waitMs: undefined }
}

function parsed<T>(read: () => T): Verdict<T> {
  try {
    return { kind: 'done', read: read() }
  } catch (thrown) {
    if (!isAppError(thrown, 'portal_unavailable')) throw thrown
    return { kind: 'again', error: thrown, waitMs: undefined }
  }
}

function responseOf<A extends As>({ as }: HttpRequest<A>, answer: RawAnswer): HttpResponse<A> {
  const { body: bytes, headers, status } = answer
  const body = BODIES[as ?? 'text'](bytes, headers['content-type'], status >= 400)
  return { ...answer, body } as HttpResponse<A>
}

function tooLong(place: string, { waitMs, now }: { waitMs: number; now: number }): AppError {
  const facts = { place, seconds: Math.ceil(waitMs / 1000) }
  const message = say(
    '{place}: the portal asks to wait for {seconds} seconds, longer than http.longestWaitSeconds allows',
    facts,
  )
  return throttled(message, now + waitMs)
}

function tooLarge(place: string): PortalChanged {
  return new PortalChanged(say('{place}: the answer is larger than allowed', { place }), {
    fix: say('Lower the page size, or raise http.maxMegabytes in the configuration.'),
  })
}
