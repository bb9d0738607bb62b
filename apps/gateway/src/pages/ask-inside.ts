import type { IncomingMessage } from 'node:http'
import { Problem } from '@cchc/hub/questions/problem'
import type { RemoteQuestion } from '@cchc/hub/questions/question'
import { type Ask, PageFailure } from '@cchc/pages'
import type { Context, Hono } from 'hono'
import { REQUEST_ID } from '../request-ids.ts'

/** Headers of a page's request that go on with what it asks: where it comes from, and of which trace it is. */
const PASSED_ON = ['X-Forwarded-For', 'traceparent']

/**
 * Asks the gateway's own routes within the process, with the key of whoever looks: rights, bounds, limits and kept answers are
 * those of the API, and there is no second way to a figure.
 */
export function askInside(app: Hono, context: Context, key: string | undefined): Ask {
  return async (question, asked) => {
    const address = addressOf(question, asked)
    const response = await fetchInside(app, context, { address, key })
    const answer: unknown = await response.json()
    if (response.ok) return answer as never
    throw new PageFailure(Problem.parse(answer))
  }
}

interface Inside {
  readonly address: string
  readonly key: string | undefined
  readonly accept?: string
  /** Further headers. */
  readonly more?: Readonly<Record<string, string>>
  /** GET unless told. */
  readonly method?: string
  readonly body?: { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> }
}

/** What the gateway answers at an address of its own, to whoever looks at the page. */
export async function fetchInside(
  app: Hono,
  context: Context,
  { address, key, accept = 'application/json', method = 'get', body, more = {} }: Inside,
): Promise<Response> {
  const { req, env } = context
  const passed = PASSED_ON.flatMap((name) => {
    const text = req.header(name)
    return text === undefined ? [] : [[name, text] as const]
  })
  const headers = new Headers([
    ...passed,
    ...Object.entries(more),
    ['Accept', accept],
    ['Accept-Language', 'vi'],
    [REQUEST_ID, context.get('requestId')],
    ...(body ? [['Content-Type', body.type] as const] : []),
    ...(key === undefined ? [] : [['Authorization', `Bearer ${key}`] as const]),
  ] as [string, string][])
  const url = new URL(address, req.url)
  const init = { method: method.toUpperCase(), headers, signal: req.raw.signal }
  return app.fetch(new Request(url, body ? { ...init, body: body.bytes } : init), insideOf(env))
}

/** What is asked within comes from the same address; its body is its own, not that of the page's request. */
function insideOf(env: unknown): object {
  const { incoming } = (env ?? {}) as { readonly incoming?: Pick<IncomingMessage, 'socket'> }
  return incoming === undefined ? {} : { incoming: { socket: incoming.socket } }
}

/** Where a question is asked, with what stands in its path and what in its query. */
function addressOf({ path }: RemoteQuestion, asked: object): string {
  const given = new Map(
    Object.entries(asked).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as const],
    ),
  )
  const own = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const text = given.get(name) ?? ''
    given.delete(name)
    return encodeURIComponent(text)
  })
  return `${own}?${new URLSearchParams([...given])}`
}
