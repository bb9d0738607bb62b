import { cellNumber, type ReportColumn, type ReportRow } from '@cchc/domain'
import { cellAt } from './column-text.ts'

/** More arguments than a spreadsheet's SUM takes are no formula. */
const MOST_PARTS = 255

/**
 * Positions of the rows that one row is the sum of in a column, so that a spreadsheet can add them up itself;
 * empty where it is no sum of rows that are shown.
 */
export class SummedRows {
  readonly #rows: readonly ReportRow[]
  readonly #below: ReadonlyMap<string, readonly number[]>

  constructor(rows: readonly ReportRow[]) {
    this.#rows = rows
    const places = rows.map((row, at) => ({ at, key: placeOf(row) }))
    const grouped = Map.groupBy(places, ({ key }) => key)
    this.#below = new Map([...grouped].map(([key, list]) => [key, list.map(({ at }) => at)]))
  }

  partsOf(row: ReportRow, column: ReportColumn): readonly number[] {
    const sum = cellNumber(cellAt(row, column))
    const parts = this.#candidates(row)
    if (sum === null || parts.length === 0 || parts.length > MOST_PARTS) return []
    const numbers = parts.map((at) => this.#numberAt(at, column))
    const added = numbers.reduce<number | null>(
      (all, part) => (all === null || part === null ? null : all + part),
      0,
    )
    return added === sum ? parts : []
  }

  #candidates(row: ReportRow): readonly number[] {
    if (row.rowType === 'total') return this.#below.get(TOP) ?? []
    return (this.#below.get(`${row.group}\n${row.code}`) ?? []).filter(
      (at) => this.#rows[at]?.unit === row.unit,
    )
  }

  #numberAt(at: number, column: ReportColumn): number | null {
    const row = this.#rows[at]
    return row === undefined ? null : cellNumber(cellAt(row, column))
  }
}

const TOP = 'top'

function placeOf(row: ReportRow): string {
  if (row.rowType === 'total') return 'total'
  return row.parentCode === null ? TOP : `${row.group}\n${row.parentCode}`
}
