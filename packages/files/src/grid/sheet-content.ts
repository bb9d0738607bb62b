import { type CellBudget, MOST_CELLS, tooManyCells } from './grid.ts'

/** A cell that holds something. `value`: a number, or text; `format`: that of its style. */
export interface FilledCell {
  readonly column: number
  readonly value: number | string
  readonly format: string
}

/** A stretch of merged cells, all bounds inclusive; columns count from 0, lines from 1. */
export interface Merge {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** What a sheet holds, by the lines that hold something, and its merges. */
export interface SheetContent {
  readonly lines: ReadonlyMap<number, readonly FilledCell[]>
  readonly merges: readonly Merge[]
  /** How many filled cells stand further right than is read. */
  readonly beyond: number
}

/** No form has more columns; what stands further right is a stray cell beside the table. */
export const WIDEST = 512

/** The letters of the last column that is read. */
export const LAST_COLUMN = 'SR'

/** The serial number of 1 January 1970, in workbooks that count days from 1900 on. */
export const EPOCH_1900 = 25_569

/** Gathers what a sheet holds. Throws TooLarge when the budget of the file is used up. */
export class SheetBuilder implements SheetContent {
  readonly lines = new Map<number, FilledCell[]>()
  readonly merges: Merge[] = []
  beyond = 0
  readonly #budget: CellBudget

  constructor(budget: CellBudget) {
    this.#budget = budget
  }

  /** Blank cells are left out, and those beside every table, which are counted. Throws where a cell has no place. */
  add(line: number, cell: FilledCell): void {
    if (cell.value === '') return
    if (!(line >= 1 && cell.column >= 0)) throw new Error('a cell has no place')
    if (cell.column >= WIDEST) {
      this.beyond += 1
      return
    }
    this.#budget.take()
    const own = this.lines.get(line) ?? []
    own.push(cell)
    this.lines.set(line, own)
  }

  merge(...merges: readonly Merge[]): void {
    this.merges.push(...merges)
    if (this.merges.length > MOST_CELLS) throw tooManyCells(MOST_CELLS)
  }
}
