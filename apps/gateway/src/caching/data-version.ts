import type { Hub } from '@cchc/hub'

/** For so long one look at the database serves whoever asks, so that an answer that is kept costs no query. */
const LOOK_EVERY_MS = 100

/** The version of what a hub can tell: at most a tenth of a second old, or of now. */
export class DataVersion {
  readonly #hub: Pick<Hub, 'version'>
  #looked: { readonly version: string; readonly at: number } | undefined
  #looking: Promise<string> | undefined

  constructor(hub: Pick<Hub, 'version'>) {
    this.#hub = hub
  }

  /** Looks again when the last look is too old; many who ask at once share it. */
  recent(): string | Promise<string> {
    if (this.#looked && performance.now() - this.#looked.at < LOOK_EVERY_MS) {
      return this.#looked.version
    }
    this.#looking ??= this.now().finally(() => {
      this.#looking = undefined
    })
    return this.#looking
  }

  /** Looks whatever was seen before. */
  async now(): Promise<string> {
    const at = performance.now()
    const version = await this.#hub.version()
    this.#looked = { version, at }
    return version
  }

  /** Something was changed here: the next who asks looks again. */
  forget(): void {
    this.#looked = undefined
  }
}
