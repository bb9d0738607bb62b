import { createHash } from 'node:crypto'
import { Refusal } from '../refusal.ts'

interface Remembered<Answer> {
  readonly digest: string
  readonly until: number
  readonly answer: Promise<Answer>
}

interface Limits {
  readonly most?: number
  readonly milliseconds?: number
  readonly now?: () => number
}

/** A request that may be sent again: who sends it, under which key, and what it asks. */
export interface Repeatable {
  readonly who: string
  readonly key: string
  readonly asked: object
}

const DAY_MS = 24 * 3_600_000

/**
 * What was answered to requests with an Idempotency-Key, for a day, in the memory of this process: at most 10,000 of them,
 * then the oldest go. A request that failed is not remembered: it may be sent again under its key.
 */
export class RememberedAnswers<Answer> {
  readonly #most: number
  readonly #milliseconds: number
  readonly #now: () => number
  readonly #remembered = new Map<string, Remembered<Answer>>()

  constructor({ most = 10_000, milliseconds = DAY_MS, now = Date.now }: Limits = {}) {
    this.#most = most
    this.#milliseconds = milliseconds
    this.#now = now
  }

  /** The answer that the same caller got before, or that is being made; throws the Refusal `key_reused` for another body. */
  async answer({ who, key, asked }: Repeatable, make: () => Promise<Answer>): Promise<Answer> {
    this.#forgetOld()
    const name = JSON.stringify([who, key])
    const digest = createHash('sha256').update(JSON.stringify(asked)).digest('base64')
    const before = this.#remembered.get(name)
    if (before && before.digest !== digest) throw new Refusal('key_reused')
    if (before) return before.answer
    const answer = make()
    const own = { digest, until: this.#now() + this.#milliseconds, answer }
    this.#remembered.set(name, own)
    answer.catch(() => {
      if (this.#remembered.get(name) === own) this.#remembered.delete(name)
    })
    return answer
  }

  #forgetOld(): void {
    const now = this.#now()
    for (const [name, { until }] of this.#remembered) {
      if (until > now && this.#remembered.size < this.#most) return
      this.#remembered.delete(name)
    }
  }
}
