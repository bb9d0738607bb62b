import {
  isTrustedUrl,
  type SignInOnPage,
  type TokenSettings,
} from '@cchc/hub/access/token-settings'
import { linkTo, PATHS } from '@cchc/pages'
import * as oauth from 'oauth4webapi'
import { describeIssuer, type IssuerDescription } from '../../access/tokens/describe-issuer.ts'
import { AnswerFault, textOf } from '../../access/tokens/fetch-json.ts'
import { reasonOf } from '../../access/tokens/issuer-keys.ts'
import { SignInFailure } from './sign-in-failure.ts'

const TIMEOUT_MS = 5000

/** What a sign-in that has begun is known by when the issuer sends back. */
export interface BegunSignIn {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** How a person is sent to an issuer, and what comes back is turned into a token (RFC 6749 and 7636, OpenID Connect Core 1.0). */
export class Authorization {
  readonly #issuer: string
  readonly #signIn: SignInOnPage
  readonly #client: oauth.Client

  constructor({ issuer, clockSkewSeconds }: TokenSettings, signIn: SignInOnPage) {
    this.#issuer = issuer
    this.#signIn = signIn
    this.#client = { client_id: signIn.clientId, [oauth.clockTolerance]: clockSkewSeconds }
  }

  /** Where the person goes, and what is to be kept meanwhile. */
  async begin(): Promise<{ readonly address: string; readonly begun: BegunSignIn }> {
    const { authorization_endpoint: endpoint } = await this.#described()
    const url = trusted(endpoint)
    const begun = {
      state: oauth.generateRandomState(),
      nonce: oauth.generateRandomNonce(),
      verifier: oauth.generateRandomCodeVerifier(),
    }
    const asked = {
      response_type: 'code',
      client_id: this.#signIn.clientId,
      redirect_uri: this.#at(PATHS.signedIn),
      scope: this.#signIn.scope,
      state: begun.state,
      nonce: begun.nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(begun.verifier),
      code_challenge_method: 'S256',
    }
    for (const [name, text] of Object.entries(asked)) url.searchParams.set(name, text)
    return { address: url.href, begun }
  }

  /** The access token of whoever comes back. Throws a SignInFailure. */
  async finish(
    sentBack: URLSearchParams,
    { state, nonce, verifier }: BegunSignIn,
  ): Promise<string> {
    const server = await this.#described()
    trusted(server.token_endpoint)
    try {
      const answer = oauth.validateAuthResponse(server, this.#client, sentBack, state)
      const response = await oauth.authorizationCodeGrantRequest(
        ...([server, this.#client, this.#proof(), answer] as const),
        ...([this.#at(PATHS.signedIn), verifier] as const),
        { [oauth.customFetch]: boundedFetch, [oauth.allowInsecureRequests]: true },
      )
      const { access_token: token } = await oauth.processAuthorizationCodeResponse(
        ...([server, this.#client, response] as const),
        { expectedNonce: nonce, requireIdToken: true },
      )
      return token
    } catch (thrown) {
      throw failureOf(thrown)
    }
  }

  /** Where a person signs out of the issuer too; undefined where it has no such place. No token stands in it. */
  async end(): Promise<string | undefined> {
    const { end_session_endpoint: endpoint } = await this.#described()
    if (endpoint === undefined) return undefined
    const url = trusted(endpoint)
    url.searchParams.set('client_id', this.#signIn.clientId)
    url.searchParams.set('post_logout_redirect_uri', this.#at(PATHS.signIn))
    return url.href
  }

  #at(path: string): string {
    return new URL(linkTo(path), this.#signIn.address).href
  }

  #proof(): oauth.ClientAuth {
    const { clientSecret } = this.#signIn
    return clientSecret === undefined ? oauth.None() : oauth.ClientSecretBasic(clientSecret)
  }

  async #described(): Promise<IssuerDescription> {
    try {
      return await describeIssuer(this.#issuer, AbortSignal.timeout(TIMEOUT_MS))
    } catch (thrown) {
      throw new SignInFailure('down', reasonOf(thrown))
    }
  }
}

function trusted(endpoint: string | undefined): URL {
  if (endpoint !== undefined && isTrustedUrl(endpoint)) return new URL(endpoint)
  throw new SignInFailure('refused', 'its description lacks an endpoint')
}

/** As long and as much as the issuer may answer; nothing follows it elsewhere. */
async function boundedFetch(
  url: string,
  init: oauth.CustomFetchOptions<'POST', URLSearchParams>,
): Promise<Response> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  const { method, headers, body } = init
  const response = await fetch(url, { method, headers, body, redirect: 'error', signal })
  const { status } = response
  return new Response(await textOf(response), { status, headers: response.headers })
}

/** Only codes of what went wrong: messages and causes can hold what was sent. */
function failureOf(thrown: unknown): SignInFailure {
  if (thrown instanceof oauth.AuthorizationResponseError) {
    return new SignInFailure(
      thrown.error === 'access_denied' ? 'denied' : 'refused',
      word(thrown.error),
    )
  }
  if (thrown instanceof oauth.ResponseBodyError)
    return new SignInFailure('refused', word(thrown.error))
  if (thrown instanceof oauth.OperationProcessingError) {
    const { cause, code = thrown.name } = thrown
    const isState = typeof cause === 'object' && cause !== null && 'parameters' in cause
    return new SignInFailure(isState ? 'stale' : 'refused', code)
  }
  if (thrown instanceof AnswerFault) return new SignInFailure('refused', thrown.message)
  return new SignInFailure('down', reasonOf(thrown))
}

function word(text: string): string {
  return /^\w{1,40}$/.test(text) ? text : 'unknown'
}
