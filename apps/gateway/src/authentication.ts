import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { Refusal } from './refusal.ts'

/** Paths without data: liveness, the API's description and the page that shows it. */
const OPEN = /^\/(health|openapi\.json|docs(\/.*)?)$/

/** Lets a request pass that carries the key; compared by digest, in constant time. */
export function requireApiKey(apiKey: string): MiddlewareHandler {
  const expected = digest(apiKey)
  return async (context, next) => {
    if (OPEN.test(context.req.path)) return next()
    const sent = bearerOf(context.req.header('Authorization'))
    if (!timingSafeEqual(digest(sent), expected)) throw new Refusal('unauthorised')
    return next()
  }
}

/** The token of a header Authorization: Bearer; empty without one. */
export function bearerOf(header = ''): string {
  return /^Bearer +(\S+) *$/i.exec(header)?.[1] ?? ''
}

/** Without a key only loopback names are answered, so that no web page reaches the gateway by DNS rebinding. */
export const requireLoopbackName: MiddlewareHandler = async (context, next) => {
  if (!isLoopback(new URL(context.req.url).hostname)) throw new Refusal('misdirected')
  return next()
}

/** Whether a host name or address can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase()
  return bare === 'localhost' || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare)
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
