import type { Instant } from '@cchc/domain'

interface Dated {
  readonly code: string
  readonly at: Instant
}

/** The earliest so many of what has a code and an instant; memory does not grow with what is added. */
export class Earliest<T extends Dated> {
  readonly #most: number
  #held: T[] = []

  constructor(most: number) {
    this.#most = most
  }

  add(one: T): void {
    this.#held.push(one)
    if (this.#held.length > 4 * this.#most + 100) this.#held = this.#earliest()
  }

  list(): readonly T[] {
    return this.#earliest()
  }

  #earliest(): T[] {
    const ordered = this.#held.toSorted((a, b) => a.at - b.at || (a.code < b.code ? -1 : 1))
    return ordered.slice(0, this.#most)
  }
}
