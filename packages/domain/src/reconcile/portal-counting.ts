import type { CountedDossier } from '../counting/counting-rule.ts'
import { COUNTING_RULES, findCountingRule } from '../counting/rules.ts'
import type { Dossier } from '../dossier.ts'
import { type Amounts, addTo } from './amounts.ts'
import { type CohortReading, countInCohort, type Days, otherReadings } from './cohort.ts'
import type { PortalComparison } from './portal-comparison.ts'
import { countRow, rowCounter } from './row-counter.ts'

/** Counts dossiers for several periods at once, in memory that does not grow with them. */
export interface Counter {
  add(dossier: CountedDossier): void
  /** The figures of the period at this position. */
  amounts(period: number): Amounts
}

/** One dossier's share in the figures of the days. */
export type Count = (dossier: Dossier, days: Days) => Amounts

/** The hub's dossiers counted as a portal counts them. */
export interface PortalCounting {
  counter(periods: readonly Days[]): Counter
  readonly count: Count
  /** The figure in which a dossier shows once it has ended. */
  readonly ended: string
  /** The same dossiers by a rule with one thing exchanged. */
  readonly others: readonly {
    readonly detail: string
    readonly name: string
    readonly count: Count
  }[]
}

/** How the dossiers are counted for a comparison. */
export function portalCounting(comparison: PortalComparison): PortalCounting {
  return comparison.counts === 'cohort'
    ? cohortCounting(comparison.answers)
    : rowCounting(comparison.rule)
}

function cohortCounting(answers: CohortReading): PortalCounting {
  return {
    counter: (periods) => cohortCounter(answers, periods),
    count: (dossier, days) => countInCohort(answers, dossier, days),
    ended: 'completed',
    others: otherReadings(answers).map(({ detail, name, reading }) => ({
      detail,
      name,
      count: (dossier, days) => countInCohort(reading, dossier, days),
    })),
  }
}

function cohortCounter(answers: CohortReading, periods: readonly Days[]): Counter {
  const sums = periods.map((): Record<string, number> => ({}))
  return {
    add(dossier) {
      for (const [index, days] of periods.entries()) {
        addTo(sums[index] ?? {}, countInCohort(answers, dossier, days))
      }
    },
    amounts: (period) => sums[period] ?? {},
  }
}

function rowCounting(id: string): PortalCounting {
  const rule = findCountingRule(id)
  if (!rule) throw new RangeError(`no counting rule ${id}`)
  return {
    counter: (periods) => rowCounter(rule, periods),
    count: (dossier, days) => countRow(rule, dossier, days),
    ended: 'resolved',
    others: COUNTING_RULES.filter((other) => other !== rule).map((other) => ({
      detail: other.id,
      name: other.name,
      count: (dossier, days) => countRow(other, dossier, days),
    })),
  }
}
