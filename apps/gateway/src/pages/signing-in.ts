import { AccessDenied, say } from '@cchc/domain'
import type { Hub } from '@cchc/hub'
import { Problem } from '@cchc/hub/questions/problem'
import { linkTo, PATHS, ROOT, signInPage } from '@cchc/pages'
import type { Context, Hono } from 'hono'
import type { AsPage } from './as-page.ts'
import { fetchInside } from './ask-inside.ts'
import { canBeKey, forgetKey, keepKey } from './page-key.ts'
import { placeOf } from './place-of.ts'

interface SigningIn {
  readonly behindProxy: boolean | undefined
  readonly asPage: AsPage
}

/** What whoever has a good key is answered with something else than 401 or 429. */
const TRIED = '/v1/organisations?limit=1'

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

/** A form that a page of another site sends is refused: by the host, for a proxy may have ended TLS. */
function requireOwnSite({ req }: Context): void {
  const origin = req.header('Origin') ?? ''
  const host = URL.canParse(origin) ? new URL(origin).host : ''
  if (host === new URL(req.url).host) return
  throw new AccessDenied(say('This form was not sent by this page.'), {
    fix: say('Open the page again and send it from there.'),
  })
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
