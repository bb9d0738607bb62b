import type { Channel } from '../dossier.ts'
import type { DossierStatistics } from '../dossier-statistics.ts'
import { carryForward, caseload, flow, stock } from '../quantity.ts'
import type { DayNumber } from '../time.ts'
import { type CountedDossier, type CountingRule, MEASURES, type Measure } from './counting-rule.ts'
import type { ExtraFigure, ExtraFigures } from './extra-figures.ts'
import { EXTRA_FIGURE_DESCRIPTIONS, EXTRA_FIGURES } from './extra-figures.ts'
import { unstatedFigures } from './fact-figures.ts'

/** Events that happened: `count` of one measure or extra figure, by one channel, on one day. */
export interface CountedEvents {
  readonly measure: Measure | ExtraFigure
  readonly channel: Channel | null
  readonly day: DayNumber
  /** One unless told. */
  readonly count?: number
}

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

  /** Adds events; days after the period do not matter. */
  add({ measure, channel, day, count = 1 }: CountedEvents): void {
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
    const { channel } = dossier
    const add = (measure: Measure | ExtraFigure, day: DayNumber, count = 1) =>
      this.add({ measure, channel, day, count })
    rule.count(dossier, add, add)
  }

  /** The row so far. */
  statistics(): DossierStatistics {
    const [before, within] = [this.#before, this.#within]
    const carriedOver = stock(before.received - closed(before))
    const received = flow(within.received)
    const pendingTotal = carryForward(carriedOver, received, flow(closed(within)))
    const opened = before.overdueOpened + within.overdueOpened
    const pendingOverdue = stock(opened - before.overdueClosed - within.overdueClosed)
    return {
      receivedTotal: caseload(carriedOver, received),
      receivedOnline: flow(this.#receivedOnline),
      receivedDirectPost: flow(received - this.#receivedOnline - within.receivedOtherChannel),
      carriedOver,
      resolvedTotal: flow(resolved(within)),
      resolvedEarly: flow(within.resolvedEarly),
      resolvedOnTime: flow(within.resolvedOnTime),
      resolvedLate: flow(within.resolvedLate),
      pendingTotal,
      pendingWithin: stock(pendingTotal - pendingOverdue),
      pendingOverdue,
    }
  }

  /**
   * The figures beside the row that a rule has: flows of the period, stocks at the end of its last day. One of a fact that
   * some dossier does not state is left out.
   */
  extras({ extraFigures }: Pick<CountingRule, 'extraFigures'>): ExtraFigures {
    const sums = this.#figures()
    const unstated = unstatedFigures(sums)
    const known = extraFigures.filter((figure) => !unstated.has(figure))
    return Object.fromEntries(known.map((figure) => [figure, sums[figure]]))
  }

  #figures() {
    const { pendingOverdue } = this.statistics()
    const sums = { ...this.#within, pendingOverdue }
    for (const figure of STOCKS) sums[figure] += this.#before[figure]
    return sums
  }
}

const NOTHING = Object.fromEntries([...MEASURES, ...EXTRA_FIGURES].map((name) => [name, 0])) as Sums

const STOCKS = EXTRA_FIGURES.filter((name) => EXTRA_FIGURE_DESCRIPTIONS[name].kind === 'stock')

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
