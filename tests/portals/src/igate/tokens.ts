import { createHmac } from 'node:crypto'
import type { IgateOptions } from './options.ts'

const KEY = 'the key of the simulated realm'
const LIFETIME_SECONDS = 300
let issued = 0

/** A token that runs out so many seconds from now; what an official would copy out of a browser. */
export function igateToken(options: Pick<IgateOptions, 'now'>, seconds: number): string {
  issued += 1
  const now = Math.floor((options.now ?? Date.now)() / 1000)
  const claims = { iat: now, exp: now + seconds, jti: `token-${issued}`, azp: 'web-onegate' }
  const text = [{ alg: 'HS256', typ: 'JWT' }, claims].map(encoded).join('.')
  return `${text}.${signature(text)}`
}

/** What the token endpoint answers to a right login. */
export function tokenAnswer(options: IgateOptions): Response {
  const seconds = options.tokenSeconds ?? LIFETIME_SECONDS
  return Response.json({
    access_token: igateToken(options, seconds),
    expires_in: seconds,
    token_type: 'Bearer',
    scope: 'email profile',
  })
}

/** Whether a header shows a token of this realm that has not run out. */
export function isKnown(authorization: string | null, { now = Date.now }: IgateOptions): boolean {
  const [, token = ''] = /^bearer (\S+)$/i.exec(authorization ?? '') ?? []
  const [header, claims = '', signed] = token.split('.')
  if (signed === undefined || signed !== signature(`${header}.${claims}`)) return false
  const { exp } = JSON.parse(Buffer.from(claims, 'base64url').toString())
  return exp * 1000 > now()
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function signature(text: string): string {
  return createHmac('sha256', KEY).update(text).digest('base64url')
}
