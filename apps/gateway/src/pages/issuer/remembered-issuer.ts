import { linkTo, PATHS, ROOT } from '@cchc/pages'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const NAME = 'cchc-he-thong'
const SECONDS = 12 * 3600

/** Remembers for half a day that whoever looks has signed in by the issuer; it is no key to anything. */
export function rememberIssuer(context: Context, { secure }: { readonly secure: boolean }): void {
  const kept = { path: ROOT, secure, httpOnly: true, sameSite: 'Lax', maxAge: SECONDS } as const
  setCookie(context, NAME, '1', kept)
}

/** Whether they have. */
export function remembersIssuer(context: Context): boolean {
  return getCookie(context, NAME) !== undefined
}

/** Forgets it, so that nobody who was not let in is sent round again. */
export function forgetIssuer(context: Context): void {
  deleteCookie(context, NAME, { path: ROOT })
}

/** Where whoever looked is signed in anew when their token has ended; undefined where they have to say how. */
export function wayBack(context: Context, to: string): string | undefined {
  const isLooking = context.req.method === 'GET' && remembersIssuer(context)
  return isLooking ? linkTo(PATHS.toIssuer, { to }) : undefined
}
