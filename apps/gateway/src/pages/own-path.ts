import { linkTo, PATHS, ROOT } from '@cchc/pages'
import type { Context } from 'hono'

/** A path of the page; anything else leads to the overview, and so does signing in itself. */
export function ownPath({ req }: Context, to: unknown): string {
  const here = new URL(req.url)
  const url = typeof to === 'string' && URL.canParse(to, here.href) ? new URL(to, here.href) : here
  const isOwn = url.origin === here.origin && url.pathname.startsWith(`${ROOT}/`)
  const isForm = url.pathname.startsWith(linkTo(PATHS.signIn))
  return isOwn && !isForm ? `${url.pathname}${url.search}` : linkTo(PATHS.overview)
}
