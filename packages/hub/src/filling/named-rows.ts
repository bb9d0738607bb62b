import type { WideTable } from '@cchc/audit'
import { placedRows } from '@cchc/audit/entered'
import {
  type CountsByName,
  levelKey,
  type NamedCounts,
  nameKey,
  pairKey,
} from './counts-by-name.ts'

/** A row with the names of those that it stands below, the nearest first. */
export interface NamedRow {
  readonly row: WideTable['rows'][number]
  readonly above: readonly string[]
  /** Whether it is the only row of totals. */
  readonly isTotal: boolean
}

/** The rows of a table in their places. */
export function namedRows(table: WideTable): readonly NamedRow[] {
  const placed = placedRows(table)
  const totals = table.rows.filter(({ label }) => TOTAL.test(nameKey(label)))
  return table.rows.map((row, index) => {
    const above: string[] = []
    for (let one = placed[index]?.parent; one; one = one.parent) above.push(nameKey(one.label))
    return { row, above, isTotal: totals.length === 1 && totals.includes(row) }
  })
}

/** What the rows are called after that a row of totals closes; undefined = of one of them nothing is known. */
export function addedUp(
  rows: readonly NamedRow[],
  counts: CountsByName,
): readonly NamedCounts[] | undefined {
  const tops = rows.filter(({ row, above, isTotal }) => {
    return above.length === 0 && !isTotal && row.code !== ''
  })
  const own = tops.map((row) => countsOf(row, counts))
  const known = own.filter((one) => typeof one !== 'string')
  return known.length === own.length && known.length > 0 ? known : undefined
}

/** What a row is called after: a field below an organisation is that of it. A word = nothing or several. */
export function countsOf(
  { row: { code, label, continues, figures }, above, isTotal }: NamedRow,
  counts: CountsByName,
): NamedCounts | 'unknown' | 'several' | 'narrower' | 'title' {
  const name = nameKey(label)
  if (TOTAL.test(name)) return isTotal ? counts.total : 'several'
  const [own, ...others] = bearersOf(name, above, counts)
  const isNarrower = continues || figures.some((text) => WORDS.test(text))
  if (isNarrower && (own || code !== '')) return 'narrower'
  if (own) return others.length > 0 ? 'several' : own
  return code === '' ? 'title' : 'unknown'
}

function bearersOf(
  name: string,
  above: readonly string[],
  { units, fields, fieldsOfUnits }: CountsByName,
): readonly NamedCounts[] {
  const unit = above.find((one) => units.has(one))
  const ofField = unit === undefined ? fields.get(name) : fieldsOfUnits.get(pairKey(unit, name))
  return units.get(name) ?? ofField ?? units.get(levelKey(name) ?? '') ?? []
}

/** Words beside the name of a row say which part of it is counted: `Sở Y tế | Trực tuyến`. */
const WORDS = /\p{L}{2}/u
const TOTAL =
  /^((tong|cong|chung|tong (so|cong|chung))|((tong( so| cong)?|cong|chung) )?toan (tinh|thanh pho|huyen|quan|xa|phuong|nganh))$/
