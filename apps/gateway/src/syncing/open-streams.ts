import { Refusal, type RefusalCode } from '../refusal.ts'

/** How many may be open, and how one more is refused. */
interface StreamLimits {
  readonly most: number
  readonly mostOfOne: number
  readonly refusal: RefusalCode
}

/** Counts streams that stay open, so that no key, and not all together, hold too many. */
export class OpenStreams {
  readonly #most: number
  readonly #mostOfOne: number
  readonly #refusal: RefusalCode
  readonly #open = new Map<symbol, string>()

  constructor({ most, mostOfOne, refusal }: StreamLimits) {
    this.#most = most
    this.#mostOfOne = mostOfOne
    this.#refusal = refusal
  }

  /** Takes a place; what it returns gives it back, however often it is called. Throws the Refusal. */
  take(who: string): () => void {
    const own = [...this.#open.values()].filter((one) => one === who)
    if (this.#open.size >= this.#most || own.length >= this.#mostOfOne) {
      throw new Refusal(this.#refusal)
    }
    const place = Symbol(who)
    this.#open.set(place, who)
    return () => void this.#open.delete(place)
  }
}
