import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

export const CLIENT = { id: 'cchc-trang', secret: 'bí mật của trang' } as const

interface Signing {
  readonly issuer: string
  readonly sign: (claims: Readonly<Record<string, unknown>>) => Promise<string>
}

/** The part of an issuer that people sign in at: it sends back with a code, and gives a token for it once (RFC 6749, 7636). */
export class Codes {
  /** What the person says: undefined = yes. */
  error: string | undefined
  /** What the tokens of the next person say beside what they must. */
  claims: Readonly<Record<string, unknown>> = {}
  idClaims: Readonly<Record<string, unknown>> = {}
  /** What takes the place of the access token. */
  accessToken: string | undefined
  /** Every token that was given, so that a test can look where it must not be. */
  readonly given: string[] = []
  readonly #codes = new Map<string, URLSearchParams>()

  /** Sends back at once, as an issuer does that knows the person. */
  authorise({ searchParams: asked }: URL, response: ServerResponse): void {
    const back = new URL(asked.get('redirect_uri') ?? '')
    const code = randomUUID()
    this.#codes.set(code, asked)
    const told = this.error === undefined ? { code } : { error: this.error }
    for (const [name, value] of Object.entries({ ...told, state: asked.get('state') ?? '' }))
      back.searchParams.set(name, value)
    response.writeHead(302, { Location: back.href }).end()
  }

  async exchange(
    request: IncomingMessage,
    response: ServerResponse,
    signing: Signing,
  ): Promise<void> {
    const form = new URLSearchParams(await text(request))
    const asked = this.#codes.get(form.get('code') ?? '')
    this.#codes.delete(form.get('code') ?? '')
    response.setHeader('Content-Type', 'application/json')
    if (!asked || !isSame(asked, form) || !isClient(request)) {
      response.writeHead(400).end(JSON.stringify({ error: 'invalid_grant' }))
      return
    }
    response.end(JSON.stringify(await this.#tokens(asked, signing)))
  }

  async #tokens(asked: URLSearchParams, { sign }: Signing) {
    const access = this.accessToken ?? (await sign(this.claims))
    const nonce = asked.get('nonce')
    const iat = Math.floor(Date.now() / 1000)
    const id = await sign({ iat, nonce, aud: asked.get('client_id'), ...this.idClaims })
    this.given.push(access, id)
    return { access_token: access, id_token: id, token_type: 'Bearer', expires_in: 300 }
  }
}

function isSame(asked: URLSearchParams, form: URLSearchParams): boolean {
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url')
  return (
    asked.get('code_challenge_method') === 'S256' &&
    asked.get('code_challenge') === challenge &&
    asked.get('redirect_uri') === form.get('redirect_uri')
  )
}

/** Whether the client sends its id and secret as RFC 6749 (section 2.3.1) has them. */
function isClient({ headers: { authorization = '' } }: IncomingMessage): boolean {
  const sent = Buffer.from(authorization.replace('Basic ', ''), 'base64').toString().split(':')
  const [id, secret] = sent.map((part) => decodeURIComponent(part.replaceAll('+', ' ')))
  return id === CLIENT.id && secret === CLIENT.secret
}
