interface Window {
  count: number
  readonly endsAt: number
}

/** How much is left of what may be done within a window, and after how many seconds the next one begins. */
export interface Left {
  /** Negative where more was done than may be. */
  readonly left: number
  readonly seconds: number
}

interface WindowLimits {
  /** How often each may do it within a window. */
  readonly limit: number
  readonly seconds: number
  /** Of how many it is kept at once; then those whose windows began first are forgotten. */
  readonly most?: number
  readonly now?: () => number
}

/** Counts what each of many does within windows of time, in memory that does not grow with their number. */
export class WindowCounter {
  readonly limit: number
  readonly seconds: number
  readonly #most: number
  readonly #now: () => number
  readonly #windows = new Map<string, Window>()

  constructor({ limit, seconds, most = 10_000, now = Date.now }: WindowLimits) {
    this.limit = limit
    this.seconds = seconds
    this.#most = most
    this.#now = now
  }

  /** Counts one more. */
  count(who: string): Left {
    const window = this.#windowOf(who) ?? this.#begin(who)
    window.count += 1
    return this.#leftOf(window)
  }

  /** The same without counting. */
  look(who: string): Left {
    return this.#leftOf(this.#windowOf(who) ?? { count: 0, endsAt: this.#now() })
  }

  #windowOf(who: string): Window | undefined {
    const window = this.#windows.get(who)
    return window && window.endsAt > this.#now() ? window : undefined
  }

  #begin(who: string): Window {
    const window = { count: 0, endsAt: this.#now() + this.seconds * 1000 }
    this.#windows.delete(who)
    this.#windows.set(who, window)
    const [oldest] = this.#windows.keys()
    if (this.#windows.size > this.#most && oldest !== undefined) this.#windows.delete(oldest)
    return window
  }

  #leftOf({ count, endsAt }: Window): Left {
    const seconds = Math.max(1, Math.ceil((endsAt - this.#now()) / 1000))
    return { left: this.limit - count, seconds }
  }
}
