import type { Channel } from '../dossier.ts'
import type { DossierStatistics } from '../dossier-statistics.ts'
import type { DayNumber } from '../time.ts'
import { type CountedDossier, type CountingRule, MEASURES, type Measure } from './counting-rule.ts'
import {
  EXTRA_FIGURE_DESCRIPTIONS,
  EXTRA_FIGURES,
  type ExtraFigure,
  type ExtraFigures,
} from './extra-figures.ts'

type Sums = Record<Measure | ExtraFigure, number>

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

  /** Adds `count` events of one measure or extra figure, channel and day; days after the period do not matter. */
  add(
    measure: Measure | ExtraFigure,
    channel: Channel | null,
    day: DayNumber,
    count: number = 1,
  ): void {
    if (day > this.#to) return
    if (day < this.#from) {
      this.#before[measure] += count
      return
    }
    this.#within[measure] += count
    if (measure === 'received' && channel === 'online') this.#receivedOnline += count
  }

  /** Adds all events of one dossier by a rule, those of its extra figures included. */
  addDossier(rule: CountingRule, dossier: CountedDossier): void {
    const add = (name: Measure | ExtraFigure, day: DayNumber) =>
      this.add(name, dossier.channel, day)
    rule.count(dossier, add, add)
  }

  /** The row so far. */
  statistics(): DossierStatistics {
    const carriedOver = this.#before.received - closed(this.#before)
    const received = this.#within.received
    const pendingTotal = carriedOver + received - closed(this.#within)
    const pendingOverdue =
      this.#before.overdueOpened +
      this.#within.overdueOpened -
      this.#before.overdueClosed -
      this.#within.overdueClosed
    return {
      receivedTotal: carriedOver + received,
      receivedOnline: this.#receivedOnline,
      receivedDirectPost: received - this.#receivedOnline - this.#within.receivedOtherChannel,
      carriedOver,
      resolvedTotal: resolved(this.#within),
      resolvedEarly: this.#within.resolvedEarly,
      resolvedOnTime: this.#within.resolvedOnTime,
      resolvedLate: this.#within.resolvedLate,
      pendingTotal,
      pendingWithin: pendingTotal - pendingOverdue,
      pendingOverdue,
    }
  }

  /** The figures beside the row that a rule has: flows of the period, stocks at the end of its last day. */
  extras({ extraFigures }: Pick<CountingRule, 'extraFigures'>): ExtraFigures {
    return Object.fromEntries(
      extraFigures.map((figure) => {
        const { kind } = EXTRA_FIGURE_DESCRIPTIONS[figure]
        const before = kind === 'stock' ? this.#before[figure] : 0
        return [figure, before + this.#within[figure]]
      }),
    )
  }
}

const NOTHING = Object.fromEntries([...MEASURES, ...EXTRA_FIGURES].map((name) => [name, 0])) as Sums

function emptySums(): Sums {
  return { ...NOTHING }
}

function resolved(sums: Sums): number {
  return sums.resolvedEarly + sums.resolvedOnTime + sums.resolvedLate
}

/** Everything that has left the row. */
function closed(sums: Sums): number {
  return resolved(sums) + sums.stopped + sums.withdrawn
}
