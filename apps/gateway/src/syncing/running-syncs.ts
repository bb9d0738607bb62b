import { setTimeout as pause } from 'node:timers/promises'
import type { BegunSync } from '@cchc/hub/actions/begun-reading'
import { Refusal } from '../refusal.ts'
import { gatewayStopped, type Reading, type Syncer } from './syncer.ts'

const MOST_AT_ONCE = 4

/** The syncs that go on, here or in a thread, after their request was answered. */
export class RunningSyncs {
  readonly #syncer: Syncer
  readonly #most: number
  readonly #going = new Set<Promise<unknown>>()
  readonly #stop = new AbortController()
  readonly #over = new AbortController()
  #stopping: Promise<void> | undefined
  #committed: () => void = () => undefined

  constructor(syncer: Syncer, most = MOST_AT_ONCE) {
    this.#syncer = syncer
    this.#most = most
  }

  /** Aborts when all of them have ended because of `stop`, or were given up. */
  get over(): AbortSignal {
    return this.#over.signal
  }

  /** Calls it whenever one of them has committed something. */
  whenCommitted(told: () => void): void {
    this.#committed = told
  }

  /**
   * Begins a sync, or the reading of refused records, and returns when its first run holds its source, or when there is nothing to read. Throws what keeps it
   * from beginning (RunConflict, UsageError, NotFoundError), a Refusal where too many go on; later failures go to `onError`.
   */
  async begin(
    reading: Reading,
    onError: (error: unknown) => void = () => undefined,
  ): Promise<BegunSync> {
    if (this.#going.size >= this.#most || this.#stop.signal.aborted) {
      throw new Refusal('syncs_busy')
    }
    const begun = Promise.withResolvers<BegunSync>()
    let hasBegun = false
    const going = this.#syncer
      .read(reading, {
        signal: this.#stop.signal,
        onBegun: (run) => {
          hasBegun = true
          begun.resolve({ runs: [run], notes: [] })
        },
        onProgress: () => this.#committed(),
      })
      .then(({ notes }) => begun.resolve({ runs: [], notes: [...notes] }))
      .catch((error: unknown) => (hasBegun ? onError(error) : begun.reject(error)))
      .finally(() => {
        this.#committed()
        this.#going.delete(going)
      })
    this.#going.add(going)
    return begun.promise
  }

  /** Lets each commit the pages that it has and end, for as long as `graceMs`; nothing is begun any more. */
  stop(graceMs: number): Promise<void> {
    this.#stopping ??= this.#ended(graceMs)
    return this.#stopping
  }

  async #ended(graceMs: number): Promise<void> {
    this.#stop.abort(gatewayStopped())
    const late = pause(graceMs, undefined, { ref: false })
    await Promise.race([Promise.all(this.#going), late])
    this.#over.abort()
  }
}
