import {
  type Cause,
  type CauseDifference,
  type CountedDossier,
  type CountingRule,
  type DayRange,
  DifferenceTally,
  type DossierStatistics,
  type ExtraFigure,
  type ExtraFigures,
  II06_COLUMNS,
  type Ratio,
  RuleDifference,
  type StatisticsColumn,
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
    readonly answers: { readonly base: string; readonly other: string } | null
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

/** Adds up dossiers of one row and period under several rules at once, with the causes of their differences. */
export class ComparedTally {
  readonly #compared: ComparedRules
  readonly #period: DayRange
  readonly #sums = new Map<CountingRule, Sum>()
  readonly #causes: readonly DifferenceTally[]

  constructor(compared: ComparedRules, period: DayRange) {
    this.#compared = compared
    this.#period = period
    this.#causes = compared.differences.map(() => new DifferenceTally())
    for (const rule of compared.rules) this.#sums.set(rule, this.#count(rule, null))
  }

  add(dossier: CountedDossier): void {
    const rows = new Map<CountingRule, DossierStatistics>()
    for (const [rule, sum] of this.#sums) {
      const own = this.#count(rule, dossier)
      rows.set(rule, own.statistics)
      this.#sums.set(rule, addSums(sum, own))
    }
    const base = rows.get(this.#compared.rules[0])
    for (const [index, { other, explain }] of this.#compared.differences.entries()) {
      const row = rows.get(other)
      if (base === undefined || row === undefined) continue
      const differences = explain.explain(dossier, this.#period, { base, other: row })
      this.#causes[index]?.add(differences)
    }
  }

  /** Whether no rule counts anything here. */
  isEmpty(): boolean {
    return [...this.#sums.values()].every(({ statistics, extras }) =>
      [...Object.values(statistics), ...Object.values(extras)].every((value) => value === 0),
    )
  }

  figures(): ComparedFigures {
    return {
      byRule: this.#compared.rules.map((rule) => this.#figuresOf(rule)),
      differences: this.#compared.differences.map(({ other }, index) =>
        this.#difference(other, this.#causes[index] ?? new DifferenceTally()),
      ),
    }
  }

  #count(rule: CountingRule, dossier: CountedDossier | null): Sum {
    const tally = new Tally(this.#period.from, this.#period.to)
    if (dossier !== null) tally.addDossier(rule, dossier)
    return { statistics: tally.statistics(), extras: tally.extras(rule) }
  }

  #sumOf(rule: CountingRule): Sum {
    return this.#sums.get(rule) ?? this.#count(rule, null)
  }

  #figuresOf(rule: CountingRule): RuleFigures {
    const { statistics, extras } = this.#sumOf(rule)
    return {
      rule: rule.id,
      statistics,
      ...(rule.extraFigures.length === 0 ? {} : { extras }),
      onTime: rule.onTime(statistics),
    }
  }

  #difference(other: CountingRule, tally: DifferenceTally): RuleDifferenceFigures {
    const [base] = this.#compared.rules
    const { dossiers, causes } = tally.totals()
    const rows = { base: this.#sumOf(base).statistics, other: this.#sumOf(other).statistics }
    return {
      base: base.id,
      other: other.id,
      columns: II06_COLUMNS.map(({ key }) => ({
        column: key,
        base: rows.base[key],
        other: rows.other[key],
        difference: rows.other[key] - rows.base[key],
      })),
      dossiers,
      causes: causes.map((one) => ({ ...one, answers: answersTo(one.cause, { base, other }) })),
    }
  }
}

function answersTo(
  cause: Cause | 'unexplained',
  { base, other }: { readonly base: CountingRule; readonly other: CountingRule },
) {
  return cause === 'unexplained' ? null : { base: base.answers[cause], other: other.answers[cause] }
}

function addSums(one: Sum, another: Sum): Sum {
  const statistics = { ...one.statistics }
  for (const { key } of II06_COLUMNS) statistics[key] += another.statistics[key]
  const extras: Partial<Record<ExtraFigure, number>> = { ...one.extras }
  for (const [figure, count] of Object.entries(another.extras) as [ExtraFigure, number][]) {
    extras[figure] = (extras[figure] ?? 0) + count
  }
  return { statistics, extras }
}
