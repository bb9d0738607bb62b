import { isAppError, type PortalDenied } from '@cchc/domain'
import type { Http, HttpIo, HttpRequest, HttpResponse } from '../io.ts'

/** What a login works with. */
export type LoginIo = Pick<HttpIo, 'http' | 'now' | 'secret'>

type As = NonNullable<HttpRequest['as']>

/** What a login hands out, and how a request shows it. */
export interface LogIn<G> {
  /** Logs in; PortalDenied when the portal refuses, which is never tried again with the same credentials. */
  readonly login: () => Promise<G>
  /** The token or session id itself: errors and logs hide it. */
  readonly token: (given: G) => string
  /** A request with what was given. */
  readonly show: (request: HttpRequest, given: G) => HttpRequest
  /** Whether it can still be good; one that is not is not shown. */
  readonly isFresh?: (given: G) => boolean
  /** Logs in again after this was refused or ran out; as the first time unless stated. */
  readonly renew?: (given: G) => Promise<G>
  /** New logins for one request, where the portal refuses what it has just given. */
  readonly renewals?: number
}

/**
 * HTTP that logs in with its first request, once for all requests that run at the same time. An answer that refuses the
 * login (HTTP 401, or a `parse` that throws PortalDenied with `login: true`) makes a new one and repeats the request, once
 * unless stated; then the refusal is thrown.
 */
export function loggedIn<G>(how: LogIn<G>, io: LoginIo): Http {
  const { http } = io
  const logins = new Logins(how, io)
  const { renewals = 1, show } = how
  return {
    ...http,
    async read<T, A extends As>(request: HttpRequest<A>, parse: (answer: HttpResponse<A>) => T) {
      for (let renewed = 0; ; renewed += 1) {
        const given = await logins.current()
        try {
          return await http.read(show(request, given) as HttpRequest<A>, parse)
        } catch (thrown) {
          if (!isLoginRefused(thrown) || renewed === renewals) throw thrown
          logins.forget(given)
        }
      }
    },
  }
}

/** Whether a portal said that it does not know who asks. */
export function isLoginRefused(thrown: unknown): thrown is PortalDenied {
  return isAppError(thrown, 'portal_denied') && 'login' in thrown && thrown.login === true
}

/** One login at a time; whoever comes meanwhile waits for the same one. */
class Logins<G> {
  readonly #how: LogIn<G>
  readonly #io: LoginIo
  #open: Promise<G> | undefined
  #given: G | undefined

  constructor(how: LogIn<G>, io: LoginIo) {
    this.#how = how
    this.#io = io
  }

  async current(): Promise<G> {
    const isStale = this.#given !== undefined && this.#how.isFresh?.(this.#given) === false
    if (isStale) this.#open = undefined
    this.#open ??= this.#logIn(this.#given)
    return this.#open
  }

  /** Another request may have found out before. */
  forget(given: G): void {
    if (given === this.#given) this.#open = undefined
  }

  async #logIn(last: G | undefined): Promise<G> {
    this.#given = undefined
    const { login, renew = login, token } = this.#how
    try {
      const given = await (last === undefined ? login() : renew(last))
      this.#io.secret(token(given))
      this.#given = given
      return given
    } catch (thrown) {
      if (!isLoginRefused(thrown)) this.#open = undefined
      throw thrown
    }
  }
}
