import { PortalUnavailable, say } from '@cchc/domain'
import type { PiecewiseBody } from '../body-pieces.ts'
import type { Http, HttpRequest, HttpResponse } from '../io.ts'

/** A request without its credentials, and what the portal answered to it. */
export interface Exchange {
  readonly method: string
  readonly url: string
  readonly query: Readonly<Record<string, string>>
  readonly status: number
  /** The media type of the answer, as its header had it. */
  readonly type: string
  readonly body: string
}

/** HTTP that keeps every answer which is handed out as text, whole or in pieces. Neither headers nor bodies of requests are kept. */
export function recording(http: Http, kept: Exchange[]): Http {
  return {
    ...http,
    read: (request, parse) =>
      http.read(request, (answer) => {
        kept.push(exchangeOf(request, answer))
        return parse(answer)
      }),
  }
}

/** HTTP that gives what was kept: to equal requests in the order in which they were answered, the last one ever after. */
export function playback(exchanges: readonly Exchange[]): Http {
  const left = Map.groupBy(exchanges, nameOf)
  return {
    async read(request, parse) {
      const answers = left.get(nameOf(requestOf(request)))
      const next = answers && answers.length > 1 ? answers.shift() : answers?.[0]
      if (next === undefined)
        throw new PortalUnavailable(say('this was not asked when it was recorded'))
      const { status, type, body } = next
      const headers = { 'content-type': type }
      return parse({ status, headers, body: bodyFor(request, body) } as never)
    },
  }
}

function bodyFor({ as }: HttpRequest, text: string): string | PiecewiseBody {
  return as === 'pieces' ? { whole: text, pieces: () => undefined } : text
}

function exchangeOf(
  request: HttpRequest,
  answer: Pick<HttpResponse, 'status' | 'headers'> & { readonly body: unknown },
): Exchange {
  const { status, headers, body } = answer
  const type = headers['content-type'] ?? ''
  return { ...requestOf(request), status, type, body: textOf(request, body) }
}

function textOf({ as }: HttpRequest, body: unknown): string {
  if (as === 'pieces') return (body as PiecewiseBody).whole
  return typeof body === 'string' ? body : ''
}

function requestOf({ method = 'GET', url, query = {} }: HttpRequest) {
  const texts = Object.entries(query).map(([name, value]) => [name, String(value)] as const)
  return { method, url, query: Object.fromEntries(texts) }
}

function nameOf({ method, url, query }: Pick<Exchange, 'method' | 'url' | 'query'>): string {
  return JSON.stringify([method, url, query])
}
