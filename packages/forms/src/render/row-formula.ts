import { cellNumber, type ReportColumn, type ReportRow } from '@cchc/domain'
import { cellAt } from './column-text.ts'
import { SummedRows } from './summed-rows.ts'

/** Where a table stands on its sheet: the sheet row of its first row, and the letter of each column by key. */
export interface TablePosition {
  readonly firstRow: number
  readonly letters: ReadonlyMap<string, string>
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
  readonly #sums: SummedRows

  constructor(
    table: { readonly rows: readonly ReportRow[]; readonly columns: readonly ReportColumn[] },
    position: TablePosition,
  ) {
    this.#rows = table.rows
    this.#columns = table.columns
    this.#position = position
    this.#places = new Map(table.rows.map(({ rowId }, index) => [rowId, index]))
    this.#sums = new SummedRows(table.rows)
  }

  formulaOf(row: ReportRow, column: ReportColumn): string | undefined {
    return (
      this.#rate(row, column) ??
      this.#sumOfRows(this.#partsOf(row, column), { row, column }) ??
      this.#sumOfColumns(row, column)
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
    return at === undefined || this.#numberAt(at, column) !== value
      ? String(value)
      : this.#address(at, column)
  }

  #partsOf(row: ReportRow, column: ReportColumn): readonly number[] {
    const { derivation, rowType } = row
    if (derivation?.kind === 'sum') {
      return derivation.rows.flatMap((rowId) => this.#places.get(rowId) ?? [])
    }
    return rowType === 'indicator' ? [] : this.#sums.partsOf(row, column)
  }

  #sumOfRows(
    parts: readonly number[],
    { row, column }: { readonly row: ReportRow; readonly column: ReportColumn },
  ): string | undefined {
    const numbers = parts.map((at) => this.#numberAt(at, column))
    if (parts.length === 0 || total(numbers) !== cellNumber(cellAt(row, column))) return undefined
    return `SUM(${ranges(parts.map((at) => this.#address(at, column)))})`
  }

  #sumOfColumns(row: ReportRow, column: ReportColumn): string | undefined {
    const parts = (column.sumOf ?? []).flatMap(
      (key) => this.#columns.find((other) => other.key === key) ?? [],
    )
    const numbers = parts.map((part) => cellNumber(cellAt(row, part)))
    if (parts.length === 0 || total(numbers) !== cellNumber(cellAt(row, column))) return undefined
    const at = this.#places.get(row.rowId) ?? 0
    return `SUM(${ranges(parts.map((part) => this.#address(at, part)))})`
  }

  #address(at: number, column: ReportColumn): string {
    return `${this.#position.letters.get(column.key) ?? ''}${this.#position.firstRow + at}`
  }

  #numberAt(at: number, column: ReportColumn): number | null {
    const row = this.#rows[at]
    return row === undefined ? null : cellNumber(cellAt(row, column))
  }
}

/** Null when a part is no number; also different from every stated number then. */
function total(numbers: readonly (number | null)[]): number | undefined {
  const known = numbers.filter((number) => number !== null)
  if (known.length < numbers.length) return undefined
  return known.reduce((sum, number) => sum + number, 0)
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
