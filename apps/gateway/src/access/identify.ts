import { createHash, timingSafeEqual } from 'node:crypto'
import type { Hub } from '@cchc/hub'
import { type Caller, trusted } from '@cchc/hub/access/caller'
import { isLoopback } from '@cchc/hub/access/loopback'
import type { TokenSettings } from '@cchc/hub/access/token-settings'
import type { Context, MiddlewareHandler } from 'hono'
import { addressOf } from '../limits/address.ts'
import type { WrongKeys } from '../limits/wrong-keys.ts'
import { Refusal } from '../refusal.ts'
import { isInbox } from '../routes/inbox.ts'
import { bearerOf } from './bearer.ts'
import { isToken, verifyTokens } from './tokens/verify-tokens.ts'

/** Paths without data: liveness, readiness, the API's description, and pages that explain it. */
const OPEN = /^\/(health|ready|openapi\.json|(docs|errors)(\/.*)?)$/

interface Keys {
  /** One key that may everything, beside those that the store holds. */
  readonly apiKey?: string
  /** From which address a request came is told by a proxy. */
  readonly behindProxy?: boolean | undefined
  /** Whose tokens are taken beside keys. */
  readonly oidc?: TokenSettings | undefined
  readonly wrongKeys: WrongKeys
}

/** Finds out who asks wherever there is data; a route lets pass only whom it allows. Inboxes have keys of their own. */
export function identify({ access }: Pick<Hub, 'access'>, keys: Keys): MiddlewareHandler {
  const { apiKey, oidc, wrongKeys } = keys
  const verifyToken = oidc && verifyTokens(oidc)
  return async (context, next) => {
    if (OPEN.test(context.req.path) || isInbox(context)) return next()
    const sent = bearerOf(context.req.header('Authorization'))
    context.set(
      'caller',
      sent === '' ? await withoutKey(context) : await withKey(sent, addressOf(context, keys)),
    )
    return next()
  }

  async function withKey(sent: string, address: string): Promise<Caller> {
    const told =
      verifyToken && isToken(sent) ? await verifyToken(sent) : await access.callerOf(sent)
    if (typeof told === 'object') return told
    if (apiKey !== undefined && wrongKeys.mayCompare(address) && isSame(sent, apiKey)) {
      return trusted('configured key')
    }
    return wrongKeys.refuse(address, told ?? 'unauthorised')
  }

  /** Only as long as neither keys nor tokens are taken, and by loopback names, so that no web page gets in by DNS rebinding. */
  async function withoutKey({ req }: Context): Promise<Caller> {
    const isClosed = apiKey !== undefined || oidc !== undefined || (await access.hasKeys())
    if (isClosed) throw new Refusal('unauthorised')
    if (!isLoopback(new URL(req.url).hostname)) throw new Refusal('misdirected')
    return trusted('loopback')
  }
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
