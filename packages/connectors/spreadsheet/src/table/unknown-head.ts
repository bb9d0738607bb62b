import type { Grid, GridCell, GridRow } from '@cchc/files/grid'
import { type Head, titlesOf } from './title.ts'

/** How far down a head may stand. */
const DEEPEST = 60
const FEWEST_COLUMNS = 3
/** Rows of a head above its last. */
const MOST_ABOVE = 3

/** The head of a table that is not understood, and whether dates and codes stand below it or nothing but counts. */
export interface UnknownHead extends Head {
  readonly holds: 'dossiers' | 'counts'
}

/**
 * The first row that can be a head, where none is understood, with those above it that are of it: words alone, above a row
 * of as many cells with dates or numbers. What may be a row about people is none. Undefined where there is no such row.
 */
export function unknownHead({ rows }: Pick<Grid, 'rows'>): UnknownHead | undefined {
  const last = rows.slice(0, DEEPEST).findIndex((row, at) => isHeadOf(row, rows[at + 1]))
  const next = rows[last + 1]
  if (last === -1 || !next) return undefined
  let top = last
  while (last - top < MOST_ABOVE && isWords(rows[top - 1])) top -= 1
  const below = last + 1
  const titles = titlesOf(rows.slice(top, below)).filter(({ path }) => path.length > 0)
  return { top, below, titles, holds: filledIn(next).some(isOfDossiers) ? 'dossiers' : 'counts' }
}

/** Words alone, in as many cells as a head has. */
function isWords(row: GridRow | undefined): boolean {
  const filled = row ? filledIn(row) : []
  return (
    filled.length >= FEWEST_COLUMNS &&
    filled.every(({ text }) => /^[^\d@]*\p{L}[^\d@]*$/u.test(text))
  )
}

function isHeadOf(row: GridRow, next: GridRow | undefined): boolean {
  const isHead = isWords(row)
  const below = next ? filledIn(next) : []
  const numbers = below.filter(({ text }) => /^[\d.]+$/.test(text))
  const holdsFigures = below.some(isOfDossiers) || numbers.length >= FEWEST_COLUMNS
  return isHead && holdsFigures && below.length >= FEWEST_COLUMNS
}

/** A date, or a number as long as those in codes. */
function isOfDossiers({ text, moment }: GridCell): boolean {
  return moment !== undefined || /\d{4}/.test(text)
}

function filledIn({ cells }: GridRow) {
  return cells.filter(({ text }) => text !== '')
}
