import type { Fault } from '@cchc/domain'
import type { Refusal } from '@cchc/store'

/** Records that were refused for one reason. */
export interface EqualRefusal {
  readonly reason: Fault
  readonly count: number
}

/** Fewer may have nothing to do with each other. */
const MANY = 3
const MOST_REASONS = 1000

/** Counts the refusals of a pass by their reason. */
export class EqualRefusals {
  readonly #byReason = new Map<string, EqualRefusal>()

  add(refusals: readonly Refusal[]): void {
    for (const [reason] of refusals.map(({ reasons }) => reasons)) {
      if (!reason) continue
      const key = `${reason.path} ${JSON.stringify(reason.message)}`
      const count = (this.#byReason.get(key)?.count ?? 0) + 1
      if (count > 1 || this.#byReason.size < MOST_REASONS)
        this.#byReason.set(key, { reason, count })
    }
  }

  /** The most frequent reason; undefined where none is frequent. */
  get many(): EqualRefusal | undefined {
    const [most] = [...this.#byReason.values()].toSorted((a, b) => b.count - a.count)
    return most && most.count >= MANY ? most : undefined
  }
}
