import { isLoopback } from '@cchc/hub/access/loopback'
import type { Context, MiddlewareHandler } from 'hono'
import { addressOf } from '../limits/address.ts'
import { Refusal } from '../refusal.ts'
import { isInbox } from '../routes/inbox.ts'
import { bearerOf } from './bearer.ts'
import type { FindCaller } from './find-callers.ts'

/** Paths without data: liveness, readiness, the API's description, pages that explain it, and the page, which asks the others. */
const OPEN = /^\/(|health|ready|openapi\.json|(docs|errors|trang)(\/.*)?)$/

/** Finds out who asks wherever there is data; a route lets pass only whom it allows. Inboxes have keys of their own. */
export function identify(
  find: FindCaller,
  place: {
    /** From which address a request came is told by a proxy. */ readonly behindProxy?:
      | boolean
      | undefined
  },
): MiddlewareHandler {
  return async (context, next) => {
    if (OPEN.test(context.req.path) || isInbox(context)) return next()
    const sent = bearerOf(context.req.header('Authorization'))
    const { value: caller, at } = await find(sent, addressOf(context, place))
    if (sent === '') requireLoopback(context)
    context.set('caller', caller)
    context.set('identifiedAt', at)
    return next()
  }
}

/** Whoever needs no key asks by a loopback name, so that no web page gets in by DNS rebinding. */
function requireLoopback({ req }: Context): void {
  if (!isLoopback(new URL(req.url).hostname)) throw new Refusal('misdirected')
}
