import { PortalUnavailable } from '@cchc/domain'
import { z } from 'zod'
import type { Http } from '../io.ts'
import { isLoginRefused, type LoginIo } from './logged-in.ts'

/** A header that a configuration names. */
export const HeaderName = z.string().regex(/^[!#$%&'*+.^_`|~\w-]{1,100}$/)

/** A key or token that stands in the configuration, and the header that shows it. */
export const HeaderToken = z.strictObject({
  header: HeaderName,
  value: z.string().min(1).meta({ secret: true }),
})
export type HeaderToken = z.output<typeof HeaderToken>

/** HTTP with a key or token in a header of its own. */
export function headerToken({ header, value }: HeaderToken, io: Pick<LoginIo, 'http'>): Http {
  return standingLogin({ [header]: value }, io)
}

/** HTTP with user and password in the header Authorization (`Basic`, UTF-8). */
export function basicLogin(
  { username, password }: { readonly username: string; readonly password: string },
  io: Pick<LoginIo, 'http'>,
): Http {
  const pair = Buffer.from(`${username}:${password}`, 'utf8').toString('base64')
  return standingLogin({ Authorization: `Basic ${pair}` }, io)
}

const MOST_DOUBTS = 2

/**
 * HTTP that shows the same headers with every request. Where `parse` finds that a user is unknown who was known a moment
 * ago (PortalDenied with `login: true`), the portal is asked again, twice; what was never accepted is never tried again.
 */
export function standingLogin(
  headers: Readonly<Record<string, string>>,
  { http }: Pick<LoginIo, 'http'>,
): Http {
  let isKnown = false
  let doubts = 0
  const doubted = <T>(read: () => T): T => {
    try {
      const result = read()
      isKnown = true
      doubts = 0
      return result
    } catch (thrown) {
      if (!isLoginRefused(thrown) || !isKnown || doubts >= MOST_DOUBTS) throw thrown
      doubts += 1
      throw new PortalUnavailable(thrown.said, { fix: thrown.whatToDo })
    }
  }
  return {
    ...http,
    read: (request, parse) =>
      http.read({ ...request, headers: { ...request.headers, ...headers } }, (answer) =>
        doubted(() => parse(answer)),
      ),
  }
}
