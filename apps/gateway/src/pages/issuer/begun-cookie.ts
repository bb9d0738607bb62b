import { linkTo, PATHS } from '@cchc/pages'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import type { BegunSignIn } from './authorization.ts'

const NAME = 'cchc-dang-nhap'
const SECONDS = 600
/** Of an address to go back to; a longer one leads to the overview. */
const LONGEST = 1500
const PATH = linkTo(PATHS.signIn)

const Begun = z.object({
  state: z.string().min(20).max(200),
  nonce: z.string().min(20).max(200),
  verifier: z.string().min(43).max(128),
  to: z.string().max(LONGEST),
})

/** What is kept while a person is at the issuer, for ten minutes, where no script sees it. */
export function keepBegun(
  context: Context,
  begun: BegunSignIn & { readonly to: string },
  { secure }: { readonly secure: boolean },
): void {
  const to = begun.to.length > LONGEST ? linkTo(PATHS.overview) : begun.to
  const text = Buffer.from(JSON.stringify({ ...begun, to })).toString('base64url')
  const kept = { path: PATH, secure, httpOnly: true, sameSite: 'Lax', maxAge: SECONDS } as const
  setCookie(context, NAME, text, kept)
}

/** Takes it back: it is good once. */
export function takeBegun(context: Context): z.output<typeof Begun> | undefined {
  const text = getCookie(context, NAME)
  if (text === undefined) return undefined
  deleteCookie(context, NAME, { path: PATH })
  try {
    return Begun.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))).data
  } catch {
    return undefined
  }
}
