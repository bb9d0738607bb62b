import { cleanText, type Message, printNumber, say } from '@cchc/domain'

/**
 * A cell of a file. `code` is its text where a number is a numbering, `1.1`, and no figure, `1,1`; `covered` = it is
 * blank because a merged cell above or beside it stretches over it; `below` = that cell begins in its column, further up;
 * `moment` = what a cell with a date shows on a clock, `2022-12-20T08:30:00`.
 */
export interface GridCell {
  readonly text: string
  readonly code: string
  readonly covered?: true
  readonly below?: true
  readonly moment?: string
}

/** A row of a sheet or file; `line` counts from 1 as spreadsheets and editors do. */
export interface GridRow {
  readonly line: number
  readonly cells: readonly GridCell[]
}

/** One sheet of a workbook, a table of a text document (`sheet` = `bảng 2`), or a whole text file (`sheet` null). */
export interface Grid {
  readonly sheet: string | null
  /** The paragraphs above it in a text document; those below its last table have a grid without rows. */
  readonly text?: readonly string[]
  readonly rows: readonly GridRow[]
  /** How many filled cells stand further right than is read; absent = none. */
  readonly beyond?: number
  /** Nobody sees the sheet, so that none of its rows are read. */
  readonly hidden?: true
}

/** The sheet of origins in workbooks that the hub writes: hidden, and nothing to be read. */
export const ORIGINS_SHEET = 'Nguồn gốc số liệu'

/** What is told of hidden sheets: their names. */
export function hiddenGrids(names: readonly string[]): readonly Grid[] {
  const others = names.filter((name) => name !== ORIGINS_SHEET)
  return others.map((sheet) => ({ sheet, rows: [], hidden: true }))
}

/** A cell of words. */
export function textOf(text: string): GridCell {
  const plain = cleanText(text).trim()
  return { text: plain, code: plain }
}

export const EMPTY_CELL: GridCell = Object.freeze({ text: '', code: '' })

export const COVERED_CELL: GridCell = Object.freeze({ text: '', code: '', covered: true })

export const COVERED_BELOW: GridCell = Object.freeze({ ...COVERED_CELL, below: true })

/** How many cells that hold something a report may have. */
export const MOST_CELLS = 500_000

/** A file that holds more than a report can: what it has, and the most that is read. */
export class TooLarge extends Error {
  readonly has: Message
  readonly most: Message

  constructor(has: Message, most: Message) {
    super('too large')
    this.has = has
    this.most = most
  }
}

/** How many filled cells of a file are read, in all its sheets together. */
export class CellBudget {
  readonly #most: number
  #left: number

  constructor(most: number) {
    this.#most = most
    this.#left = most
  }

  /** One more cell; throws TooLarge when they are used up. */
  take(): void {
    this.#left -= 1
    if (this.#left < 0) throw tooManyCells(this.#most)
  }
}

/** A file with more cells than are read. */
export function tooManyCells(most: number): TooLarge {
  const count = printNumber(most)
  return new TooLarge(
    say('more than {count} filled cells', { count }),
    say('{count} filled cells', { count }),
  )
}
