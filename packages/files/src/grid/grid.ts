import { type Message, printNumber, say } from '@cchc/domain'

/**
 * A cell of a file. `code` is its text where a number is a numbering, `1.1`, and no figure, `1,1`; `covered` = it is
 * blank because a merged cell above or beside it stretches over it.
 */
export interface GridCell {
  readonly text: string
  readonly code: string
  readonly covered?: true
}

/** A row of a sheet or file; `line` counts from 1 as spreadsheets and editors do. */
export interface GridRow {
  readonly line: number
  readonly cells: readonly GridCell[]
}

/** One sheet of a workbook, or a whole text file (`sheet` null). */
export interface Grid {
  readonly sheet: string | null
  readonly rows: readonly GridRow[]
}

/** A cell of words. */
export function textOf(text: string): GridCell {
  const plain = text.replace(/\r\n?/g, '\n').normalize('NFC').trim()
  return { text: plain, code: plain }
}

export const EMPTY_CELL: GridCell = Object.freeze({ text: '', code: '' })

export const COVERED_CELL: GridCell = Object.freeze({ text: '', code: '', covered: true })

/** How many cells that hold something a file may have. */
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

/** A file with more cells than are read. */
export function tooManyCells(): TooLarge {
  const count = printNumber(MOST_CELLS)
  return new TooLarge(
    say('more than {count} filled cells', { count }),
    say('{count} filled cells', { count }),
  )
}
