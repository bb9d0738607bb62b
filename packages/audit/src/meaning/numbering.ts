import { type AuditContext, oncePerReport } from './audit-context.ts'
import { beginsAnew, codeKey, isMisnumberedHead, isTenth, strays } from './codes.ts'
import type { OutlineRow } from './outline.ts'

/** What is unusual in the codes of a report; no row is in two of the lists. */
export interface Numbering {
  readonly coded: readonly OutlineRow[]
  /** Rows that do not carry the code of the heading above them, by that heading. */
  readonly misplaced: ReadonlyMap<OutlineRow, readonly OutlineRow[]>
  /** Rows that repeat a code. */
  readonly doubled: readonly Doubled[]
  /** Headings whose rows agree on another code. */
  readonly misnumbered: readonly OutlineRow[]
  /** The first row of each section whose heading is not printed. */
  readonly headless: readonly Headless[]
  /** Rows with sound codes, those side by side together. */
  readonly sequences: readonly (readonly OutlineRow[])[]
}

/** A row that repeats a code, and the rows below it that do so too. */
export interface Doubled {
  readonly head: OutlineRow
  readonly below: readonly OutlineRow[]
}

/** The first row of a section without a heading, and the row that it stands below instead. */
export interface Headless {
  readonly section: string
  readonly first: OutlineRow
  readonly after: OutlineRow
}

/** Reads the codes of a report. */
export const numberingOf = oncePerReport(({ rows }: AuditContext): Numbering => {
  const coded = rows.filter((row) => row.segments.length > 0)
  const heads = coded.filter((row) => isMisnumberedHead(row, coded))
  const ofWrongHead = ({ parent }: OutlineRow) => heads.some((head) => head === parent)
  const below = coded.filter((row) => !ofWrongHead(row))
  const misplaced = Map.groupBy(
    below.filter((row) => strays(row) && !beginsAnew(row, below)),
    (row) => row.parent as OutlineRow,
  )
  const moved = new Set([...misplaced.values()].flat())
  const doubled = doubledRows(coded.filter((row) => !moved.has(row)))
  const told = new Set([...moved, ...doubled.flatMap(({ head, below: rest }) => [head, ...rest])])
  const headless = coded.filter((row) => !told.has(row) && strays(row))
  return {
    coded,
    misplaced,
    doubled,
    misnumbered: heads.filter((row) => !told.has(row)),
    headless: firstOfSections(headless.filter((row) => !ofWrongHead(row))),
    sequences: siblings(coded.filter((row) => !told.has(row) && !headless.includes(row))),
  }
})

function firstOfSections(rows: readonly OutlineRow[]): readonly Headless[] {
  const sections = rows
    .toReversed()
    .map((row) => [row.segments.slice(0, -1).join('.'), row] as const)
  return [...new Map(sections)].map(([section, first]) => {
    return { section, first, after: first.parent as OutlineRow }
  })
}

type Doubling = { head: OutlineRow; below: OutlineRow[] }

function doubledRows(coded: readonly OutlineRow[]): readonly Doubled[] {
  const seen = new Map<string, OutlineRow>()
  const groups: Doubling[] = []
  for (const row of coded) {
    const key = codeKey(row)
    const first = seen.get(key)
    if (!first) seen.set(key, row)
    else if (!isTenth(row)) join(groups, row)
  }
  return groups
}

function join(groups: Doubling[], row: OutlineRow): void {
  const group = groups.find(({ head }) => head === row.parent)
  if (group) group.below.push(row)
  else groups.push({ head: row, below: [] })
}

function siblings(coded: readonly OutlineRow[]): readonly OutlineRow[][] {
  const numbered = coded.filter((row) => /^\d/.test(row.segments[0] ?? ''))
  const places = Map.groupBy(
    numbered,
    (row) => `${row.scope}/${row.parent?.index ?? ''}/${row.segments.length}`,
  )
  return [...places.values()]
}
