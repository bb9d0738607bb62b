import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const NAME = 'cchc'
const HOURS = 12

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
  readonly behindProxy: boolean | undefined
}

/** Keeps a key where no script sees it and no other site sends it. */
export function keepKey(context: Context, key: string, { path, behindProxy }: Kept): void {
  const forwarded = behindProxy ? context.req.header('X-Forwarded-Proto') : undefined
  const secure = forwarded === 'https' || context.req.url.startsWith('https:')
  setCookie(context, NAME, key, {
    ...{ path, secure, httpOnly: true, sameSite: 'Strict', maxAge: HOURS * 3600 },
  })
}

/** Forgets the key. */
export function forgetKey(context: Context, { path }: Pick<Kept, 'path'>): void {
  deleteCookie(context, NAME, { path })
}
