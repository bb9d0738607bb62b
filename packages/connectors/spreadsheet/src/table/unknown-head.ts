import type { Grid, GridRow } from '@cchc/files/grid'

/** How far down a head may stand. */
const DEEPEST = 60
const FEWEST_COLUMNS = 3
const MOST_TOLD = 20

/**
 * What stands in the first row that can be a head, where none is understood: words alone, above a row of as many cells with
 * a date or a number. What may be a row about people is none. Empty where there is no such row.
 */
export function unknownHead({ rows }: Pick<Grid, 'rows'>): readonly string[] {
  const at = rows.slice(0, DEEPEST).findIndex((row, index) => isHeadOf(row, rows[index + 1]))
  const heads = rows[at] ? filledIn(rows[at]) : []
  return heads.slice(0, MOST_TOLD).map(({ text }) => text.replace(/\s+/g, ' ').slice(0, 60))
}

function isHeadOf(row: GridRow, next: GridRow | undefined): boolean {
  const filled = filledIn(row)
  const isHead =
    filled.length >= FEWEST_COLUMNS &&
    filled.every(({ text }) => /^[^\d@]*\p{L}[^\d@]*$/u.test(text))
  const below = next ? filledIn(next) : []
  const holdsFigures = below.some(({ text, moment }) => moment !== undefined || /\d{4}/.test(text))
  return isHead && holdsFigures && below.length >= FEWEST_COLUMNS
}

function filledIn({ cells }: GridRow) {
  return cells.filter(({ text }) => text !== '')
}
