import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const NAME = 'cchc'
const LONGEST = 12 * 3600

/** What a key or a token may look like; anything else is none. */
const KEY = /^[\w.~+/=-]{1,4000}$/

/** The key in the cookie of the page; the API itself takes no cookie. */
export function pageKey(context: Context): string | undefined {
  const key = getCookie(context, NAME)
  return key !== undefined && KEY.test(key) ? key : undefined
}

/** Whether a text can be a key. */
export function canBeKey(text: unknown): text is string {
  return typeof text === 'string' && KEY.test(text)
}

interface Kept {
  readonly path: string
  /** Whether it is sent over https alone. */
  readonly secure: boolean
  /** For how many seconds at most; half a day unless told. */
  readonly seconds?: number
  /** Whether it is sent when another site leads here, as a login system does. */
  readonly sameSite?: 'Strict' | 'Lax'
}

/** Keeps a key where no script sees it and no other site sends it. */
export function keepKey(context: Context, key: string, kept: Kept): void {
  const { path, secure, seconds = LONGEST, sameSite = 'Strict' } = kept
  setCookie(context, NAME, key, {
    ...{ path, secure, httpOnly: true, sameSite, maxAge: Math.min(seconds, LONGEST) },
  })
}

/** Whether the browser speaks https, to the proxy where there is one. */
export function isSecure({ req }: Context, behindProxy: boolean | undefined): boolean {
  const forwarded = behindProxy ? req.header('X-Forwarded-Proto') : undefined
  return forwarded === 'https' || req.url.startsWith('https:')
}

/** Forgets the key. */
export function forgetKey(context: Context, { path }: Pick<Kept, 'path'>): void {
  deleteCookie(context, NAME, { path })
}
