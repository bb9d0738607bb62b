import { labelKey } from './label-key.ts'
import { FAMILIES, type Family } from './vocabulary/families.ts'
import { COUNT } from './vocabulary/labels.ts'
import type { ColumnMeaning, ColumnSum } from './wide-columns.ts'

/** Columns that count all of something and are followed by its kinds, which leave nothing out by what they are called. */
export function familySums(meanings: readonly ColumnMeaning[]): readonly ColumnSum[] {
  return meanings.flatMap((total, index) => {
    const key = keyOf(total)
    if (total.isShare || !COUNT.test(key)) return []
    const [parts] = FAMILIES.filter(({ of, mayOverlap }) => of.test(key) && !mayOverlap?.test(key))
      .map((family) => membersFrom(meanings.slice(index + 1), family))
      .filter((members) => members.length > 1)
    return parts ? [{ total: total.at, parts, complete: true }] : []
  })
}

function membersFrom(
  columns: readonly ColumnMeaning[],
  { members, whole }: Family,
): readonly number[] {
  const names = columns.map((column) => {
    const found = Object.keys(members).filter((name) => members[name]?.test(keyOf(column)))
    return column.isShare || found.length !== 1 ? undefined : found[0]
  })
  const end = names.indexOf(undefined)
  const own = end === -1 ? names : names.slice(0, end)
  const isWhole = whole.some(
    (all) => all.length === own.length && all.every((name) => own.includes(name)),
  )
  return isWhole ? columns.slice(0, own.length).map(({ at }) => at) : []
}

function keyOf({ path }: ColumnMeaning): string {
  return labelKey(path.at(-1) ?? '')
}
