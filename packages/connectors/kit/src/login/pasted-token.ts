import { PortalDenied, say } from '@cchc/domain'
import type { Http } from '../io.ts'
import { isLoginRefused, type LoginIo } from './logged-in.ts'
import { standingLogin } from './standing-login.ts'

/**
 * HTTP with a token that a person copied from a browser, with or without the word Bearer before it. Such a token runs out
 * within a day: the PortalDenied that follows says so, and what to do.
 */
export function pastedToken(token: string, io: LoginIo): Http {
  const bare = token.trim().replace(/^(?:authorization:\s*)?bearer\s+/i, '')
  io.secret(bare)
  const http = standingLogin({ Authorization: `Bearer ${bare}` }, io)
  return {
    ...http,
    read: (request, parse) =>
      http.read(request, parse).catch((thrown: unknown) => {
        throw isLoginRefused(thrown) ? ranOut() : thrown
      }),
  }
}

function ranOut(): PortalDenied {
  return new PortalDenied(
    say('the portal no longer accepts the token that was copied into the configuration'),
    {
      login: true,
      fix: say(
        'Log in to the portal in a browser, copy its new token into the configuration and run again. Such tokens last a day at most: ask the administrator of the portal for an account with which tokens can be fetched.',
      ),
    },
  )
}
