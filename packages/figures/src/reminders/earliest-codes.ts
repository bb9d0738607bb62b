import type { Instant } from '@cchc/domain'

interface Dated {
  readonly code: string
  readonly at: Instant
}

/** The codes of the earliest so many; memory does not grow with what is added. */
export class EarliestCodes {
  readonly #most: number
  #held: Dated[] = []

  constructor(most: number) {
    this.#most = most
  }

  add(code: string, at: Instant): void {
    this.#held.push({ code, at })
    if (this.#held.length > 4 * this.#most + 100) this.#held = this.#earliest()
  }

  list(): readonly string[] {
    return this.#earliest().map(({ code }) => code)
  }

  #earliest(): Dated[] {
    const ordered = this.#held.toSorted((a, b) => a.at - b.at || (a.code < b.code ? -1 : 1))
    return ordered.slice(0, this.#most)
  }
}
