import { createHash } from 'node:crypto'
import type { Hub } from '@cchc/hub'
import type { z } from 'zod'
import { Refusal } from '../refusal.ts'

/** A request that may be sent again: who sends it, under which key, and what it asks. */
export interface Repeatable {
  readonly who: string
  readonly key: string
  readonly asked: object
}

const LIMITS = { underwayMs: 2 * 60_000, answeredMs: 24 * 3_600_000, most: 10_000 }

/**
 * What was answered to requests with an Idempotency-Key, for a day, in the store: at most 10,000 of them, then the oldest
 * go. A request that failed is not remembered: it may be sent again under its key.
 */
export class RememberedAnswers<Answer> {
  readonly #repeats: Hub['repeats']
  readonly #schema: z.ZodType<Answer>
  readonly #going = new Map<string, { readonly asked: string; readonly answer: Promise<Answer> }>()

  constructor({ repeats }: Pick<Hub, 'repeats'>, schema: z.ZodType<Answer>) {
    this.#repeats = repeats
    this.#schema = schema
  }

  /**
   * The answer that the same caller got before, or that is being made. Throws the Refusal `key_reused` for another body,
   * `key_underway` where another gateway makes it.
   */
  answer({ who, key, asked }: Repeatable, make: () => Promise<Answer>): Promise<Answer> {
    const repeat = { name: digestOf([who, key]), asked: digestOf(asked) }
    const going = this.#going.get(repeat.name)
    if (going && going.asked !== repeat.asked) throw new Refusal('key_reused')
    if (going) return going.answer
    const answer = this.#found(repeat, make).finally(() => this.#going.delete(repeat.name))
    this.#going.set(repeat.name, { asked: repeat.asked, answer })
    return answer
  }

  async #found(
    repeat: { readonly name: string; readonly asked: string },
    make: () => Promise<Answer>,
  ): Promise<Answer> {
    const claim = await this.#repeats.claimRepeat(repeat, LIMITS)
    if (claim.state === 'answered') return this.#schema.parse(JSON.parse(claim.answer))
    if (claim.state === 'other') throw new Refusal('key_reused')
    if (claim.state === 'underway') throw new Refusal('key_underway')
    try {
      const answer = await make()
      await this.#repeats.answerRepeat(repeat, JSON.stringify(answer))
      return answer
    } catch (thrown) {
      await this.#repeats.dropRepeat(repeat)
      throw thrown
    }
  }
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64')
}
