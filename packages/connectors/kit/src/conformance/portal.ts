import { getResponse, type RequestHandler } from 'msw'

/** One request as it went over the wire, and what came back. */
export interface Exchange {
  /** Counted from 1 within a session. */
  readonly nth: number
  readonly method: string
  readonly url: URL
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Text of the answer; undefined until it has come, and where none came. */
  answer?: string
}

/** What a portal makes of a request: an answer, or none. */
export type Portal = (exchange: Exchange) => Promise<Response | 'no answer'>

/** The portal of these handlers; nothing listens at other addresses. */
export function portalOf(handlers: readonly RequestHandler[]): Portal {
  return async (exchange) => {
    const { method, url, headers, body } = exchange
    const content = method === 'GET' ? {} : { body }
    const request = new Request(url, { method, headers, ...content })
    return (await getResponse([...handlers], request)) ?? 'no answer'
  }
}

/** A portal that becomes another one after so many requests. */
export function turning(first: Portal, after: number, second: Portal): Portal {
  return (exchange) => (exchange.nth > after ? second : first)(exchange)
}

/** A portal whose texts are rewritten; `undefined` leaves one as it is. */
export function rewritten(portal: Portal, rewrite: (text: string) => string | undefined): Portal {
  return async (exchange) => {
    const answer = await portal(exchange)
    if (answer === 'no answer') return answer
    const text = rewrite(await answer.clone().text())
    if (text === undefined) return answer
    const headers = new Headers(answer.headers)
    const type = (headers.get('content-type') ?? 'application/json').split(';')[0]
    headers.set('content-type', `${type};charset=utf-8`)
    return new Response(text, { status: answer.status, headers })
  }
}
