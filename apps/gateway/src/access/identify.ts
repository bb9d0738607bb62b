import { createHash, timingSafeEqual } from 'node:crypto'
import type { Hub } from '@cchc/hub'
import { type Caller, trusted } from '@cchc/hub/access/caller'
import { isHardToGuess } from '@cchc/hub/access/hard-to-guess'
import { isLoopback } from '@cchc/hub/access/loopback'
import type { TokenSettings } from '@cchc/hub/access/token-settings'
import type { Context, MiddlewareHandler } from 'hono'
import { Lately } from '../caching/lately.ts'
import { addressOf } from '../limits/address.ts'
import type { WrongKeys } from '../limits/wrong-keys.ts'
import { Refusal } from '../refusal.ts'
import { isInbox } from '../routes/inbox.ts'
import { bearerOf } from './bearer.ts'
import { isToken, verifyTokens } from './tokens/verify-tokens.ts'

/** For so long it is known who sends a key: one that is revoked is good for no longer. */
export const KNOWN_MS = 1000

/** How many callers are known at once. */
const MOST_KNOWN = 1000

/** Paths without data: liveness, readiness, the API's description, pages that explain it, and the page, which asks the others. */
const OPEN = /^\/(|health|ready|openapi\.json|(docs|errors|trang)(\/.*)?)$/

interface Keys {
  /** One key that may everything, beside those that the store holds. */
  readonly apiKey?: string
  /** From which address a request came is told by a proxy. */
  readonly behindProxy?: boolean | undefined
  /** Whose tokens are taken beside keys. */
  readonly oidc?: TokenSettings | undefined
  readonly wrongKeys: WrongKeys
  /** Milliseconds of a clock that is never set back. */
  readonly now: () => number
}

/**
 * Finds out who asks wherever there is data, and looks again after a second; a route lets pass only whom it allows. Inboxes
 * have keys of their own. Once keys were seen everybody needs one, also where a restore has left none.
 */
export function identify({ access }: Pick<Hub, 'access'>, keys: Keys): MiddlewareHandler {
  const { oidc, wrongKeys, now } = keys
  const apiKey = keys.apiKey === undefined ? undefined : configured(keys.apiKey)
  const verifyToken = oidc && verifyTokens(oidc)
  const begun = access.hasKeys().catch(() => false)
  let isClosed = apiKey !== undefined || oidc !== undefined
  const known = new Lately<Caller>({ mostMs: KNOWN_MS, most: MOST_KNOWN, now })
  return async (context, next) => {
    if (OPEN.test(context.req.path) || isInbox(context)) return next()
    const sent = bearerOf(context.req.header('Authorization'))
    const address = addressOf(context, keys)
    const { value: caller, at } = known.get(sent) ?? (await foundOut(sent, address))
    if (sent === '') requireLoopback(context)
    context.set('caller', caller)
    context.set('identifiedAt', at)
    return next()
  }

  async function foundOut(sent: string, address: string) {
    const at = now()
    const value = sent === '' ? await withoutKey() : await withKey(sent, address)
    known.keep(sent, value, at)
    return { value, at }
  }

  async function withKey(sent: string, address: string): Promise<Caller> {
    const told =
      verifyToken && isToken(sent) ? await verifyToken(sent) : await access.callerOf(sent)
    if (typeof told === 'object') {
      isClosed = true
      return told
    }
    if (apiKey && wrongKeys.mayCompare(address, apiKey) && isSame(sent, apiKey.text)) {
      return trusted('configured key')
    }
    return wrongKeys.refuse(address, told ?? 'unauthorised')
  }

  /** Only as long as neither keys nor tokens are taken. */
  async function withoutKey(): Promise<Caller> {
    isClosed ||= (await begun) || (await access.hasKeys())
    if (isClosed) throw new Refusal('unauthorised')
    return trusted('loopback')
  }
}

function configured(text: string) {
  return { text, isHardToGuess: isHardToGuess(text) }
}

/** Whoever needs no key asks by a loopback name, so that no web page gets in by DNS rebinding. */
function requireLoopback({ req }: Context): void {
  if (!isLoopback(new URL(req.url).hostname)) throw new Refusal('misdirected')
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
