import { II06_COLUMNS, type StatisticsColumn } from '../dossier-statistics.ts'
import type { BilingualText } from './bilingual-text.ts'
import { CAUSES, type Cause } from './choices.ts'
import type { ColumnDifference } from './difference.ts'
import { CAUSE_NAMES } from './question-names.ts'

/** How many dossiers count in a column under the other rule only, and under the first only. */
export interface ColumnChange {
  readonly column: StatisticsColumn
  readonly more: number
  readonly fewer: number
  readonly difference: number
}

/** What one cause does to the columns; the sum of a column's differences over all causes is the whole difference. */
export interface CauseDifference {
  readonly cause: Cause | 'unexplained'
  readonly name: BilingualText
  /** Dossiers with at least one column of this cause; one with two causes counts under both. */
  readonly dossiers: number
  readonly columns: readonly ColumnChange[]
}

/** The difference between two rules over many dossiers. */
export interface DifferenceTotals {
  /** Dossiers that any column counts differently. */
  readonly dossiers: number
  readonly causes: readonly CauseDifference[]
}

type Counts = { more: number; fewer: number }
type Sum = { dossiers: number; readonly columns: Map<StatisticsColumn, Counts> }

/** Adds up explained differences; additive over dossiers like every figure. */
export class DifferenceTally {
  #dossiers = 0
  readonly #causes = new Map<Cause | 'unexplained', Sum>()

  /** Adds what one dossier counts differently. */
  add(differences: readonly ColumnDifference[]): void {
    if (differences.length === 0) return
    this.#dossiers += 1
    for (const cause of new Set(differences.map((one) => one.cause))) {
      this.#sum(cause).dossiers += 1
    }
    for (const { cause, column, difference } of differences) {
      const { columns } = this.#sum(cause)
      const counts = columns.get(column) ?? { more: 0, fewer: 0 }
      columns.set(column, counts)
      if (difference > 0) counts.more += difference
      else counts.fewer -= difference
    }
  }

  /** The causes that occurred, in the order of the comparison table. */
  totals(): DifferenceTotals {
    const causes = [...CAUSES, 'unexplained' as const].flatMap((cause) => {
      const sum = this.#causes.get(cause)
      return sum === undefined ? [] : [describe(cause, sum)]
    })
    return { dossiers: this.#dossiers, causes }
  }

  #sum(cause: Cause | 'unexplained'): Sum {
    const sum = this.#causes.get(cause) ?? { dossiers: 0, columns: new Map() }
    this.#causes.set(cause, sum)
    return sum
  }
}

function describe(cause: Cause | 'unexplained', { dossiers, columns }: Sum): CauseDifference {
  return {
    cause,
    name: CAUSE_NAMES[cause],
    dossiers,
    columns: II06_COLUMNS.flatMap(({ key }) => {
      const counts = columns.get(key)
      return counts === undefined
        ? []
        : [{ column: key, ...counts, difference: counts.more - counts.fewer }]
    }),
  }
}
