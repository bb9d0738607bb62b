import type { GridCell, GridRow } from '@cchc/files/grid'
import { plain } from '../plain.ts'
import type { DossierField } from './vocabulary.ts'

type Places = ReadonlyMap<DossierField, number>

const FILLED: readonly DossierField[] = [
  'organisationName',
  'organisationCode',
  'procedureName',
  'procedureCode',
  'fieldName',
  'fieldCode',
]

/** Fills the cells of rows that follow one another from above: those below a merged one, and units that are named once. */
export class FillDown {
  readonly #columns: readonly number[]
  readonly #once: number | undefined
  #above = new Map<number, GridCell>()

  /** `dossiers`: the rows of the list that hold any. */
  constructor(dossiers: readonly GridRow[], places: Places) {
    this.#columns = FILLED.flatMap((field) => places.get(field) ?? [])
    this.#once = namedOnce(dossiers, places.get('organisationName'))
  }

  /** Whether blank cells that nothing stretches over are read as what stands above them. */
  get readsBlanks(): boolean {
    return this.#once !== undefined
  }

  /** What follows stands below something else. */
  interrupt(): void {
    this.#above = new Map()
  }

  fill(row: GridRow): GridRow {
    const cells = row.cells.map((cell, column) => {
      if (!this.#columns.includes(column)) return cell
      const isFilled = cell.text === '' && (cell.covered === true || column === this.#once)
      if (!isFilled) this.#above.set(column, cell)
      return this.#above.get(column) ?? cell
    })
    return { ...row, cells }
  }
}

/** The column of units, where the first row names one and none is named twice, though rows are without. */
function namedOnce(rows: readonly GridRow[], column: number | undefined): number | undefined {
  if (column === undefined) return undefined
  const cells = rows.map(({ cells: own }) => own[column])
  const names = cells.flatMap((cell) => (cell?.text ? plain(cell.text) : []))
  const hasBlank = cells.some((cell) => cell?.text === '' && cell.covered === undefined)
  const isOnce = cells[0]?.text !== '' && names.length > 0 && new Set(names).size === names.length
  return hasBlank && isOnce ? column : undefined
}
