import { httpDate } from './http-date.ts'

/** Most by which answers were dated before or after what the clock of this machine showed, in ms; 0 = never. */
export interface ClockDifference {
  readonly earlierMs: number
  readonly laterMs: number
}

/** Of a portal whose clock nothing is known of. */
export const NO_DIFFERENCE: ClockDifference = { earlierMs: 0, laterMs: 0 }

interface Exchange {
  /** What the clock of this machine showed when it was asked, and when the answer had come; epoch ms. */
  readonly askedAt: number
  readonly cameAt: number
}

/**
 * What the answers of a portal say of its clock by their Date (RFC 9110 §6.6.1). A claim: what it is worth, others judge.
 * A Date that is missing or cannot be read says nothing, nor does an answer that a cache kept (Age, RFC 9111 §5.1).
 */
export class PortalClock {
  #difference = NO_DIFFERENCE

  get difference(): ClockDifference {
    return this.#difference
  }

  note(headers: Readonly<Record<string, string>>, { askedAt, cameAt }: Exchange): void {
    const { date = '', age = '0' } = headers
    const shown = httpDate(date.slice(0, 100).trim(), cameAt)
    if (Number.isNaN(shown) || age !== '0') return
    const { earlierMs, laterMs } = this.#difference
    this.#difference = {
      earlierMs: Math.max(earlierMs, askedAt - shown),
      laterMs: Math.max(laterMs, shown - cameAt),
    }
  }
}
