/** Something that is looked up, at most so old: many who ask at once share one look. */
export class Recent<T> {
  readonly #mostMs: number
  readonly #look: () => Promise<T>
  #looked: { readonly value: T; readonly at: number } | undefined
  #looking: Promise<T> | undefined

  constructor(mostMs: number, look: () => Promise<T>) {
    this.#mostMs = mostMs
    this.#look = look
  }

  /** Looks again when the last look is too old. */
  recent(): T | Promise<T> {
    if (this.#looked && performance.now() - this.#looked.at < this.#mostMs) {
      return this.#looked.value
    }
    this.#looking ??= this.now().finally(() => {
      this.#looking = undefined
    })
    return this.#looking
  }

  /** Looks whatever was seen before. */
  async now(): Promise<T> {
    const at = performance.now()
    const value = await this.#look()
    this.#looked = { value, at }
    return value
  }

  /** Something was changed here: the next who asks looks again. */
  forget(): void {
    this.#looked = undefined
  }
}
