import type { GridRow } from '@cchc/files/grid'

/** A column by what stands above it, from the widest head down. */
export interface Title {
  readonly column: number
  readonly path: readonly string[]
}

/** A head that nobody understands: as it may be told, and all of its words, by which a configuration names it. */
export interface UnknownTitle {
  readonly shown: string
  readonly words: string
  readonly column: number
}

/** The head of a table: which rows it takes, and the columns that it names. */
export interface Head {
  /** Index of the first row below it. */
  readonly below: number
  readonly top: number
  readonly titles: readonly Title[]
}

/** The titles of a head of one row or several, of which the upper ones may stretch over columns. */
export function titlesOf(rows: readonly GridRow[]): readonly Title[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  return Array.from({ length: width }, (_none, column) => {
    const path = rows.map((_row, level) => textAt(rows, { level, column }))
    return { column, path: path.filter((text, at) => text !== '' && text !== path[at - 1]) }
  })
}

interface Place {
  readonly level: number
  readonly column: number
}

function own(rows: readonly GridRow[], { level, column }: Place): string {
  return rows[level]?.cells[column]?.text.replace(/\s+/g, ' ') ?? ''
}

/** Its own words, or those to the left that stretch over it: nothing above may begin in between, something must follow. */
function textAt(rows: readonly GridRow[], { level, column }: Place): string {
  const text = own(rows, { level, column })
  const follows = rows.some(
    (_row, below) => below > level && own(rows, { level: below, column }) !== '',
  )
  if (text !== '' || !follows) return text
  for (let left = column; left >= 0; left -= 1) {
    const found = own(rows, { level, column: left })
    if (found !== '') return found
    if (begins(rows, { level, column: left })) return ''
  }
  return ''
}

function begins(rows: readonly GridRow[], { level, column }: Place): boolean {
  return rows.some((_row, above) => above < level && own(rows, { level: above, column }) !== '')
}
