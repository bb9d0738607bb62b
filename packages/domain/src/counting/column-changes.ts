import { II06_COLUMNS, type StatisticsColumn } from '../dossier-statistics.ts'

/** How many dossiers count in a column that did not before, and how many do no more. */
export interface ColumnChange {
  readonly column: StatisticsColumn
  readonly more: number
  readonly fewer: number
  readonly difference: number
}

/** Dossiers that change Form II.06 for one reason, and what they do to its columns. */
export class ChangeSum {
  dossiers = 0
  readonly #columns = new Map<StatisticsColumn, { more: number; fewer: number }>()

  add(column: StatisticsColumn, difference: number): void {
    if (difference === 0) return
    const counts = this.#columns.get(column) ?? { more: 0, fewer: 0 }
    this.#columns.set(column, counts)
    if (difference > 0) counts.more += difference
    else counts.fewer -= difference
  }

  /** The columns that changed, in the order of the form. */
  columns(): ColumnChange[] {
    return II06_COLUMNS.flatMap(({ key: column }) => {
      const counts = this.#columns.get(column)
      return counts ? [{ column, ...counts, difference: counts.more - counts.fewer }] : []
    })
  }
}
