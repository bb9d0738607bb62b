import { type AuditContext, oncePerReport } from './audit-context.ts'
import { beginsAnew, codeKey, isMisnumberedHead, isTenth, strays } from './codes.ts'
import type { OutlineRow } from './outline.ts'

/** What is unusual in the codes of a report; no row is in two of the lists. */
export interface Numbering {
  readonly coded: readonly OutlineRow[]
  /** Rows that do not carry the code of the heading above them, by that heading. */
  readonly misplaced: ReadonlyMap<OutlineRow, readonly OutlineRow[]>
  /** Rows that repeat a code, each heading together with the rows below it. */
  readonly doubled: readonly (readonly OutlineRow[])[]
  /** Headings whose rows agree on another code. */
  readonly misnumbered: readonly OutlineRow[]
  /** Rows of a section whose heading is not printed, by that section. */
  readonly headless: ReadonlyMap<string, readonly OutlineRow[]>
  /** Rows with sound codes, those side by side together. */
  readonly sequences: readonly (readonly OutlineRow[])[]
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
  const told = new Set([...moved, ...doubled.flat()])
  const headless = coded.filter((row) => !told.has(row) && strays(row))
  return {
    coded,
    misplaced,
    doubled,
    misnumbered: heads.filter((row) => !told.has(row)),
    headless: Map.groupBy(
      headless.filter((row) => !ofWrongHead(row)),
      (row) => row.segments.slice(0, -1).join('.'),
    ),
    sequences: siblings(coded.filter((row) => !told.has(row) && !headless.includes(row))),
  }
})

function doubledRows(coded: readonly OutlineRow[]): readonly OutlineRow[][] {
  const seen = new Map<string, OutlineRow>()
  const groups: OutlineRow[][] = []
  for (const row of coded) {
    const key = codeKey(row)
    const first = seen.get(key)
    if (!first) seen.set(key, row)
    else if (!isTenth(row)) join(groups, row)
  }
  return groups
}

function join(groups: OutlineRow[][], row: OutlineRow): void {
  const group = groups.find(([head]) => head !== undefined && head === row.parent)
  if (group) group.push(row)
  else groups.push([row])
}

function siblings(coded: readonly OutlineRow[]): readonly OutlineRow[][] {
  const numbered = coded.filter((row) => /^\d/.test(row.segments[0] ?? ''))
  const places = Map.groupBy(
    numbered,
    (row) => `${row.scope}/${row.parent?.index ?? ''}/${row.segments.length}`,
  )
  return [...places.values()]
}
