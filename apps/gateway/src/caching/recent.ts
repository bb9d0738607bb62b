/** Something that is looked up, at most so old: many who ask at once share one look. */
export class Recent<T> {
  readonly #mostMs: number
  readonly #clock: () => number
  readonly #look: () => Promise<T>
  #looked: { readonly value: T; readonly at: number } | undefined
  #looking: Promise<T> | undefined
  /** How often something was changed here. */
  #changes = 0

  constructor(
    { mostMs, now }: { readonly mostMs: number; readonly now: () => number },
    look: () => Promise<T>,
  ) {
    this.#mostMs = mostMs
    this.#clock = now
    this.#look = look
  }

  /** What was seen, unless that is too long ago. */
  fresh(): T | undefined {
    const looked = this.#looked
    return looked && this.#clock() - looked.at < this.#mostMs ? looked.value : undefined
  }

  /** Looks again when the last look is too old. */
  async recent(): Promise<T> {
    const fresh = this.fresh()
    if (fresh !== undefined) return fresh
    this.#looking ??= this.now().finally(() => {
      this.#looking = undefined
    })
    return this.#looking
  }

  /** Looks whatever was seen before. */
  async now(): Promise<T> {
    const [at, changes] = [this.#clock(), this.#changes]
    const value = await this.#look()
    if (changes === this.#changes) this.#looked = { value, at }
    return value
  }

  /** Something was changed here: the next who asks looks again, and no look that began before counts. */
  forget(): void {
    this.#changes += 1
    this.#looked = undefined
    this.#looking = undefined
  }
}
