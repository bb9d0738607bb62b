import type { OutlineRow } from './outline.ts'

/** Whether two rows carry one code in one part of the table. */
export function sameCode(one: OutlineRow, other: OutlineRow): boolean {
  return codeKey(one) === codeKey(other)
}

/** A row's code, told apart from the same one in another part of the table; letters begin anew below each row. */
export function codeKey(row: OutlineRow): string {
  const letter = /^[a-zđ]$/u.test(row.segments[0] ?? '') ? `${row.parent?.index ?? ''}:` : ''
  return `${row.scope}/${row.table ?? ''}/${letter}${row.segments.join('.')}`
}

/** A spreadsheet prints the code 1.10 as 1.1 when it takes it for a number. */
export function isTenth(row: OutlineRow): boolean {
  const before = row.parent?.children.filter((one) => one.index < row.index).at(-1)
  return row.segments.at(-1) === '1' && before?.segments.at(-1) === '9'
}

/** Whether a row of several segments does not begin with the code of the row above it. */
export function strays({ segments, parent }: OutlineRow): boolean {
  const above = parent?.segments ?? []
  if (!parent || segments.length < 2 || !/^\d/.test(above[0] ?? '')) return false
  return above.length !== segments.length - 1
    ? above.some((part, index) => part !== segments[index])
    : above.join('.') !== segments.slice(0, -1).join('.')
}

/** What the codes of all rows below a heading begin with. */
export function childPrefix(row: OutlineRow): string | undefined {
  const below = row.children.filter((one) => one.segments.length === row.segments.length + 1)
  const prefixes = new Set(below.map((one) => one.segments.slice(0, -1).join('.')))
  const [only] = prefixes
  return prefixes.size === 1 && only !== '' ? only : undefined
}

/**
 * Whether a heading's own code is the wrong one: the rows below it agree on another, which nothing else has and which
 * follows the row before.
 */
export function isMisnumberedHead(row: OutlineRow, coded: readonly OutlineRow[]): boolean {
  const prefix = childPrefix(row)
  const named = row.segments.join('.')
  if (prefix === undefined || prefix === named || !/^\d/.test(named) || followsOn(row)) return false
  const taken = coded.some(
    (other) => other.scope === row.scope && other.segments.join('.') === prefix,
  )
  return !taken && prefix.split('.').length === row.segments.length
}

/** Whether a row's own code is the next after the row before it in its place. */
function followsOn({ parent, segments, index }: OutlineRow): boolean {
  const before = parent?.children.filter((one) => one.index < index && one.segments.length > 0)
  const last = before?.at(-1)?.segments.at(-1) ?? '0'
  return parent !== null && Number(segments.at(-1)) === Number(last) + 1
}

/** Whether a row goes on to a section whose heading is not printed: `4.2` after `3.5` where there is no `4`. */
export function beginsAnew(row: OutlineRow, coded: readonly OutlineRow[]): boolean {
  const { parent, segments, scope } = row
  const prefix = segments.slice(0, -1).join('.')
  const printed = coded.some((one) => one.scope === scope && one.segments.join('.') === prefix)
  const later = parent?.children.filter((one) => one.index > row.index)
  const returns = later?.some((one) => one.segments.length > 1 && !strays(one))
  const twice = coded.some((one) => one !== row && sameCode(one, row))
  return !printed && !returns && !twice && isAfter(segments, parent?.segments ?? [])
}

function isAfter(one: readonly string[], other: readonly string[]): boolean {
  const at = one.findIndex((part, index) => part !== other[index])
  return Number(one[at]) > Number(other[at])
}
