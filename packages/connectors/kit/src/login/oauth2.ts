import { PortalChanged, PortalDenied, say } from '@cchc/domain'
import { z } from 'zod'
import type { Http, HttpRequest, HttpResponse } from '../io.ts'
import { parseJson } from '../json.ts'
import { isLoginRefused, type LoginIo, loggedIn } from './logged-in.ts'

/**
 * How a configuration says where tokens come from (OAuth 2.0, RFC 6749): client credentials where it names a `clientSecret`
 * alone, the password grant where it names a user. The host of `tokenUrl` may be another one than that of the portal.
 */
export const OAuth2 = z
  .strictObject({
    tokenUrl: z.url({ protocol: /^https?$/ }),
    clientId: z.string().min(1),
    /** None for a public client, as apps have. */
    clientSecret: z.string().min(1).meta({ secret: true }).optional(),
    /** Where client id and secret stand: in the header Authorization, or in the form. */
    clientIn: z.enum(['header', 'form']).default('header'),
    username: z.string().min(1).optional(),
    password: z.string().min(1).meta({ secret: true }).optional(),
    scope: z.string().min(1).optional(),
  })
  .refine(
    ({ username, password }) => (username === undefined) === (password === undefined),
    say('username and password belong together').template,
  )
  .refine(
    ({ clientSecret, username }) => clientSecret !== undefined || username !== undefined,
    say('clientSecret, or username and password, is missing').template,
  )
export type OAuth2 = z.output<typeof OAuth2>

interface Tokens {
  readonly access: string
  readonly refresh: string | undefined
  readonly givenAt: number
  /** Undefined where the portal does not say. */
  readonly goodForMs: number | undefined
}

/**
 * HTTP with `Authorization: Bearer`, by a token that is fetched with the first request and again when it runs out or is
 * refused; with the refresh token where one was given, else with the credentials. What the clock says is never trusted: a
 * token is good until the portal refuses it, and where a clock runs wrong it is fetched anew. PortalDenied when the
 * credentials are refused, PortalChanged when the answer holds no token.
 */
export function oauth2(config: OAuth2, io: LoginIo): Http {
  const logIn = () => fetchTokens(config, io, grantOf(config))
  return loggedIn<Tokens>(
    {
      login: logIn,
      renew: ({ refresh }) => (refresh === undefined ? logIn() : refreshed(refresh)),
      token: ({ access }) => access,
      show: (request, { access }) => ({
        ...request,
        headers: { ...request.headers, Authorization: `Bearer ${access}` },
      }),
      isFresh: (tokens) => isFresh(tokens, io.now()),
    },
    io,
  )

  /** One that has run out is no fault: the credentials are still there. */
  async function refreshed(refresh: string): Promise<Tokens> {
    const form = { grant_type: 'refresh_token', refresh_token: refresh }
    try {
      return await fetchTokens(config, io, form)
    } catch (thrown) {
      if (!isLoginRefused(thrown)) throw thrown
      return logIn()
    }
  }
}

function grantOf({ username, password, scope }: OAuth2): Record<string, string> {
  const scoped: Record<string, string> = scope === undefined ? {} : { scope }
  if (username === undefined) return { grant_type: 'client_credentials', ...scoped }
  return { grant_type: 'password', username, password: password ?? '', ...scoped }
}

/** What is left when a new token is fetched: half a minute, of short lives a tenth. */
const MOST_LEFT_MS = 30_000

/** Before its own beginning a token is as strange as after its end: then the clock was set. */
function isFresh({ givenAt, goodForMs }: Tokens, now: number): boolean {
  if (goodForMs === undefined) return true
  const left = Math.min(MOST_LEFT_MS, goodForMs / 10)
  return now >= givenAt && now < givenAt + goodForMs - left
}

async function fetchTokens(
  config: OAuth2,
  io: LoginIo,
  grant: Readonly<Record<string, string>>,
): Promise<Tokens> {
  const request = tokenRequest(config, grant)
  const { access_token, refresh_token, expires_in } = await io.http.read(request, readTokens)
  if (refresh_token !== undefined) io.secret(refresh_token)
  return {
    access: access_token,
    refresh: refresh_token,
    givenAt: io.now(),
    goodForMs: expires_in === undefined || expires_in <= 0 ? undefined : expires_in * 1000,
  }
}

function tokenRequest(
  { tokenUrl, clientId, clientSecret, clientIn }: OAuth2,
  grant: Readonly<Record<string, string>>,
): HttpRequest<'text'> {
  const request = { method: 'POST', url: tokenUrl, accept: [200, 400, 401, 403] } as const
  if (clientSecret === undefined) return { ...request, form: { ...grant, client_id: clientId } }
  if (clientIn === 'form') {
    return { ...request, form: { ...grant, client_id: clientId, client_secret: clientSecret } }
  }
  const pair = [clientId, clientSecret].map(encodeURIComponent).join(':')
  const Authorization = `Basic ${Buffer.from(pair).toString('base64')}`
  return { ...request, form: grant, headers: { Authorization } }
}

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional().catch(undefined),
  expires_in: z.coerce.number().optional().catch(undefined),
})

function readTokens(answer: HttpResponse): z.output<typeof TokenAnswer> {
  if (answer.status !== 200) throw refusal(answer)
  const read = TokenAnswer.safeParse(parseJson(answer))
  if (read.success) return read.data
  throw new PortalChanged(say('the answer of the login holds no token'), {
    fix: say('Check the address of the login in the configuration.'),
  })
}

/** RFC 6749 §5.2; of anything else that stands there nothing is told. */
const OAuthError = z.object({
  error: z.enum([
    'invalid_request',
    'invalid_client',
    'invalid_grant',
    'unauthorized_client',
    'unsupported_grant_type',
    'invalid_scope',
  ]),
})

function refusal(answer: HttpResponse): PortalDenied {
  const { status } = answer
  const stated = OAuthError.safeParse(jsonOf(answer))
  const error = stated.success ? stated.data.error : '-'
  return new PortalDenied(
    say('the login was refused (HTTP {status}, {error})', { status, error }),
    {
      login: true,
      fix: say(
        'Check clientId, clientSecret, username and password in the configuration: what is refused once is not tried again.',
      ),
    },
  )
}

function jsonOf(answer: HttpResponse): unknown {
  try {
    return parseJson(answer)
  } catch {
    return undefined
  }
}
