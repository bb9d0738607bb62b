import { createHttp } from '@cchc/connector-kit'
import { isAppError, PortalChanged, say } from '@cchc/domain'
import type { TokenSettings } from '../access/token-settings.ts'
import type { HubContext } from '../context.ts'
import { broken, type Finding, type Look } from './finding.ts'

/** Whether the login system whose tokens are taken can be asked, is the configured one, and has public keys. */
export const lookAtIssuer: Look = async (hub) => {
  const { oidc } = hub.config.gateway
  return oidc ? [await findingOf(hub, oidc)] : []
}

async function findingOf(hub: HubContext, settings: TokenSettings): Promise<Finding> {
  const what = say('login system {issuer}', { issuer: settings.issuer })
  try {
    const count = await countKeys(hub, settings)
    const told = say('answers, with {count} public keys', { count })
    if (count > 0) return { what, state: 'good', told }
    return { what, state: 'broken', told, fix: FIX }
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown
    return { ...broken(what, thrown), fix: FIX }
  }
}

const FIX = say('See gateway.oidc, and whether this machine reaches that address.')

async function countKeys(hub: HubContext, { issuer, jwksUri }: TokenSettings): Promise<number> {
  const keys = jwksUri ?? (await keysOf(hub, issuer))
  const { keys: found } = await readJson(hub, keys)
  return Array.isArray(found) ? found.length : 0
}

async function keysOf(hub: HubContext, issuer: string): Promise<string> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const { issuer: named, jwks_uri: keys } = await readJson(hub, url)
  if (named === issuer && typeof keys === 'string' && URL.canParse(keys)) return keys
  throw new PortalChanged(say('it describes another issuer, or says not where its keys are'))
}

async function readJson(
  { log, now }: HubContext,
  url: string,
): Promise<Readonly<Record<string, unknown>>> {
  const signal = AbortSignal.timeout(10_000)
  const limits = { timeoutMs: 5000, retries: 0, maxBytes: 1_000_000 }
  const http = createHttp({ baseUrl: url, ...limits, log, now, signal })
  return http.read({ url }, ({ body }) => {
    try {
      const read: unknown = JSON.parse(body)
      return typeof read === 'object' && read !== null ? { ...read } : {}
    } catch {
      throw new PortalChanged(say('it answers no JSON'))
    }
  })
}
