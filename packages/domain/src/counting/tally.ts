import type { Channel } from '../dossier.ts'
import type { DossierStatistics } from '../dossier-statistics.ts'
import type { DayNumber } from '../time.ts'
import { MEASURES, type Measure } from './counting-rule.ts'

type Sums = Record<Measure, number>

/** Adds up the events of one row of Form II.06, from a ledger or from a scan, for the days `from`..`to` (inclusive). */
export class Tally {
  readonly #from: DayNumber
  readonly #to: DayNumber
  readonly #before = emptySums()
  readonly #within = emptySums()
  #receivedOnline = 0

  constructor(from: DayNumber, to: DayNumber) {
    this.#from = from
    this.#to = to
  }

  /** Adds `count` events of one measure, channel and day; days after the period do not matter. */
  add(measure: Measure, channel: Channel | null, day: DayNumber, count = 1): void {
    if (day > this.#to) return
    if (day < this.#from) {
      this.#before[measure] += count
      return
    }
    this.#within[measure] += count
    if (measure === 'received' && channel === 'online') this.#receivedOnline += count
  }

  /** The row so far. */
  statistics(): DossierStatistics {
    const carriedOver = this.#before.received - resolved(this.#before)
    const resolvedTotal = resolved(this.#within)
    const pendingTotal = carriedOver + this.#within.received - resolvedTotal
    const pendingOverdue =
      this.#before.overdueOpened +
      this.#within.overdueOpened -
      this.#before.overdueClosed -
      this.#within.overdueClosed
    return {
      receivedTotal: carriedOver + this.#within.received,
      receivedOnline: this.#receivedOnline,
      receivedDirectPost: this.#within.received - this.#receivedOnline,
      carriedOver,
      resolvedTotal,
      resolvedEarly: this.#within.resolvedEarly,
      resolvedOnTime: this.#within.resolvedOnTime,
      resolvedLate: this.#within.resolvedLate,
      pendingTotal,
      pendingWithin: pendingTotal - pendingOverdue,
      pendingOverdue,
    }
  }
}

function emptySums(): Sums {
  return Object.fromEntries(MEASURES.map((measure) => [measure, 0])) as Sums
}

function resolved(sums: Sums): number {
  return sums.resolvedEarly + sums.resolvedOnTime + sums.resolvedLate
}
