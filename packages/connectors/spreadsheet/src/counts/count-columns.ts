import { STATED_COLUMNS } from '@cchc/domain'
import { plain } from '../plain.ts'
import type { Head, UnknownTitle } from '../table/title.ts'
import { CODE_HEAD, type CountPart, countPart, FIELD_HEAD, UNIT_HEAD } from './vocabulary.ts'

/** Where a table of counts says whose figures a row holds, and what. */
export interface CountColumns {
  readonly label: number
  /** Whether rows are units, or the fields of one. */
  readonly rowsAre: 'units' | 'fields'
  readonly code: number | undefined
  readonly parts: ReadonlyMap<CountPart, number>
  readonly unknown: readonly UnknownTitle[]
}

/** A table with fewer figures is no form. */
const FEWEST = 4

/** Understands the heads of Form II.06a, of the weekly form or of 07a/BTP; undefined for anything else. */
export function countColumns(
  head: Head,
  heads: ReadonlyMap<string, string>,
): CountColumns | undefined {
  const columns = columnsAsOfForm(head, heads)
  return columns && columns.parts.size >= FEWEST && hasEnds(columns.parts) ? columns : undefined
}

/** What heads mean if they are those of a form; undefined where none says whose figures they are. */
export function columnsAsOfForm(
  { titles }: Head,
  heads: ReadonlyMap<string, string>,
): CountColumns | undefined {
  const read = titles.map(({ column, path }) => ({
    column,
    shown: path.join(' – ').slice(0, 80),
    written: path.join(' '),
    words: plain(path.join(' ')),
  }))
  const isUnit = (words: string) => UNIT_HEAD.test(words) || heads.get(words) === 'organisationName'
  const label = read.find(({ words }) => isUnit(words) || FIELD_HEAD.test(words))
  if (!label) return undefined
  const code = read.find(({ words }) => CODE_HEAD.test(words))?.column
  const figures = read.filter(({ column, words }) => {
    return column > label.column && column !== code && words !== ''
  })
  const meant = figures.map((title) => ({ ...title, part: partOf(title.words, heads) }))
  const parts = new Map<CountPart, number>()
  for (const { part, column } of meant) if (part && !parts.has(part)) parts.set(part, column)
  const unknown = meant.filter(({ part, shown }) => part === undefined && isHead(shown))
  return {
    label: label.column,
    rowsAre: isUnit(label.words) ? 'units' : 'fields',
    code,
    parts,
    unknown: unknown.map(({ shown, written, column }) => ({ shown, words: written, column })),
  }
}

function partOf(words: string, heads: ReadonlyMap<string, string>): CountPart | null | undefined {
  const configured = heads.get(words)
  return STATED_COLUMNS.find((column) => column === configured) ?? countPart(words)
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
