import { createHash, timingSafeEqual } from 'node:crypto'
import type { Hub } from '@cchc/hub'
import { type Caller, trusted } from '@cchc/hub/access/caller'
import type { Context, MiddlewareHandler } from 'hono'
import { Refusal } from '../refusal.ts'
import { isInbox } from '../routes/inbox.ts'
import { bearerOf } from './bearer.ts'
import { isLoopback } from './loopback.ts'

/** Paths without data: liveness, readiness, the API's description and the page that shows it. */
const OPEN = /^\/(health|ready|openapi\.json|docs(\/.*)?)$/

interface Keys {
  /** One key that may everything, beside those that the store holds. */
  readonly apiKey?: string
}

/** Finds out who asks wherever there is data; a route lets pass only whom it allows. Inboxes have keys of their own. */
export function identify({ access }: Pick<Hub, 'access'>, { apiKey }: Keys): MiddlewareHandler {
  return async (context, next) => {
    if (OPEN.test(context.req.path) || isInbox(context)) return next()
    const sent = bearerOf(context.req.header('Authorization'))
    context.set('caller', sent === '' ? await withoutKey(context) : await withKey(sent))
    return next()
  }

  async function withKey(sent: string): Promise<Caller> {
    if (apiKey !== undefined && isSame(sent, apiKey)) return trusted('configured key')
    const caller = await access.callerOf(sent)
    if (!caller) throw new Refusal('unauthorised')
    return caller
  }

  /** Only as long as there is no key, and by loopback names, so that no web page gets in by DNS rebinding. */
  async function withoutKey({ req }: Context): Promise<Caller> {
    if (apiKey !== undefined || (await access.hasKeys())) throw new Refusal('unauthorised')
    if (!isLoopback(new URL(req.url).hostname)) throw new Refusal('misdirected')
    return trusted('loopback')
  }
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
