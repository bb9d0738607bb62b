import type { Hub } from '@cchc/hub'
import { Problem } from '@cchc/hub/questions/problem'
import { PATHS, ROOT, signInPage } from '@cchc/pages'
import type { Context, Hono } from 'hono'
import type { AsPage } from './as-page.ts'
import { fetchInside } from './ask-inside.ts'
import { forgetIssuer, remembersIssuer } from './issuer/remembered-issuer.ts'
import { addSigningInByIssuer } from './issuer/sign-in-by-issuer.ts'
import { ownPath } from './own-path.ts'
import { requireOwnSite } from './own-site.ts'
import { canBeKey, forgetKey, isSecure, keepKey } from './page-key.ts'
import { placeOf } from './place-of.ts'
import { TRIED } from './require-caller.ts'

interface SigningIn {
  readonly behindProxy: boolean | undefined
  readonly asPage: AsPage
  readonly onError?: ((error: unknown, requestId: string) => void) | undefined
}

/** The form that takes a key into a cookie, and the one that gives it up; other sites can send neither. */
export function addSigningIn(
  app: Hono,
  hub: Pick<Hub, 'settings'>,
  { behindProxy, asPage, onError }: SigningIn,
): void {
  const path = `${ROOT}${PATHS.signIn}`
  const { oidc } = hub.settings.gateway
  const issuer = oidc?.signIn && ('known' as const)
  const page = async (context: Context, asked: Parameters<typeof signInPage>[0]) =>
    signInPage({ issuer, ...asked }, placeOf(context, hub))
  app.get(path, (context) =>
    asPage(context, async () => {
      const to = ownPath(context, context.req.query('to'))
      const hasLeft = issuer && context.req.query(LEFT) !== undefined
      return context.html(await page(context, { to, ...(hasLeft && { issuer: 'left' }) }))
    }),
  )
  app.post(path, (context) =>
    asPage(context, async () => {
      requireOwnSite(context)
      const form = await context.req.parseBody()
      const to = ownPath(context, form.to)
      const key = typeof form.key === 'string' ? form.key.trim() : ''
      const told = canBeKey(key) ? await refusalOf(app, context, key) : undefined
      if (canBeKey(key) && told === undefined) {
        keepKey(context, key, { path: ROOT, secure: isSecure(context, behindProxy) })
        forgetIssuer(context)
        return context.redirect(to, 303)
      }
      const wrong = told ?? 'Khóa không đúng.'
      return context.html(await page(context, { to, wrong }), 401)
    }),
  )
  app.post(`${ROOT}${PATHS.signOut}`, (context) =>
    asPage(context, async () => {
      requireOwnSite(context)
      const hasIssuer = remembersIssuer(context)
      forgetKey(context, { path: ROOT })
      forgetIssuer(context)
      return context.redirect(hasIssuer ? `${path}?${LEFT}=1` : path, 303)
    }),
  )
  if (!oidc) return
  const isTaken = async (context: Context, token: string) => {
    const { status } = await answered(app, context, token)
    return status < 500 && status !== 401 && status !== 429
  }
  addSigningInByIssuer(app, oidc, { behindProxy, asPage, onError, isTaken, form: page })
}

/** Of an address of the form: whoever comes has signed out, and may want to sign out of the issuer. */
const LEFT = 'thoat'

/** Why a key is not taken; undefined where it is. */
async function refusalOf(app: Hono, context: Context, key: string): Promise<string | undefined> {
  const { status, ...response } = await answered(app, context, key)
  if (status !== 401 && status !== 429) return undefined
  const { detail } = Problem.parse(response.told)
  return status === 401 ? `Khóa không đúng, đã hết hạn hoặc đã thu hồi. ${detail}` : detail
}

async function answered(app: Hono, context: Context, key: string) {
  const response = await fetchInside(app, context, { address: TRIED, key })
  const told: unknown = await response.json()
  return { status: response.status, told }
}
