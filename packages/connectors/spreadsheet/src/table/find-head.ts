import type { GridRow } from '@cchc/files/grid'
import { type Head, titlesOf } from './title.ts'

/** How far down a head may begin, and how many rows it may have. */
const DEEPEST = 60
const TALLEST = 4

/**
 * The head of a sheet by how much of it is understood: the rows whose titles score highest (`score` 0 = no head), of as
 * many the fewest rows.
 */
export function findHead(
  rows: readonly GridRow[],
  score: (head: Head) => number,
  { deepest = DEEPEST }: { readonly deepest?: number } = {},
): Head | undefined {
  let best: { readonly head: Head; readonly score: number } | undefined
  for (const head of candidates(rows, deepest)) {
    const own = score(head)
    if (own === 0 || own < (best?.score ?? 0)) continue
    if (own > (best?.score ?? 0) || tall(head) < tall(best?.head)) best = { head, score: own }
  }
  return best?.head
}

function tall(head: Head | undefined): number {
  return head ? head.below - head.top : 0
}

function* candidates(rows: readonly GridRow[], deepest: number): Generator<Head> {
  for (let top = 0; top < Math.min(deepest, rows.length); top += 1) {
    for (let below = top + 1; below <= top + TALLEST && isWords(rows[below - 1]); below += 1) {
      yield { top, below, titles: titlesOf(rows.slice(top, below)) }
    }
  }
}

/** A row of a head holds words; figures, dates and codes are what stands below it. */
function isWords(row: GridRow | undefined): boolean {
  const filled = row?.cells.filter(({ text }) => text !== '') ?? []
  const words = filled.filter(({ text, moment }) => !moment && /^[^\d]*\p{L}/u.test(text))
  return filled.length > 0 && words.length * 2 > filled.length
}

/** The row that numbers the columns: `1 2 3`, `(1) (2) (3)=(4)+(5)`, `A B 1 2`. */
export function numbersColumns({ cells }: GridRow): boolean {
  const texts = cells
    .map(({ text }) => text.replace(/[()[\]\s]/g, ''))
    .filter((text) => text !== '')
  const plain = texts.every((text) => /^(\d{1,2}|[A-Za-z])(=[\d+-]+)?$/.test(text))
  const numbers = texts.flatMap((text) => /^\d+/.exec(text)?.[0] ?? [])
  const first = Number(numbers[0])
  return (
    plain && numbers.length >= 3 && numbers.every((text, index) => Number(text) === first + index)
  )
}

/** A head that is printed again, as on every page. */
export function repeatsHead(row: GridRow, rows: readonly GridRow[], head: Head): boolean {
  const words = (one: GridRow) => one.cells.map(({ text }) => text).join('\u0001')
  const text = words(row)
  return rows.slice(head.top, head.below).some((one) => words(one) === text)
}
