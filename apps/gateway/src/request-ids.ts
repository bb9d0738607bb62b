import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'

declare module 'hono' {
  interface ContextVariableMap {
    requestId: string
  }
}

/** The header in which a request has its id, and its answer too. */
export const REQUEST_ID = 'X-Request-Id'

const WELL_FORMED = /^[\w=-]{1,64}$/

/** The id that a request brings where that is well-formed, else a new one. */
export function requestIdOf(headers: Headers): string {
  const brought = headers.get(REQUEST_ID)
  return brought !== null && WELL_FORMED.test(brought) ? brought : randomUUID()
}

/** Gives every request its id. */
export function requestIds(): MiddlewareHandler {
  return async (context, next) => {
    const id = requestIdOf(context.req.raw.headers)
    context.set('requestId', id)
    await next()
    context.res.headers.set(REQUEST_ID, id)
  }
}
