import type { GridRow } from '@cchc/files/grid'
import { findHead, repeatsHead } from './find-head.ts'
import { readPreface } from './preface.ts'
import type { Head } from './title.ts'

/** A stretch of a sheet that holds one table: what stands above its head, its head, and its rows. */
export interface Stretch {
  readonly above: readonly GridRow[]
  readonly rows: readonly GridRow[]
  readonly head: Head
}

/** A sheet holds no more tables. */
const MOST_TABLES = 200
/** A line above a table holds fewer cells than a row of it. */
const MOST_IN_LINE = 2

/**
 * The tables of a sheet, one below the other: each begins with the lines above its head. A head that is printed again, as
 * on every page, begins none, unless lines above it name days or a unit. `score` as of `findHead`.
 */
export function splitTables(
  rows: readonly GridRow[],
  score: (head: Head) => number,
): readonly Stretch[] {
  const first = findHead(rows, score)
  if (!first) return []
  const heads = [first]
  for (let at = first.below; at < rows.length && heads.length < MOST_TABLES; at += 1) {
    const last = heads.at(-1) ?? first
    const next = headAt(rows, { at, last, score })
    if (!next) continue
    heads.push(next)
    at = next.below - 1
  }
  return heads.map((head, index) => {
    const start = index === 0 ? 0 : linesAbove(rows, head)
    const after = heads[index + 1]
    const end = after ? linesAbove(rows, after) : rows.length
    const own = { ...head, top: head.top - start, below: head.below - start }
    return { above: rows.slice(start, head.top), rows: rows.slice(start, end), head: own }
  })
}

function headAt(
  rows: readonly GridRow[],
  {
    at,
    last,
    score,
  }: {
    readonly at: number
    readonly last: Head
    readonly score: (head: Head) => number
  },
): Head | undefined {
  const row = rows[at]
  if (!row || filledIn(row) <= MOST_IN_LINE || holdsFigures(row)) return undefined
  const isRepeated = repeatsHead(row, rows, last)
  if (isRepeated && !beginsAnew(rows.slice(linesAbove(rows, { top: at }), at))) return undefined
  const found = findHead(rows.slice(at, at + TALLEST_WITH_ROWS), score, { deepest: 1 })
  return found && { ...found, top: found.top + at, below: found.below + at }
}

/** A head and a few rows below it. */
const TALLEST_WITH_ROWS = 6

/** Where the lines above a head begin. */
function linesAbove(rows: readonly GridRow[], { top }: Pick<Head, 'top'>): number {
  let start = top
  while (start > 0 && isLine(rows[start - 1])) start -= 1
  return start
}

/** Words in a cell or two, and no figure of a table. */
function isLine(row: GridRow | undefined): boolean {
  const filled = row?.cells.filter(({ text }) => text !== '') ?? []
  return filled.length <= MOST_IN_LINE && filled.every(({ text }) => /\p{L}/u.test(text))
}

/** Codes, dates and years stand in rows; heads have none. */
function holdsFigures({ cells }: GridRow): boolean {
  return cells.some(({ text, moment }) => moment !== undefined || /\d{4}/.test(text))
}

function filledIn({ cells }: GridRow): number {
  return cells.filter(({ text }) => text !== '').length
}

/** Which days a period has is not asked. */
const LAST_DAY = 14

function beginsAnew(lines: readonly GridRow[]): boolean {
  const { days, lines: words } = readPreface({ rows: lines, names: [] }, LAST_DAY)
  return days !== undefined || words.some((line) => /đơn vị báo cáo/iu.test(line))
}
