import type { MiddlewareHandler } from 'hono'
import { requestId } from 'hono/request-id'

/** The header in which a request has its id, and its answer too. */
export const REQUEST_ID = 'X-Request-Id'

const LONGEST = 64

/** Gives every request an id: the one that it brings where that is well-formed, else a new one. */
export function requestIds(): MiddlewareHandler {
  const named = requestId({ headerName: REQUEST_ID, limitLength: LONGEST })
  return async (context, next) => {
    await named(context, next)
    // Answers that a route makes by itself know nothing of headers that were set before.
    context.res.headers.set(REQUEST_ID, context.get('requestId'))
  }
}
