import { createHash, timingSafeEqual } from 'node:crypto'
import type { Hub } from '@cchc/hub'
import { type Caller, trusted } from '@cchc/hub/access/caller'
import { isHardToGuess } from '@cchc/hub/access/hard-to-guess'
import type { TokenSettings } from '@cchc/hub/access/token-settings'
import { Lately } from '../caching/lately.ts'
import type { WrongKeys } from '../limits/wrong-keys.ts'
import { Refusal } from '../refusal.ts'
import { isToken, verifyTokens } from './tokens/verify-tokens.ts'

/** For so long it is known who sends a key: one that is revoked is good for no longer. */
export const KNOWN_MS = 1000

/** How many callers are known at once. */
const MOST_KNOWN = 1000

/** Which keys and tokens are good. */
export interface Keys {
  /** One key that may everything, beside those that the store holds. */
  readonly apiKey?: string
  /** Whose tokens are taken beside keys. */
  readonly oidc?: TokenSettings | undefined
  readonly wrongKeys: WrongKeys
  /** Milliseconds of a clock that is never set back. */
  readonly now: () => number
}

/** Who sends what, and since when that is known; throws a Refusal for what is not good, or where something is needed. */
export type FindCaller = (
  sent: string,
  address: string,
) => Promise<{ readonly value: Caller; readonly at: number }>

/** Finds out who sends a key, a token or nothing, and looks again after a second. Once keys were seen everybody needs one, also where a restore has left none. */
export function findCallers({ access }: Pick<Hub, 'access'>, keys: Keys): FindCaller {
  const { oidc, wrongKeys, now } = keys
  const apiKey = keys.apiKey === undefined ? undefined : configured(keys.apiKey)
  const verifyToken = oidc && verifyTokens(oidc)
  const begun = access.hasKeys().catch(() => false)
  let isClosed = apiKey !== undefined || oidc !== undefined
  const known = new Lately<Caller>({ mostMs: KNOWN_MS, most: MOST_KNOWN, now })
  return async (sent, address) => known.get(sent) ?? (await foundOut(sent, address))

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

function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
