interface Limits {
  /** For how long each is known. */
  readonly mostMs: number
  /** How many are known at once. */
  readonly most: number
  /** Milliseconds of a clock that is never set back. */
  readonly now: () => number
}

/** What was found out lately, by key, and for so long only. */
export class Lately<T> {
  readonly #limits: Limits
  readonly #found = new Map<string, { readonly value: T; readonly at: number }>()
  #sweptAt = 0

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** What is known, and when it was found out. */
  get(key: string): { readonly value: T; readonly at: number } | undefined {
    const found = this.#found.get(key)
    return found && this.#isYoung(found.at) ? found : undefined
  }

  /** Keeps what was found out at an instant of the clock; at most as many as there may be. */
  keep(key: string, value: T, at: number): void {
    this.#sweep()
    if (this.#found.size < this.#limits.most || this.#found.has(key)) {
      this.#found.set(key, { value, at })
    }
  }

  #isYoung(at: number): boolean {
    return this.#limits.now() - at < this.#limits.mostMs
  }

  #sweep(): void {
    if (this.#isYoung(this.#sweptAt)) return
    for (const [key, { at }] of this.#found) if (!this.#isYoung(at)) this.#found.delete(key)
    this.#sweptAt = this.#limits.now()
  }
}
