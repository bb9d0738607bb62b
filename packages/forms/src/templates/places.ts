import type { Cell } from '@cchc/domain'
import { cellSum, NOT_REPORTED, printCell, printCountInText, ratioCell } from '@cchc/domain'

/** What people fill in by hand. */
const BLANK_LINE = '……'

/** A place to fill in a sentence: a row, and columns to add up above and below the line of a rate. */
export interface Place {
  readonly rowId: string
  readonly above: readonly string[]
  readonly below: readonly string[]
}

const PLACE = /\{([^{}]+)\}/g

/** The places of a sentence, in its order. */
export function placesIn(text: string): Place[] {
  return [...text.matchAll(PLACE)].map(([, inside = '']) => readPlace(inside))
}

/** Puts words and figures into the places of a sentence; what is not known becomes a dotted blank. */
export function fillPlaces(
  text: string,
  known: { readonly words: Readonly<Record<string, string>>; readonly cellAt: CellAt },
): string {
  return text.replace(PLACE, (_, inside: string) => {
    const place = readPlace(inside)
    const word = known.words[place.rowId]
    if (word !== undefined) return word
    const printed = printInText(cellOf(place, known.cellAt))
    return printed === '' ? BLANK_LINE : printed
  })
}

/** The cell of a row in a column, or in its only one. */
export type CellAt = (rowId: string, column: string | undefined) => Cell

function readPlace(inside: string): Place {
  const [rowId = '', columns = ''] = inside.split('|')
  const [above = '', below = ''] = columns.split('/')
  return { rowId, above: keys(above), below: keys(below) }
}

function keys(columns: string): string[] {
  return columns.split('+').filter((key) => key !== '')
}

function cellOf({ rowId, above, below }: Place, cellAt: CellAt): Cell {
  const [only, ...more] = above
  if (more.length === 0 && below.length === 0) return cellAt(rowId, only)
  const numerator = cellSum(above.map((column) => cellAt(rowId, column)))
  if (below.length === 0) return numerator === null ? NOT_REPORTED : plainCell(numerator)
  const denominator = cellSum(below.map((column) => cellAt(rowId, column)))
  if (numerator === null || denominator === null) return NOT_REPORTED
  return ratioCell({ numerator, denominator })
}

function plainCell(value: number): Cell {
  return { state: 'number', value, decimals: 0, percent: false, raw: null }
}

/** In sentences counts below ten have a leading zero, whatever a person wrote into the form. */
function printInText(cell: Cell): string {
  const count = cell.state === 'number' && !cell.percent && cell.decimals === 0
  return count ? printCountInText(cell.value) : printCell(cell)
}
