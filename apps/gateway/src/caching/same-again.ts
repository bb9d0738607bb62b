import type { Hub } from '@cchc/hub'
import type { Caller } from '@cchc/hub/access/caller'
import type { Context, MiddlewareHandler } from 'hono'
import { KNOWN_MS } from '../access/find-callers.ts'
import type { KeyRate } from '../limits/limit-rate.ts'
import type { RequestMetrics } from '../metrics/request-metrics.ts'
import { REQUEST_ID, requestIdOf } from '../request-ids.ts'
import { routeTemplate } from '../route-template.ts'
import { namedCaller } from '../watch-requests.ts'
import type { DatedAnswers } from './dated-answers.ts'
import { Lately } from './lately.ts'

/** An answer with all its headers, who was given it, and the version of the data that it holds for. */
interface Given {
  readonly caller: Caller
  readonly version: string
  readonly route: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array<ArrayBuffer> | null
}

/** How many such answers are there at once, and how long the longest of them is. */
const MOST = 128
const MOST_BYTES = 250_000

/** What an answer follows from, beside its address. */
const READ = [
  ...['Authorization', 'Accept', 'Accept-Language', 'Accept-Encoding'],
  ...['If-None-Match', 'Origin'],
]

/** Headers that belong to one answer alone. */
const OWN: ReadonlySet<string> = new Set([
  ...['x-request-id', 'ratelimit', 'ratelimit-policy', 'content-length'],
])

interface Parts {
  readonly answers: DatedAnswers
  readonly rate: KeyRate
  readonly metrics: RequestMetrics | undefined
  readonly log: Hub['log']
  readonly now: () => number
}

/**
 * Answers a request that is the same, to the letter, as one that the same caller sent within the second since it was found
 * out who they are, while nothing was committed since: without looking again at who asks, what is asked, and how it is told.
 */
export class SameAgain {
  readonly #parts: Parts
  readonly #given: Lately<Given>

  constructor(parts: Parts) {
    this.#parts = parts
    this.#given = new Lately({ mostMs: KNOWN_MS, most: MOST, now: parts.now })
  }

  /** The answer, where it is there. */
  answerTo(request: Request): Response | undefined {
    if (request.method !== 'GET') return undefined
    const began = performance.now()
    const { answers, rate, metrics, log } = this.#parts
    const given = this.#given.get(nameOf(request))?.value
    if (!given || !rate.isLeft(given.caller) || !answers.stillHolds(given.version)) return undefined
    const { status, bytes, caller, route } = given
    const requestId = requestIdOf(request.headers)
    const headers = { ...given.headers, ...rate.count(caller), [REQUEST_ID]: requestId }
    const told = { route, method: 'GET', status }
    const ms = performance.now() - began
    metrics?.count({ ...told, seconds: ms / 1000 })
    log.info('request', { requestId, ...told, ms: Math.round(ms), caller: namedCaller(caller) })
    return new Response(bytes, { status, headers })
  }

  /** Keeps what goes out by all others; goes before them. */
  get keeping(): MiddlewareHandler {
    return async (context, next) => {
      await next()
      const { caller, identifiedAt: at, keptFor: version } = context.var
      const { status } = context.res
      const isKept = context.req.method === 'GET' && (status === 200 || status === 304)
      if (!isKept || !caller || at === undefined || version === undefined) return
      const given = await taken(context, { caller, version })
      const { bytes } = given
      if (bytes === null || bytes.byteLength <= MOST_BYTES) {
        this.#given.keep(nameOf(context.req.raw), given, at)
      }
    }
  }
}

function nameOf({ url, headers }: Request): string {
  let name = url
  for (const one of READ) name += `\n${headers.get(one) ?? '\n'}`
  return name
}

/** Takes an answer whole, and lets it go on as it was. */
async function taken(
  context: Context,
  who: { readonly caller: Caller; readonly version: string },
): Promise<Given> {
  const { status, headers: all } = context.res
  const bytes = status === 304 ? null : new Uint8Array(await context.res.arrayBuffer())
  const length = bytes === null ? {} : { 'content-length': String(bytes.byteLength) }
  const headers = { ...Object.fromEntries([...all].filter(([name]) => !OWN.has(name))), ...length }
  const own = [...all].filter(([name]) => OWN.has(name) && name !== 'content-length')
  context.res = undefined
  context.res = new Response(bytes, {
    status,
    headers: { ...headers, ...Object.fromEntries(own) },
  })
  return { ...who, route: routeTemplate(context), status, headers, bytes }
}
