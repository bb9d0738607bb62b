import { getResponse, type RequestHandler } from 'msw'
import type { RawAnswer } from '../transport.ts'

/** One request as it went over the wire, and what came back. */
export interface Exchange {
  /** Counted from 1 within a session. */
  readonly nth: number
  readonly method: string
  readonly url: URL
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** How often the session has asked exactly this before. */
  readonly repeat: number
  /** Text and headers of the answer; undefined until it has come, and where none came. */
  answer?: string
  answerHeaders?: RawAnswer['headers']
}

type Answered = RawAnswer | 'no answer'

/** What a portal makes of a request: an answer, or none. */
export type Portal = (exchange: Exchange) => Promise<Answered>

/** What tells requests apart. */
export function requestKey({ method, url, headers, body }: Omit<Exchange, 'nth' | 'repeat'>) {
  return [method, url.href, JSON.stringify(headers), body].join('\n')
}

/**
 * The portal of these handlers, the same in every session: what it answered once to the same requests in the same order it
 * answers again. Nothing listens at other addresses.
 */
export function portalOf(handlers: readonly RequestHandler[]): Portal {
  const known = new Map<string, Promise<Answered>>()
  return (exchange) => {
    const key = `${exchange.repeat} ${requestKey(exchange)}`
    const answer = known.get(key) ?? ask(handlers, exchange)
    known.set(key, answer)
    return answer
  }
}

async function ask(handlers: readonly RequestHandler[], exchange: Exchange): Promise<Answered> {
  const { method, url, headers, body } = exchange
  const content = method === 'GET' ? {} : { body }
  const request = new Request(url, { method, headers, ...content })
  const response = await getResponse([...handlers], request)
  return response ? answerOf(response) : 'no answer'
}

/** An answer that an author wrote as a Response. */
export async function answerOf(response: Response): Promise<RawAnswer> {
  const headers = Object.fromEntries(response.headers)
  return { status: response.status, headers, body: new Uint8Array(await response.arrayBuffer()) }
}

/** An answer of a status and a text. */
export function plainAnswer(
  status: number,
  text = '',
  headers: RawAnswer['headers'] = {},
): RawAnswer {
  return { status, headers, body: Buffer.from(text) }
}

/** A portal that becomes another one after so many requests. */
export function turning(first: Portal, after: number, second: Portal): Portal {
  return (exchange) => (exchange.nth > after ? second : first)(exchange)
}

/** A portal whose texts are rewritten; `undefined` leaves one as it is. */
export function rewritten(portal: Portal, rewrite: (text: string) => string | undefined): Portal {
  return async (exchange) => {
    const answer = await portal(exchange)
    const text = answer === 'no answer' ? undefined : rewrite(textOf(answer))
    if (answer === 'no answer' || text === undefined) return answer
    const type = (answer.headers['content-type'] ?? 'application/json').split(';')[0]
    const headers = { ...answer.headers, 'content-type': `${type};charset=utf-8` }
    return plainAnswer(answer.status, text, headers)
  }
}

const texts = new WeakMap<Uint8Array, string>()

/** The text of an answer in UTF-8. */
export function textOf({ body }: RawAnswer): string {
  const text = texts.get(body) ?? new TextDecoder().decode(body)
  texts.set(body, text)
  return text
}
