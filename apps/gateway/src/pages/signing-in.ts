import type { Hub } from '@cchc/hub'
import { Problem } from '@cchc/hub/questions/problem'
import { linkTo, PATHS, ROOT, signInPage } from '@cchc/pages'
import type { Context, Hono } from 'hono'
import type { AsPage } from './as-page.ts'
import { fetchInside } from './ask-inside.ts'
import { requireOwnSite } from './own-site.ts'
import { canBeKey, forgetKey, keepKey } from './page-key.ts'
import { placeOf } from './place-of.ts'
import { TRIED } from './require-caller.ts'

interface SigningIn {
  readonly behindProxy: boolean | undefined
  readonly asPage: AsPage
}

/** The form that takes a key into a cookie, and the one that gives it up; other sites can send neither. */
export function addSigningIn(
  app: Hono,
  hub: Pick<Hub, 'settings'>,
  { behindProxy, asPage }: SigningIn,
): void {
  const path = `${ROOT}${PATHS.signIn}`
  const page = async (context: Context, asked: Parameters<typeof signInPage>[0]) =>
    signInPage(asked, placeOf(context, hub))
  app.get(path, (context) =>
    asPage(context, async () => {
      const to = ownPath(context, context.req.query('to'))
      return context.html(await page(context, { to }))
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
        keepKey(context, key, { path: ROOT, behindProxy })
        return context.redirect(to, 303)
      }
      const wrong = told ?? 'Khóa không đúng.'
      return context.html(await page(context, { to, wrong }), 401)
    }),
  )
  app.post(`${ROOT}${PATHS.signOut}`, (context) =>
    asPage(context, async () => {
      requireOwnSite(context)
      forgetKey(context, { path: ROOT })
      return context.redirect(path, 303)
    }),
  )
}

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

/** A path of the page; anything else leads to the overview. */
function ownPath({ req }: Context, to: unknown): string {
  const here = new URL(req.url)
  const url = typeof to === 'string' && URL.canParse(to, here.href) ? new URL(to, here.href) : here
  const isOwn = url.origin === here.origin && url.pathname.startsWith(`${ROOT}/`)
  const isForm = url.pathname === `${ROOT}${PATHS.signIn}`
  return isOwn && !isForm ? `${url.pathname}${url.search}` : linkTo(PATHS.overview)
}
