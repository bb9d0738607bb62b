import { createHttp } from '@cchc/connector-kit'
import { isAppError, type Message, PortalChanged, say } from '@cchc/domain'
import type { SignInOnPage, TokenSettings } from '../access/token-settings.ts'
import type { HubContext } from '../context.ts'
import { broken, type Finding, type Look } from './finding.ts'

/** Whether the login system whose tokens are taken can be asked, is the configured one, and has public keys. */
export const lookAtIssuer: Look = async (hub) => {
  const { oidc } = hub.config.gateway
  if (!oidc) return []
  const { signIn } = oidc
  const found = await findingOf(hub, oidc)
  return signIn ? [found, await signInFinding(hub, { ...oidc, signIn })] : [found]
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

type WithSignIn = TokenSettings & { readonly signIn: SignInOnPage }

/** Whether people can sign in on the page by it, and may anything then. */
async function signInFinding(hub: HubContext, settings: WithSignIn): Promise<Finding> {
  const { issuer, signIn, scopes, organisations } = settings
  const what = say('signing in on the page by {issuer}', { issuer })
  try {
    const lacking = lackOf(await descriptionOf(hub, issuer))
    if (lacking) return { what, state: 'broken', told: lacking, fix: FIX }
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown
    return { ...broken(what, thrown), fix: FIX }
  }
  if (!scopes || !organisations) return { what, state: 'look', told: NOTHING_ALLOWED, fix: MAP }
  const { address } = signIn
  return { what, state: 'good', told: say('comes back to {address}', { address }) }
}

const NOTHING_ALLOWED = say('whoever signs in may nothing: their tokens are mapped to nothing')
const MAP = say('Fill in scopes and organisations of gateway.oidc.')

function lackOf(described: Described): Message | undefined {
  const { authorization_endpoint: there, token_endpoint: back } = described
  if (typeof there !== 'string' || typeof back !== 'string') {
    return say('it describes no place where people sign in')
  }
  const { code_challenge_methods_supported: methods } = described
  const isRefused = Array.isArray(methods) && !methods.includes('S256')
  return isRefused ? say('it takes no sign-in that is protected by PKCE (S256)') : undefined
}

const FIX = say('See gateway.oidc, and whether this machine reaches that address.')

async function countKeys(hub: HubContext, { issuer, jwksUri }: TokenSettings): Promise<number> {
  const keys = jwksUri ?? (await keysOf(hub, issuer))
  const { keys: found } = await readJson(hub, keys)
  return Array.isArray(found) ? found.length : 0
}

async function keysOf(hub: HubContext, issuer: string): Promise<string> {
  const { jwks_uri: keys } = await descriptionOf(hub, issuer)
  if (typeof keys === 'string' && URL.canParse(keys)) return keys
  throw otherIssuer()
}

type Described = Readonly<Record<string, unknown>>

async function descriptionOf(hub: HubContext, issuer: string): Promise<Described> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const described = await readJson(hub, url)
  if (described.issuer === issuer) return described
  throw otherIssuer()
}

function otherIssuer(): PortalChanged {
  return new PortalChanged(say('it describes another issuer, or says not where its keys are'))
}

async function readJson({ log, now }: HubContext, url: string): Promise<Described> {
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
