import { Refusal } from '../refusal.ts'

/** Counts streams that stay open, so that no key, and not all together, hold too many. */
export class OpenStreams {
  readonly #most: number
  readonly #mostOfOne: number
  readonly #open = new Map<symbol, string>()

  constructor({ most = 100, mostOfOne = 10 } = {}) {
    this.#most = most
    this.#mostOfOne = mostOfOne
  }

  /** Takes a place; what it returns gives it back, however often it is called. Throws the Refusal `streams_busy`. */
  take(who: string): () => void {
    const own = [...this.#open.values()].filter((one) => one === who)
    if (this.#open.size >= this.#most || own.length >= this.#mostOfOne) {
      throw new Refusal('streams_busy')
    }
    const place = Symbol(who)
    this.#open.set(place, who)
    return () => void this.#open.delete(place)
  }
}
