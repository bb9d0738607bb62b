interface Waiting {
  readonly at: number
  readonly order: number
  readonly resume: () => void
}

/**
 * Time that passes only when everybody waits. Whoever sleeps is woken in the order of the instants, one after the other,
 * each only when the one before has come to rest.
 */
export class VirtualTime {
  #now: number
  #order = 0
  #waiting: Waiting[] = []
  /** Calls into a database that has not answered yet; real time passes until it has. */
  #outside = 0

  constructor(now: number) {
    this.#now = now
  }

  get now(): number {
    return this.#now
  }

  /** Looking at a clock takes a millisecond, so that nobody waits for a clock that stands still. */
  read(): number {
    this.#now += 1
    return this.#now
  }

  /** Calls `resume` when `ms` have passed; the returned function calls it at once. */
  after(ms: number, resume: () => void): () => void {
    this.#order += 1
    const waiting: Waiting = { at: Math.ceil(this.#now + ms), order: this.#order, resume }
    const place = this.#waiting.findIndex((other) => other.at > waiting.at)
    this.#waiting.splice(place === -1 ? this.#waiting.length : place, 0, waiting)
    return () => {
      const index = this.#waiting.indexOf(waiting)
      if (index === -1) return
      this.#waiting.splice(index, 1)
      resume()
    }
  }

  /** Time does not pass while a database works. */
  async outside<T>(call: () => Promise<T>): Promise<T> {
    this.#outside += 1
    try {
      return await call()
    } finally {
      this.#outside -= 1
    }
  }

  /** Lets time pass up to an instant; `afterEach` is called whenever somebody was woken and has come to rest. */
  async passTo(instant: number, afterEach: () => Promise<void>): Promise<void> {
    await this.rest()
    for (;;) {
      const [first] = this.#waiting
      if (first === undefined || first.at > instant) break
      this.#waiting.shift()
      this.#now = Math.max(this.#now, first.at)
      first.resume()
      await this.rest()
      await afterEach()
    }
    this.#now = Math.max(this.#now, instant)
  }

  /** Resolves when nobody does anything but wait. */
  async rest(): Promise<void> {
    do await turnOfTheLoop()
    while (this.#outside > 0)
  }
}

/** Everything that needs no input or output is done before the next turn. */
function turnOfTheLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
