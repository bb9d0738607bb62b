import type { OutlineRow } from './outline.ts'

/** Whether a row holds a number that can be reckoned with: `24/24, đạt 100%` in a count is not the count 100. */
export function hasNumber({ rate, figure }: OutlineRow): boolean {
  return figure.state === 'number' && (rate || !figure.percent)
}

/** Whether two rows count the same things, by their unit column. */
export function sameUnit(one: OutlineRow, other: OutlineRow): boolean {
  return one.unit.trim().toLowerCase() === other.unit.trim().toLowerCase()
}

/** Whether two rows stand below the same one, in the same part of the table. */
export function sameParent(one: OutlineRow, other: OutlineRow): boolean {
  return one.parent === other.parent && one.scope === other.scope
}

/** Whether two rows belong together: below one heading of the first rank, or side by side. */
export function inOneGroup(one: OutlineRow, other: OutlineRow): boolean {
  if (one.scope !== other.scope) return false
  return one.parent === other.parent || topOf(one) === topOf(other)
}

/** The heading of the first rank above a row, or the row itself. */
export function topOf(row: OutlineRow): OutlineRow {
  return row.parent === null ? row : topOf(row.parent)
}

/** The words of a row and of all that stands above it, by which another report's row is found. */
export function pathOf(row: OutlineRow): string {
  return `${row.parent ? `${pathOf(row.parent)} / ` : ''}${row.key}`
}

/** Whether a row says something in its figure column that could be a figure. */
export function isFilled({ figure }: OutlineRow): boolean {
  return figure.state !== 'blank' && figure.state !== 'not_applicable'
}
