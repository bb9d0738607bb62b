import { PortalUnavailable, say } from '@cchc/domain'
import type { TokenSettings } from '@cchc/hub/access/token-settings'
import { linkTo, PATHS, ROOT } from '@cchc/pages'
import type { Context, Hono } from 'hono'
import { decodeJwt } from 'jose'
import { isToken } from '../../access/tokens/verify-tokens.ts'
import { addressOf } from '../../limits/address.ts'
import { WindowCounter } from '../../limits/window-counter.ts'
import type { AsPage } from '../as-page.ts'
import { ownPath } from '../own-path.ts'
import { canBeKey, isSecure, keepKey } from '../page-key.ts'
import { Authorization } from './authorization.ts'
import { keepBegun, takeBegun } from './begun-cookie.ts'
import { forgetIssuer, rememberIssuer } from './remembered-issuer.ts'
import { FAILURES, SignInFailure } from './sign-in-failure.ts'

/** After so many sign-ins from one address that came to nothing within five minutes, the issuer is left alone for them. */
const MOST_FAILED = 60

interface ByIssuer {
  readonly behindProxy: boolean | undefined
  readonly asPage: AsPage
  /** Whether a token is taken by the routes. */
  readonly isTaken: (context: Context, token: string) => Promise<boolean>
  /** The form for signing in, with what was wrong. */
  readonly form: (
    context: Context,
    asked: { readonly to: string; readonly wrong: string },
  ) => Promise<string>
  readonly onError?: ((error: unknown, requestId: string) => void) | undefined
}

/** Signs people in by the issuer whose tokens the gateway takes: there, back, and out of it. */
export function addSigningInByIssuer(app: Hono, oidc: TokenSettings, options: ByIssuer): void {
  const { signIn } = oidc
  if (!signIn) return
  const { behindProxy } = options
  const isSecureHere = (context: Context) =>
    signIn.address.startsWith('https:') || isSecure(context, behindProxy)
  const way: Way = { authorization: new Authorization(oidc, signIn), isSecureHere, ...options }
  const failed = new WindowCounter({ limit: MOST_FAILED, seconds: 300 })
  for (const [path, go] of STEPS) {
    app.get(`${ROOT}${path}`, (context) =>
      options.asPage(context, async () => {
        context.header('Cache-Control', 'private, no-store')
        const address = addressOf(context, { behindProxy })
        try {
          if (failed.look(address).left <= 0) throw new SignInFailure('often')
          return await go(context, way)
        } catch (thrown) {
          failed.count(address)
          return told(context, thrown, { issuer: oidc.issuer, ...options })
        }
      }),
    )
  }
}

interface Way extends ByIssuer {
  readonly authorization: Authorization
  readonly isSecureHere: (context: Context) => boolean
}

const STEPS = [
  [PATHS.toIssuer, goThere],
  [PATHS.signedIn, comeBack],
  [PATHS.leaveIssuer, leave],
] as const

async function goThere(context: Context, { authorization, isSecureHere }: Way): Promise<Response> {
  const to = ownPath(context, context.req.query('to'))
  forgetIssuer(context)
  const { address, begun } = await authorization.begin()
  keepBegun(context, { ...begun, to }, { secure: isSecureHere(context) })
  return context.redirect(address)
}

async function comeBack(context: Context, way: Way): Promise<Response> {
  const begun = takeBegun(context)
  if (!begun) throw new SignInFailure('stale')
  const token = await way.authorization.finish(new URL(context.req.url).searchParams, begun)
  if (!isToken(token)) throw new SignInFailure('token', 'no JWT')
  if (!canBeKey(token)) throw new SignInFailure('token', 'too long for a cookie')
  if (!(await way.isTaken(context, token)))
    throw new SignInFailure('token', 'not taken by the gateway')
  const secure = way.isSecureHere(context)
  keepKey(context, token, { path: ROOT, secure, seconds: secondsOf(token), sameSite: 'Lax' })
  rememberIssuer(context, { secure })
  return context.redirect(ownPath(context, begun.to), 303)
}

async function leave(context: Context, { authorization }: Way): Promise<Response> {
  return context.redirect((await authorization.end()) ?? linkTo(PATHS.signIn))
}

async function told(
  context: Context,
  failure: unknown,
  { issuer, form, onError }: Pick<ByIssuer, 'form' | 'onError'> & { readonly issuer: string },
): Promise<Response> {
  if (!(failure instanceof SignInFailure)) throw failure
  const { status, told: wrong } = FAILURES[failure.kind]
  if (status >= 500) onError?.(loggedAs(issuer, failure), context.get('requestId'))
  return context.html(await form(context, { to: linkTo(PATHS.overview), wrong }), status)
}

/** For the log: nothing of a token, a code or an answer is in it. */
function loggedAs(issuer: string, { reason }: SignInFailure): PortalUnavailable {
  return new PortalUnavailable(
    say('Nobody can be signed in on the page by {issuer} ({reason}).', { issuer, reason }),
    { fix: say('See gateway.oidc.signIn, and cchc doctor.') },
  )
}

/** How long a token is good yet. */
function secondsOf(token: string): number {
  const { exp = 0 } = decodeJwt(token)
  return Math.max(1, Math.floor(exp - Date.now() / 1000))
}
