import { Random } from './random.ts'
import type { VirtualTime } from './virtual-time.ts'

/** What a process that is gone throws wherever it would touch the world, so that nothing after it happens. */
export class ProcessDied extends Error {}

/** Something that befalls a process when it has taken so many more steps. */
export interface Blow {
  /** Steps: store calls, statements and HTTP exchanges. */
  after: number
  /** Only a statement can be struck so. */
  readonly isOfStatement?: true
  strike(process: SimulatedProcess): void
}

/** A clock that people or machines can set wrongly, ms beside the true time. */
export interface Clock {
  offset: number
}

/**
 * One process of the hub. It meets the world only by `turn` (before each store call and HTTP exchange), `step` (before
 * each statement) and `sleep`; there it can die, freeze or be refused.
 */
export class SimulatedProcess {
  readonly name: string
  /** How long what it does takes. */
  random = new Random(0)
  readonly #time: VirtualTime
  readonly #clock: Clock
  readonly #blows: Blow[]
  readonly #wake = new Set<() => void>()
  #dead = false
  #frozenUntil = 0

  constructor(parts: {
    readonly name: string
    readonly time: VirtualTime
    readonly clock: Clock
    readonly blows: Blow[]
  }) {
    this.name = parts.name
    this.#time = parts.time
    this.#clock = parts.clock
    this.#blows = parts.blows
  }

  /** A statement of it was refused by its database. */
  wasRefused = false

  get isDead(): boolean {
    return this.#dead
  }

  /** What its machine's clock shows, epoch ms. */
  readonly now = (): number => this.#time.read() + this.#clock.offset

  /** Lets others go on for a while, then takes a step. */
  async turn(longestMs: number): Promise<void> {
    this.step()
    await this.sleep(1 + Math.floor(this.random.next() * longestMs))
  }

  /** Takes a step; throws what befalls the process there. */
  step(isStatement = false): void {
    this.#live()
    for (const blow of this.#blows.slice()) {
      blow.after -= 1
      if (blow.after > 0 || (blow.isOfStatement && !isStatement)) continue
      this.#blows.splice(this.#blows.indexOf(blow), 1)
      blow.strike(this)
    }
    this.#live()
  }

  /** Ends early when the process dies or the signal aborts, and late when the process is frozen. */
  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    await this.#wait(ms, signal)
    while (this.#frozenUntil > this.#time.now) await this.#wait(this.#frozenUntil - this.#time.now)
  }

  async #wait(ms: number, signal?: AbortSignal): Promise<void> {
    this.#live()
    const woken = Promise.withResolvers<void>()
    const wake = this.#time.after(ms, woken.resolve)
    this.#wake.add(wake)
    signal?.addEventListener('abort', wake, { once: true })
    await woken.promise
    signal?.removeEventListener('abort', wake)
    this.#wake.delete(wake)
    this.#live()
  }

  /** Calls an action again and again until it is told to end or the process dies. */
  readonly every = (ms: number, action: () => void): (() => void) => {
    let cancelled = false
    const again = () => {
      this.#time.after(ms, () => {
        if (cancelled || this.#dead) return
        if (this.#frozenUntil <= this.#time.now) action()
        again()
      })
    }
    again()
    return () => {
      cancelled = true
    }
  }

  die(): void {
    this.#dead = true
    for (const wake of this.#wake) wake()
  }

  /** Does nothing for so long, as a machine that is suspended. */
  freeze(ms: number): void {
    this.#frozenUntil = Math.max(this.#frozenUntil, this.#time.now + ms)
  }

  #live(): void {
    if (this.#dead) throw new ProcessDied(this.name)
  }
}
