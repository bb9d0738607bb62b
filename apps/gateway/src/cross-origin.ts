import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { REQUEST_ID } from './request-ids.ts'

const TOLD = [REQUEST_ID, 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'Content-Disposition']

const TAKEN = [
  ...['Authorization', 'Content-Type', 'Accept-Language', 'If-None-Match'],
  ...['Idempotency-Key', 'Last-Event-ID'],
]

/** Lets web pages of the named origins ask, and those of no other; a key is sent by them, never a cookie. */
export function crossOrigin(origins: readonly string[]): MiddlewareHandler {
  return cors({
    origin: [...origins],
    allowMethods: ['GET', 'HEAD', 'PUT', 'POST'],
    allowHeaders: [...TAKEN, REQUEST_ID],
    exposeHeaders: [...TOLD, 'ETag', 'Location'],
    maxAge: 600,
  })
}
