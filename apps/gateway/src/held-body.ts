import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import { Refusal, type RefusalCode } from './refusal.ts'

/** How much of bodies is held at once, of all that count together. */
interface Held {
  bytes: number
  readonly most: number
}

interface BodyLimits {
  readonly mostBytes: number
  /** How one that is longer is refused. */
  readonly tooLarge: RefusalCode
}

/** A body that counts among those that are held, from its first byte until it is dealt with. */
export class HeldBody {
  readonly #held: Held
  readonly #limits: BodyLimits
  #size = 0

  constructor(held: Held, limits: BodyLimits) {
    this.#held = held
    this.#limits = limits
  }

  /** Reads no more than is allowed, whatever the request says of its length. Throws the Refusal, or `inbox_busy`. */
  async read(context: Context): Promise<Uint8Array<ArrayBuffer>> {
    const parts: Uint8Array[] = []
    for await (const part of piecesOf(context)) {
      this.#size += part.byteLength
      this.#held.bytes += part.byteLength
      if (this.#size > this.#limits.mostBytes) throw new Refusal(this.#limits.tooLarge)
      if (this.#held.bytes > this.#held.most) throw new Refusal('inbox_busy')
      parts.push(part)
    }
    return joined(parts, this.#size)
  }

  release(): void {
    this.#held.bytes -= this.#size
    this.#size = 0
  }
}

/** As Node receives them, where it does: a web stream would copy each of them. Who stops reading can still answer. */
function piecesOf({ req, env }: Context): AsyncIterable<Uint8Array> {
  const { incoming } = (env ?? {}) as { readonly incoming?: Partial<IncomingMessage> }
  return incoming?.iterator?.({ destroyOnReturn: false }) ?? req.raw.body ?? nothing()
}

async function* nothing(): AsyncGenerator<never> {}

/** One after the other, in a buffer of their own. */
function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}
