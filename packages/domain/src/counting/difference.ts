import type { DossierStatistics, StatisticsColumn } from '../dossier-statistics.ts'
import { II06_COLUMNS } from '../dossier-statistics.ts'
import type { DayNumber } from '../time.ts'
import { CAUSES, type Cause, type Choices } from './choices.ts'
import type { CountedDossier, CountingRule } from './counting-rule.ts'
import { defineRule } from './define-rule.ts'
import { Tally } from './tally.ts'

/** Days of a period, both included. */
export interface DayRange {
  readonly from: DayNumber
  readonly to: DayNumber
}

/** Two rules, the second told by how it differs from the first. */
export interface RulePair {
  readonly base: CountingRule
  readonly other: CountingRule
}

/** One column in which a dossier counts differently: by how much more under the other rule, and why. */
export interface ColumnDifference {
  readonly column: StatisticsColumn
  readonly difference: number
  readonly cause: Cause | 'unexplained'
}

/** An exchange of one answer, and the rule that it leads to. */
interface Step {
  readonly cause: Cause
  readonly rule: CountingRule
}

/** One dossier's share in the eleven columns of Form II.06 for a period. */
function dossierRow(
  rule: CountingRule,
  { dossier, period }: { readonly dossier: CountedDossier; readonly period: DayRange },
): DossierStatistics {
  const tally = new Tally(period.from, period.to)
  tally.addDossier(rule, dossier)
  return tally.statistics()
}

/**
 * Explains how two rules differ. The answers of one rule are exchanged for those of the other, one question after
 * another; the cause is the last exchange that changed the column, or the total that it is part of. So each column in which a dossier counts differently
 * has exactly one cause, and the other direction gives the same causes with the opposite sign.
 */
export class RuleDifference {
  readonly #pair: RulePair
  /** Rules between the two, each with the cause that it exchanged; always walked in the same direction. */
  readonly #steps: readonly Step[]
  readonly #reversed: boolean

  constructor(pair: RulePair) {
    this.#pair = pair
    this.#reversed = pair.base.id > pair.other.id
    const { base, other } = this.#reversed ? { base: pair.other, other: pair.base } : pair
    this.#steps = stepsBetween(base, other)
  }

  /** The columns in which one dossier counts differently; empty for most. */
  explain(
    dossier: CountedDossier,
    period: DayRange,
    rows: { readonly base: DossierStatistics; readonly other: DossierStatistics } = this.#rows(
      dossier,
      period,
    ),
  ): readonly ColumnDifference[] {
    const columns = II06_COLUMNS.map(({ key }) => key).filter(
      (column) => rows.base[column] !== rows.other[column],
    )
    const [first, last] = this.#reversed ? [rows.other, rows.base] : [rows.base, rows.other]
    const walk = new Walk(first, this.#steps, (rule) => dossierRow(rule, { dossier, period }))
    return columns.map((column) => ({
      column,
      difference: rows.other[column] - rows.base[column],
      cause: walk.causeOf(QUANTITIES[column], last),
    }))
  }

  #rows(dossier: CountedDossier, period: DayRange) {
    const { base, other } = this.#pair
    return {
      base: dossierRow(base, { dossier, period }),
      other: dossierRow(other, { dossier, period }),
    }
  }
}

function stepsBetween(base: CountingRule, other: CountingRule): Step[] {
  let choices: Choices = base.choices
  return CAUSES.filter((cause) => base.choices[cause] !== other.choices[cause]).map((cause) => {
    choices = { ...choices, [cause]: other.choices[cause] }
    return { cause, rule: defineRule({ ...other, choices }) }
  })
}

type Quantity = (row: DossierStatistics) => number

const received: Quantity = (row) => row.receivedTotal
const resolved: Quantity = (row) => row.resolvedTotal
const notLate: Quantity = (row) => row.resolvedEarly + row.resolvedOnTime
const pending: Quantity = (row) => row.pendingTotal

/**
 * What may have changed a column, the coarsest first: a dossier that is not resolved at all, or late, is so for that
 * reason, and not because early is told from on time.
 */
const QUANTITIES: Readonly<Record<StatisticsColumn, readonly Quantity[]>> = {
  receivedTotal: [received],
  receivedOnline: [received, (row) => row.receivedOnline],
  receivedDirectPost: [received, (row) => row.receivedDirectPost],
  carriedOver: [received, (row) => row.carriedOver],
  resolvedTotal: [resolved],
  resolvedEarly: [resolved, notLate, (row) => row.resolvedEarly],
  resolvedOnTime: [resolved, notLate, (row) => row.resolvedOnTime],
  resolvedLate: [resolved, (row) => row.resolvedLate],
  pendingTotal: [pending],
  pendingWithin: [pending, (row) => row.pendingWithin],
  pendingOverdue: [pending, (row) => row.pendingOverdue],
}

/** The rows on the way from one rule to the other, counted from the far end and only as far as is needed. */
class Walk {
  readonly #first: DossierStatistics
  readonly #steps: readonly Step[]
  readonly #count: (rule: CountingRule) => DossierStatistics
  readonly #rows: DossierStatistics[] = []

  constructor(
    first: DossierStatistics,
    steps: readonly Step[],
    count: (rule: CountingRule) => DossierStatistics,
  ) {
    this.#first = first
    this.#steps = steps
    this.#count = count
  }

  causeOf(quantities: readonly Quantity[], last: DossierStatistics): Cause | 'unexplained' {
    const changed = quantities.find((quantity) => quantity(this.#first) !== quantity(last))
    if (changed === undefined) return 'unexplained'
    const differs = (index: number) => changed(this.#row(index)) !== changed(last)
    if (differs(this.#steps.length)) return 'unexplained'
    return this.#steps.findLast((_, index) => differs(index))?.cause ?? 'unexplained'
  }

  /** The row after so many exchanges. */
  #row(index: number): DossierStatistics {
    const step = this.#steps[index - 1]
    if (step === undefined) return this.#first
    const row = this.#rows[index] ?? this.#count(step.rule)
    this.#rows[index] = row
    return row
  }
}
