import { createHash } from 'node:crypto'
import type { Hub } from '@cchc/hub'
import type { Context } from 'hono'
import type { AskedByHttp, Route } from '../route.ts'
import { type KeptAnswer, KeptAnswers } from './kept-answers.ts'
import { Recent } from './recent.ts'

const MOST_KEPT = 64_000_000

/** For so long one look at the database serves whoever asks, so that an answer that is kept costs no query. */
const LOOK_EVERY_MS = 100

/** How often an answer was there, how often it had to be made, and what all that are kept take. */
export interface KeptUse {
  readonly hits: number
  readonly misses: number
  readonly bytes: number
}

declare module 'hono' {
  interface ContextVariableMap {
    /** The version of the data that the answer is kept for; absent where it is not kept. */
    keptFor?: string
  }
}

/** A client keeps an answer, and asks whether it still holds. */
const CACHE_CONTROL = 'private, no-cache'

/** Headers of an answer that are kept with it. */
const KEPT_HEADERS = ['Content-Type', 'Content-Disposition', 'Content-Language', 'Vary']

/**
 * Answers that stay the same while nothing is committed: made once for all who may ask the same, kept, and told by 304 to
 * who has them. The tag is the digest of the bytes.
 */
export class DatedAnswers {
  readonly #version: Recent<string>
  readonly #kept = new KeptAnswers(MOST_KEPT)
  readonly #making = new Map<string, Promise<KeptAnswer | undefined>>()
  #hits = 0
  #misses = 0

  constructor(hub: Pick<Hub, 'version'>, now: () => number) {
    this.#version = new Recent({ mostMs: LOOK_EVERY_MS, now }, () => hub.version())
  }

  get use(): KeptUse {
    return { hits: this.#hits, misses: this.#misses, bytes: this.#kept.bytes }
  }

  /** Whether an answer that was kept for a version still holds; it counts as one that was there. */
  stillHolds(version: string): boolean {
    const holds = this.#version.fresh() === version
    if (holds) this.#hits += 1
    return holds
  }

  /** Something was committed here. */
  forget(): void {
    this.#version.forget()
  }

  /** Answers what was asked, once it is known that who asks may: it is narrowed to theirs. */
  async of(route: Route, asked: AskedByHttp, context: Context): Promise<Response> {
    if (route.method !== 'get') {
      return route.handle(asked, context).finally(() => this.forget())
    }
    if (route.always || route.streams) return route.handle(asked, context)
    if (!route.dated) return tagged(context, await route.handle(asked, context))
    const { req } = context
    const differs = [req.header('Accept'), req.header('Accept-Language')]
    const key = JSON.stringify([route.path, asked, ...differs])
    const version = this.#version.fresh() ?? (await this.#version.recent())
    for (;;) {
      const kept = this.#kept.get(key, version)
      if (kept) return this.#hit(context, kept)
      const making = this.#making.get(key)
      if (!making) break
      const made = await making
      if (made?.version === version) return this.#hit(context, made)
    }
    this.#misses += 1
    return this.#make(context, { key, version, make: () => route.handle(asked, context) })
  }

  #hit(context: Context, kept: KeptAnswer): Response {
    this.#hits += 1
    context.set('keptFor', kept.version)
    return given(context, kept)
  }

  /** What was committed while it was made may or may not be in it: such an answer is given, and not kept. */
  async #make(context: Context, { key, version, make }: Making): Promise<Response> {
    const { promise, resolve } = Promise.withResolvers<KeptAnswer | undefined>()
    this.#making.set(key, promise)
    let made: KeptAnswer | undefined
    try {
      const response = await make()
      if (response.status !== 200) return response
      const answer = await taken(response, version)
      if ((await this.#version.now()) === version) {
        made = answer
        this.#kept.keep(key, answer)
        context.set('keptFor', version)
      }
      return given(context, answer)
    } finally {
      this.#making.delete(key)
      resolve(made)
    }
  }
}

interface Making {
  readonly key: string
  readonly version: string
  make(): Promise<Response>
}

/** Tags an answer that is made for each who asks. */
async function tagged(context: Context, response: Response): Promise<Response> {
  return response.status === 200 ? given(context, await taken(response, '')) : response
}

async function taken(response: Response, version: string): Promise<KeptAnswer> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`
  const own = KEPT_HEADERS.flatMap((name) => {
    const text = response.headers.get(name)
    return text === null ? [] : [[name, text] as const]
  })
  const headers = {
    ...Object.fromEntries(own),
    'Content-Length': String(bytes.byteLength),
    'Cache-Control': CACHE_CONTROL,
    ETag: etag,
  }
  return { version, etag, headers, bytes }
}

function given({ req }: Context, { etag, headers, bytes }: KeptAnswer): Response {
  const known = req.header('If-None-Match')
  if (known === undefined || !matches(known, etag)) return new Response(bytes, { headers })
  const { 'Content-Length': _, ...ofNothing } = headers
  return new Response(null, { status: 304, headers: ofNothing })
}

/** A compressed answer bears the same tag as a weak one. */
function matches(known: string, etag: string): boolean {
  return known === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}
