import type { Caller } from '@cchc/hub/access/caller'
import type { Context, MiddlewareHandler } from 'hono'
import { Refusal } from '../refusal.ts'
import { WindowCounter } from './window-counter.ts'

const MINUTE = 60

type Asking = Pick<Caller, 'id'>
type Headers = Readonly<Record<string, string>>

/** How often each key may ask a minute (draft-ietf-httpapi-ratelimit-headers). Whoever needs no key is not counted. */
export class KeyRate {
  readonly #counter: WindowCounter

  constructor(perMinute: number) {
    this.#counter = new WindowCounter({ limit: perMinute, seconds: MINUTE })
  }

  /** Whether a caller may ask once more. */
  isLeft({ id }: Asking): boolean {
    return id === 'loopback' || this.#counter.look(id).left > 0
  }

  /** Counts a request, and gives the headers that say what is left. Throws a Refusal where nothing was. */
  count({ id }: Asking): Headers {
    if (id === 'loopback') return {}
    const { left, seconds } = this.#counter.count(id)
    if (left >= 0) return this.#headersOf(left, seconds)
    const headers = this.#headersOf(0, seconds)
    throw new Refusal('too_many_requests', { ...headers, 'Retry-After': String(seconds) })
  }

  #headersOf(left: number, seconds: number): Headers {
    return {
      'RateLimit-Policy': `"key";q=${this.#counter.limit};w=${MINUTE}`,
      RateLimit: `"key";r=${left};t=${seconds}`,
    }
  }
}

/** Lets each key ask so often, and says in each answer what is left. */
export function limitRate(rate: KeyRate): MiddlewareHandler {
  return async (context, next) => {
    const caller = context.get('caller')
    const headers = caller ? rate.count(caller) : {}
    await next()
    setAll(context, headers)
  }
}

function setAll({ res }: Context, headers: Headers): void {
  for (const [name, value] of Object.entries(headers)) res.headers.set(name, value)
}
