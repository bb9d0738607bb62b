import { PortalUnavailable, say } from '@cchc/domain'
import type { TokenSettings } from '@cchc/hub/access/token-settings'
import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import { describeIssuer } from './describe-issuer.ts'
import { AnswerFault, fetchJson } from './fetch-json.ts'

/** How long the issuer is left alone after it was asked, whether it answered or not. */
export const REST_SECONDS = 30
const TIMEOUT_MS = 5000
/** Keys are asked for again after so long; one that the issuer took back is good until then at most. */
const KEPT_MS = 600_000

/** The keys of the issuer cannot be had now; `cause` says why where it was just asked. */
export class IssuerDown extends Error {}

const KeySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(100) })

/**
 * The key by which a token says it is signed. Keys are kept for ten minutes; for a key that is not among them the issuer
 * is asked again, at most twice a minute whatever is sent. Throws IssuerDown, and errors of jose for tokens without such a key.
 */
export function issuerKeys(settings: TokenSettings): JWTVerifyGetKey {
  let restsUntil = 0
  const load = async (_: string, { signal }: { readonly signal: AbortSignal }) => {
    if (isResting(restsUntil)) throw new IssuerDown()
    try {
      return Response.json(KeySet.parse(await fetchJson(await keysAt(settings, signal), signal)))
    } catch (cause) {
      restsUntil = Date.now() + REST_SECONDS * 1000
      throw new IssuerDown('', { cause: notHad(settings, cause) })
    }
  }
  return createRemoteJWKSet(new URL(settings.jwksUri ?? settings.issuer), {
    [customFetch]: load,
    cooldownDuration: REST_SECONDS * 1000,
    timeoutDuration: TIMEOUT_MS,
    cacheMaxAge: KEPT_MS,
  })
}

/** For the log: nothing in it comes from a token, or from the body of an answer. */
function notHad({ issuer }: TokenSettings, cause: unknown): PortalUnavailable {
  return new PortalUnavailable(
    say('The public keys of {issuer} cannot be had ({reason}), so that no token can be checked.', {
      issuer,
      reason: reasonOf(cause),
    }),
    { cause, fix: say('See gateway.oidc, and whether this machine reaches that address.') },
  )
}

/** Why an issuer did not answer as it should, in few words that hold nothing of its answer. */
export function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'unknown'
  if (thrown instanceof AnswerFault) return thrown.message
  const { cause } = thrown
  return cause instanceof Error && 'code' in cause ? String(cause.code) : thrown.name
}

/** A clock that was put back ends the rest. */
function isResting(until: number): boolean {
  const left = until - Date.now()
  return left > 0 && left <= REST_SECONDS * 1000
}

/** Where the keys are. */
async function keysAt({ issuer, jwksUri }: TokenSettings, signal: AbortSignal): Promise<string> {
  if (jwksUri !== undefined) return jwksUri
  return (await describeIssuer(issuer, signal)).jwks_uri
}
