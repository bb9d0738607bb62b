import type {
  BilingualText,
  Cause,
  CauseDifference,
  ColumnDifference,
  CountedDossier,
  CountedEvents,
  CountingRule,
  DayNumber,
  DayRange,
  DossierStatistics,
  ExtraFigures,
  Ratio,
  StatisticsColumn,
} from '@cchc/domain'
import { DifferenceTally, II06_COLUMNS, RuleDifference, Tally } from '@cchc/domain'

/** One rule's figures: the row, what it has beside the row, and its rate on time. */
export interface RuleFigures {
  readonly rule: string
  readonly statistics: DossierStatistics
  readonly extras?: ExtraFigures
  readonly onTime: Ratio
}

/** How one rule's figures differ from those of the first: per column, and the causes that add up to each column. */
export interface RuleDifferenceFigures {
  readonly base: string
  readonly other: string
  readonly columns: readonly {
    readonly column: StatisticsColumn
    readonly base: number
    readonly other: number
    readonly difference: number
  }[]
  /** Dossiers that any column counts differently. */
  readonly dossiers: number
  readonly causes: readonly (CauseDifference & {
    /** What both rules answer to the question; null for what stays unexplained. */
    readonly answers: { readonly base: BilingualText; readonly other: BilingualText } | null
  })[]
}

/** The same dossiers under several rules. */
export interface ComparedFigures {
  readonly byRule: readonly RuleFigures[]
  readonly differences: readonly RuleDifferenceFigures[]
}

/** Rules to compare, and what tells each of them from the first; shared by all rows of a comparison. */
export interface ComparedRules {
  readonly rules: readonly [CountingRule, ...CountingRule[]]
  readonly differences: readonly {
    readonly other: CountingRule
    readonly explain: RuleDifference
  }[]
}

/** Prepares rules for comparison with the first of them. */
export function comparedRules(rules: ComparedRules['rules']): ComparedRules {
  const [base, ...others] = rules
  return {
    rules,
    differences: others.map((other) => ({ other, explain: new RuleDifference({ base, other }) })),
  }
}

/** What each rule makes of one dossier, in the rules' order. */
export type ComparedEvents = readonly (readonly CountedEvents[])[]

/** Counts one dossier by every rule. */
export function eventsByRule({ rules }: ComparedRules, dossier: CountedDossier): ComparedEvents {
  const { channel } = dossier
  return rules.map((rule) => {
    const events: CountedEvents[] = []
    const add = (measure: CountedEvents['measure'], day: DayNumber, count = 1) => {
      events.push({ measure, channel, day, count })
    }
    rule.count(dossier, add, add)
    return events
  })
}

/** How each rule counts a dossier differently in a period than the first; in the rules' order. */
export function differencesOf(
  { differences }: ComparedRules,
  { events, dossier, period }: CountedCase,
): readonly (readonly ColumnDifference[])[] {
  const [base = []] = events
  return differences.map(({ explain }, index) => {
    const other = events[index + 1] ?? base
    if (areSame(base, other)) return []
    const rows = { base: rowOf(base, period), other: rowOf(other, period) }
    return explain.explain(dossier, period, rows)
  })
}

function rowOf(events: readonly CountedEvents[], { from, to }: DayRange): DossierStatistics {
  const tally = new Tally(from, to)
  for (const one of events) tally.add(one)
  return tally.statistics()
}

interface CountedCase {
  readonly events: ComparedEvents
  readonly dossier: CountedDossier
  readonly period: DayRange
}

/** One dossier's share in a period. */
interface ComparedDossier {
  readonly events: ComparedEvents
  readonly differences: readonly (readonly ColumnDifference[])[]
}

/** Adds up dossiers of one row and period under several rules at once, with the causes of their differences. */
export class ComparedTally {
  readonly #compared: ComparedRules
  readonly #tallies: readonly Tally[]
  readonly #causes: readonly DifferenceTally[]

  constructor(compared: ComparedRules, { from, to }: DayRange) {
    this.#compared = compared
    this.#tallies = compared.rules.map(() => new Tally(from, to))
    this.#causes = compared.differences.map(() => new DifferenceTally())
  }

  add({ events, differences }: ComparedDossier): void {
    this.#tallies.forEach((tally, index) => {
      for (const one of events[index] ?? []) tally.add(one)
    })
    for (const [index, found] of differences.entries()) this.#causes[index]?.add(found)
  }

  /** Whether no rule counts anything here. */
  isEmpty(): boolean {
    return this.#sums().every(isNothing)
  }

  figures(): ComparedFigures {
    const sums = this.#sums()
    return {
      byRule: sums.map((sum, index) => this.#figuresOf(index, sum)),
      differences: this.#compared.differences.map(({ other }, index) =>
        this.#difference(sums, { other, index }),
      ),
    }
  }

  #sums(): readonly Sum[] {
    return this.#compared.rules.map((rule, index) => {
      const tally = this.#tallies[index] ?? new Tally(0, 0)
      return { statistics: tally.statistics(), extras: tally.extras(rule) }
    })
  }

  #figuresOf(index: number, { statistics, extras }: Sum): RuleFigures {
    const rule = this.#compared.rules[index] ?? this.#compared.rules[0]
    return {
      rule: rule.id,
      statistics,
      ...(rule.extraFigures.length === 0 ? {} : { extras }),
      onTime: rule.onTime(statistics),
    }
  }

  #difference(
    sums: readonly Sum[],
    { other, index }: { readonly other: CountingRule; readonly index: number },
  ): RuleDifferenceFigures {
    const [base] = this.#compared.rules
    const { dossiers = 0, causes = [] } = this.#causes[index]?.totals() ?? {}
    const [first, second] = [sums[0]?.statistics, sums[index + 1]?.statistics]
    return {
      base: base.id,
      other: other.id,
      columns: II06_COLUMNS.map(({ key }) => {
        const [own, its] = [first?.[key] ?? 0, second?.[key] ?? 0]
        return { column: key, base: own, other: its, difference: its - own }
      }),
      dossiers,
      causes: causes.map((one) => ({ ...one, answers: answersTo(one.cause, { base, other }) })),
    }
  }
}

/** The rules give their events in one order. */
function areSame(one: readonly CountedEvents[], other: readonly CountedEvents[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ measure, day, count }, index) => {
      const its = other[index]
      return measure === its?.measure && day === its.day && count === its.count
    })
  )
}

interface Sum {
  readonly statistics: DossierStatistics
  readonly extras: ExtraFigures
}

function isNothing({ statistics, extras }: Sum): boolean {
  return [statistics, extras].every((figures) =>
    Object.values(figures).every((value) => value === 0),
  )
}

function answersTo(
  cause: Cause | 'unexplained',
  { base, other }: { readonly base: CountingRule; readonly other: CountingRule },
) {
  return cause === 'unexplained' ? null : { base: base.answers[cause], other: other.answers[cause] }
}
