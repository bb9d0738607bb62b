import { PortalChanged, PortalDenied, say } from '@cchc/domain'
import { z } from 'zod'
import {
  type Http,
  type HttpRequest,
  type HttpResponse,
  parseJson,
  UnreadableField,
} from '../../src/index.ts'
import { Answer, type Asked, type Query, type Row } from './one-stop-parts.ts'

export function dossiersFrom(query: Query, start: number): Asked {
  return { path: 'dossiers', query: { ...query, start } }
}

export function listPage({ total, rows }: Answer) {
  return { total, rows: rows.map(rowOf) }
}

/** Something else among rows costs no more than itself. */
export function rowOf(value: unknown): Row {
  return typeof value === 'object' && value !== null ? (value as Row) : {}
}

/** The answer to one request; undefined where the token has run out. */
export function requested(
  http: Http,
  request: HttpRequest<'text'>,
  parse: Parse = parseAnswer,
): Promise<Answer | undefined> {
  return http.read({ accept: [200, 401], ...request }, (response) =>
    response.status === 401 ? undefined : parse(response),
  )
}

export function stateOf(state: unknown): unknown {
  if (typeof state === 'string') return state
  throw new UnreadableField(say('is no instant: {name}', { name: 'state' }))
}

export type Parse = (response: HttpResponse) => Answer

export function parseAnswer(response: HttpResponse): Answer {
  const read = Answer.safeParse(parseJson(response))
  if (read.success) return read.data
  throw new PortalChanged(say('the answer of the one-stop system holds no rows'))
}

export function readToken(body: unknown): { accessToken: string } {
  const read = z.object({ accessToken: z.string() }).safeParse(body)
  if (read.success) return read.data
  throw new PortalChanged(say('the answer of the one-stop system holds no token'))
}

export function denied(): PortalDenied {
  return new PortalDenied(say('the one-stop system forgets its tokens at once'))
}
