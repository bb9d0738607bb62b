import type { Caller } from '@cchc/hub/access/caller'
import { callerOfClaims } from '@cchc/hub/access/caller-of-claims'
import type { TokenSettings } from '@cchc/hub/access/token-settings'
import { errors, type JWTVerifyOptions, jwtVerify } from 'jose'
import { Refusal } from '../../refusal.ts'
import { IssuerDown, issuerKeys, REST_SECONDS } from './issuer-keys.ts'

/** Who sends a token, or why it is not taken. Throws a Refusal while the issuer cannot be asked for its keys. */
export type VerifyToken = (token: string) => Promise<Caller | 'token_wrong' | 'token_expired'>

/** Whether it has the shape of a token (RFC 7519); a key has none of its dots. */
export function isToken(sent: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]*$/.test(sent)
}

/** Verifies the tokens of one issuer: signature, issuer, audience and times, within the configured skew. */
export function verifyTokens(settings: TokenSettings): VerifyToken {
  const keys = issuerKeys(settings)
  const options: JWTVerifyOptions = {
    issuer: settings.issuer,
    audience: settings.audience,
    algorithms: settings.algorithms,
    clockTolerance: settings.clockSkewSeconds,
    requiredClaims: ['exp', 'sub'],
  }
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, options)
      return callerOfClaims(payload, settings) ?? 'token_wrong'
    } catch (thrown) {
      return refusalOf(thrown)
    }
  }
}

function refusalOf(thrown: unknown): 'token_wrong' | 'token_expired' {
  if (thrown instanceof IssuerDown)
    throw new Refusal('issuer_down', { 'Retry-After': String(REST_SECONDS) }, thrown.cause)
  if (thrown instanceof errors.JWTExpired) return 'token_expired'
  if (thrown instanceof errors.JOSEError) return 'token_wrong'
  throw thrown
}
