import { plain } from '../plain.ts'
import type { Head } from '../table/title.ts'
import { CODE_HEAD, type CountPart, countPart, FIELD_HEAD, UNIT_HEAD } from './vocabulary.ts'

/** Where a table of counts says whose figures a row holds, and what. */
export interface CountColumns {
  readonly label: number
  /** Whether rows are units, or the fields of one. */
  readonly rowsAre: 'units' | 'fields'
  readonly code: number | undefined
  readonly parts: ReadonlyMap<CountPart, number>
  readonly unknown: readonly string[]
}

/** A table with fewer figures is no form. */
const FEWEST = 4

/** Understands the heads of Form II.06a, of the weekly form or of 07a/BTP; undefined for anything else. */
export function countColumns(
  { titles }: Head,
  heads: ReadonlyMap<string, string>,
): CountColumns | undefined {
  const read = titles.map(({ column, path }) => ({
    column,
    shown: path.join(' – ').slice(0, 80),
    words: plain(path.join(' ')),
  }))
  const label = read.find(({ words }) => UNIT_HEAD.test(words) || FIELD_HEAD.test(words))
  if (!label) return undefined
  const code = read.find(({ words }) => CODE_HEAD.test(words))?.column
  const figures = read.filter(({ column, words }) => {
    return column > label.column && column !== code && words !== ''
  })
  const meant = figures.map((title) => ({ ...title, part: partOf(title.words, heads) }))
  const parts = new Map<CountPart, number>()
  for (const { part, column } of meant) if (part && !parts.has(part)) parts.set(part, column)
  if (parts.size < FEWEST || !hasEnds(parts)) return undefined
  const unknown = meant.filter(({ part, shown }) => part === undefined && isHead(shown))
  return {
    label: label.column,
    rowsAre: UNIT_HEAD.test(label.words) ? 'units' : 'fields',
    code,
    parts,
    unknown: unknown.map(({ shown }) => shown),
  }
}

function partOf(words: string, heads: ReadonlyMap<string, string>): CountPart | null | undefined {
  return (heads.get(words) as CountPart | undefined) ?? countPart(words)
}

function hasEnds(parts: ReadonlyMap<CountPart, number>): boolean {
  const names = [...parts.keys()]
  return (
    ['received', 'resolved', 'pending'].filter((group) =>
      names.some((name) => name.startsWith(group)),
    ).length > 1
  )
}

function isHead(shown: string): boolean {
  return !/ghi chú|^\W*$/iu.test(shown)
}
