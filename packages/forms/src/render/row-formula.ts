import type { Cell, ReportColumn, ReportRow } from '@cchc/domain'
import { cellNumber, cellSum, NOT_REPORTED } from '@cchc/domain'
import { cellAt } from './column-text.ts'

/** More arguments than a spreadsheet's SUM takes are no formula. */
const MOST_PARTS = 255

/** Where a table stands on its sheet: the sheet row of its first row, and the letter of each column by key. */
export interface TablePosition {
  readonly firstRow: number
  readonly letters: ReadonlyMap<string, string>
}

interface Place {
  readonly at: number
  readonly column: ReportColumn
}

/**
 * Formulas with which a spreadsheet computes totals and rates itself. A cell has one only where it gives the number
 * that the report states: sums of rows and of columns, and rates of two rows.
 */
export class RowFormulas {
  readonly #rows: readonly ReportRow[]
  readonly #columns: readonly ReportColumn[]
  readonly #position: TablePosition
  readonly #places: ReadonlyMap<string, number>
  /** Positions of the rows below each row of the form, by its place. */
  readonly #below: ReadonlyMap<string, readonly number[]>

  constructor(
    table: { readonly rows: readonly ReportRow[]; readonly columns: readonly ReportColumn[] },
    position: TablePosition,
  ) {
    this.#rows = table.rows
    this.#columns = table.columns
    this.#position = position
    this.#places = new Map(table.rows.map(({ rowId }, index) => [rowId, index]))
    this.#below = Map.groupBy(table.rows.keys(), (at) => placeAbove(table.rows[at]))
  }

  formulaOf(row: ReportRow, column: ReportColumn): string | undefined {
    const stated = cellNumber(cellAt(row, column))
    const rows = this.#partsOf(row).map((at) => ({ at, column }))
    return (
      this.#rate(row, column) ??
      this.#sumOf(rows, stated) ??
      this.#sumOf(this.#columnsOf(row, column), stated)
    )
  }

  /** `D12/D11`; numbers in the place of parts that the form does not print. */
  #rate(row: ReportRow, column: ReportColumn): string | undefined {
    const cell = cellAt(row, column)
    const { derivation } = row
    if (cell.state !== 'ratio' || derivation?.kind !== 'quotient') return undefined
    const above = this.#part(derivation.numerator, { column, value: cell.numerator })
    const below = this.#part(derivation.denominator, { column, value: cell.denominator })
    return `IF(${below}=0,"-",${above}/${below})`
  }

  #part(
    rowId: string,
    { column, value }: { readonly column: ReportColumn; readonly value: number },
  ): string {
    const at = this.#places.get(rowId)
    return at === undefined || cellNumber(this.#cellAt(at, column)) !== value
      ? String(value)
      : this.#address(at, column)
  }

  /** Positions of the rows that a row is the sum of, if it is one. */
  #partsOf({ derivation, rowType, group, code, unit }: ReportRow): readonly number[] {
    if (derivation?.kind === 'sum') {
      return derivation.rows.flatMap((rowId) => this.#places.get(rowId) ?? [])
    }
    if (rowType === 'indicator') return []
    const place = rowType === 'total' ? TOP : `${group}\n${code}`
    const below = (this.#below.get(place) ?? []).filter(
      (at) => rowType === 'total' || this.#rows[at]?.unit === unit,
    )
    return below.length > MOST_PARTS ? [] : below
  }

  #columnsOf({ rowId }: ReportRow, { sumOf: keys = [] }: ReportColumn): readonly Place[] {
    const at = this.#places.get(rowId) ?? 0
    const columns = keys.flatMap((key) => this.#columns.find((other) => other.key === key) ?? [])
    return columns.map((column) => ({ at, column }))
  }

  #sumOf(parts: readonly Place[], stated: number | null): string | undefined {
    const sum = cellSum(parts.map(({ at, column }) => this.#cellAt(at, column)))
    if (parts.length === 0 || sum === null || sum !== stated) return undefined
    return `SUM(${ranges(parts.map(({ at, column }) => this.#address(at, column)))})`
  }

  #address(at: number, column: ReportColumn): string {
    return `${this.#position.letters.get(column.key) ?? ''}${this.#position.firstRow + at}`
  }

  #cellAt(at: number, column: ReportColumn): Cell {
    const row = this.#rows[at]
    return row ? cellAt(row, column) : NOT_REPORTED
  }
}

const TOP = 'top'

function placeAbove(row: ReportRow | undefined): string {
  if (!row || row.rowType === 'total') return 'total'
  return row.parentCode === null ? TOP : `${row.group}\n${row.parentCode}`
}

/** `C12:C15` where the cells stand next to one another in a row or a column, otherwise `C12,C20`. */
function ranges(addresses: readonly string[]): string {
  const [first, last] = [addresses[0], addresses.at(-1)]
  const adjoining = addresses.every(
    (address, index) => index === 0 || follows(addresses[index - 1] ?? '', address),
  )
  return adjoining && addresses.length > 1 ? `${first}:${last}` : addresses.join(',')
}

function follows(one: string, next: string): boolean {
  const [a, b] = [partsOfAddress(one), partsOfAddress(next)]
  const down = a.column === b.column && b.row === a.row + 1
  return down || (a.row === b.row && b.column === a.column + 1)
}

function partsOfAddress(address: string): { readonly column: number; readonly row: number } {
  const letters = address.replace(/\d+$/, '')
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { column, row: Number(address.slice(letters.length)) }
}
