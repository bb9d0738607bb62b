import type { BilingualText } from './bilingual-text.ts'
import { CAUSES, type Cause } from './choices.ts'
import { ChangeSum, type ColumnChange } from './column-changes.ts'
import type { ColumnDifference } from './difference.ts'
import { CAUSE_NAMES } from './question-names.ts'

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

/** Adds up explained differences; additive over dossiers like every figure. */
export class DifferenceTally {
  #dossiers = 0
  readonly #causes = new Map<Cause | 'unexplained', ChangeSum>()

  /** Adds what one dossier counts differently. */
  add(differences: readonly ColumnDifference[]): void {
    if (differences.length === 0) return
    this.#dossiers += 1
    for (const cause of new Set(differences.map((one) => one.cause))) {
      this.#sum(cause).dossiers += 1
    }
    for (const { cause, column, difference } of differences) {
      this.#sum(cause).add(column, difference)
    }
  }

  /** The causes that occurred, in the order of the comparison table. */
  totals(): DifferenceTotals {
    const causes = [...CAUSES, 'unexplained' as const].flatMap((cause) => {
      const sum = this.#causes.get(cause)
      if (!sum) return []
      const { dossiers } = sum
      return { cause, name: CAUSE_NAMES[cause], dossiers, columns: sum.columns() }
    })
    return { dossiers: this.#dossiers, causes }
  }

  #sum(cause: Cause | 'unexplained'): ChangeSum {
    const sum = this.#causes.get(cause) ?? new ChangeSum()
    this.#causes.set(cause, sum)
    return sum
  }
}
