import type { Context, MiddlewareHandler } from 'hono'
import { Refusal } from '../refusal.ts'
import { WindowCounter } from './window-counter.ts'

const MINUTE = 60

/**
 * Lets each key ask so often a minute, and says in each answer what is left (draft-ietf-httpapi-ratelimit-headers).
 * Whoever needs no key is not counted.
 */
export function limitRate({ perMinute }: { readonly perMinute: number }): MiddlewareHandler {
  const counter = new WindowCounter({ limit: perMinute, seconds: MINUTE })
  return async (context, next) => {
    const caller = context.get('caller')
    if (!caller || caller.id === 'loopback') return next()
    const { left, seconds } = counter.count(caller.id)
    if (left < 0) {
      const headers = headersOf({ perMinute, left: 0, seconds })
      throw new Refusal('too_many_requests', { ...headers, 'Retry-After': String(seconds) })
    }
    await next()
    setAll(context, headersOf({ perMinute, left, seconds }))
  }
}

function headersOf({ perMinute, left, seconds }: Record<'perMinute' | 'left' | 'seconds', number>) {
  return {
    'RateLimit-Policy': `"key";q=${perMinute};w=${MINUTE}`,
    RateLimit: `"key";r=${left};t=${seconds}`,
  }
}

function setAll({ res }: Context, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) res.headers.set(name, value)
}
