import type {
  BilingualText,
  Cause,
  CauseDifference,
  ColumnDifference,
  CountedDossier,
  CountingRule,
  DayRange,
  DossierStatistics,
  ExtraFigures,
  Ratio,
  StatisticsColumn,
} from '@cchc/domain'
import {
  addExtraFigures,
  addStatistics,
  DifferenceTally,
  II06_COLUMNS,
  RuleDifference,
  Tally,
} from '@cchc/domain'

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

interface Sum {
  readonly statistics: DossierStatistics
  readonly extras: ExtraFigures
}

/** One dossier's share in a period under each rule, and how each differs from the first; both in the rules' order. */
export interface ComparedDossier {
  readonly sums: readonly Sum[]
  readonly differences: readonly (readonly ColumnDifference[])[]
}

/** Counts one dossier by every rule; null when no rule counts it in the period. */
export function compareDossier(
  { rules, differences }: ComparedRules,
  { dossier, period }: { readonly dossier: CountedDossier; readonly period: DayRange },
): ComparedDossier | null {
  const sums = rules.map((rule) => sumOf(rule, period, dossier))
  const [base, ...others] = sums
  if (base === undefined || sums.every(isNothing)) return null
  return {
    sums,
    differences: differences.map(({ explain }, index) => {
      const other = (others[index] ?? base).statistics
      return explain.explain(dossier, period, { base: base.statistics, other })
    }),
  }
}

/** Shares that wait until they are added up together, which takes a fraction of adding each to a sum. */
const MOST_WAITING = 100

/** Adds up dossiers of one row and period under several rules at once, with the causes of their differences. */
export class ComparedTally {
  readonly #compared: ComparedRules
  #sums: readonly Sum[]
  #waiting: ComparedDossier['sums'][] = []
  readonly #causes: readonly DifferenceTally[]

  constructor(compared: ComparedRules, period: DayRange) {
    this.#compared = compared
    this.#sums = compared.rules.map((rule) => sumOf(rule, period, null))
    this.#causes = compared.differences.map(() => new DifferenceTally())
  }

  add({ sums, differences }: ComparedDossier): void {
    this.#waiting.push(sums)
    if (this.#waiting.length === MOST_WAITING) this.#addUp()
    for (const [index, found] of differences.entries()) this.#causes[index]?.add(found)
  }

  /** Whether no rule counts anything here. */
  isEmpty(): boolean {
    return this.#addUp().every(isNothing)
  }

  figures(): ComparedFigures {
    const sums = this.#addUp()
    return {
      byRule: sums.map((sum, index) => this.#figuresOf(index, sum)),
      differences: this.#compared.differences.map(({ other }, index) =>
        this.#difference(other, index),
      ),
    }
  }

  #addUp(): readonly Sum[] {
    const waiting = this.#waiting
    this.#waiting = []
    this.#sums = this.#sums.map((sum, index) =>
      added([sum, ...waiting.flatMap((sums) => sums[index] ?? [])]),
    )
    return this.#sums
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

  #difference(other: CountingRule, index: number): RuleDifferenceFigures {
    const [base] = this.#compared.rules
    const { dossiers = 0, causes = [] } = this.#causes[index]?.totals() ?? {}
    const [first, second] = [this.#sums[0]?.statistics, this.#sums[index + 1]?.statistics]
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

function sumOf(rule: CountingRule, period: DayRange, dossier: CountedDossier | null): Sum {
  const tally = new Tally(period.from, period.to)
  if (dossier !== null) tally.addDossier(rule, dossier)
  return { statistics: tally.statistics(), extras: tally.extras(rule) }
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

function added(sums: readonly Sum[]): Sum {
  return {
    statistics: addStatistics(sums.map(({ statistics }) => statistics)),
    extras: addExtraFigures(sums.map(({ extras }) => extras)),
  }
}
