import type { WideTable } from '@cchc/audit'
import { placedRows } from '@cchc/audit/entered'
import type { Store } from '@cchc/store'
import { listOrganisations } from '../organisations/organisations.ts'
import {
  type CountsByName,
  levelKey,
  type NamedCounts,
  nameKey,
  pairKey,
} from './counts-by-name.ts'
import type { ToldRows } from './told-rows.ts'

/** What rows are told to be, by the keys of their names and of what they are; a code is that of an organisation. */
export async function namesTold(store: Store, told: ToldRows): Promise<ToldRows> {
  if (told.size === 0) return told
  const units = new Map((await listOrganisations(store)).map(({ code, name }) => [code, name]))
  return new Map(
    [...told].map(([label, meaning]) => [label, nameKey(units.get(meaning) ?? meaning)]),
  )
}

/** A row with the names of those that it stands below, the nearest first. */
export interface NamedRow {
  readonly row: WideTable['rows'][number]
  /** The key of its own name, or of what it is told to be. */
  readonly name: string
  readonly above: readonly string[]
  /** Whether it is the only row of totals. */
  readonly isTotal: boolean
}

/** The rows of a table in their places. */
export function namedRows(table: WideTable, told: ToldRows): readonly NamedRow[] {
  const placed = placedRows(table)
  const nameOf = (label: string) => told.get(nameKey(label)) ?? nameKey(label)
  const totals = table.rows.filter(({ label }) => TOTAL.test(nameKey(label)))
  return table.rows.map((row, index) => {
    const above: string[] = []
    for (let one = placed[index]?.parent; one; one = one.parent) above.push(nameOf(one.label))
    return {
      row,
      name: nameOf(row.label),
      above,
      isTotal: totals.length === 1 && totals.includes(row),
    }
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
  { row: { code, continues, figures }, name, above, isTotal }: NamedRow,
  counts: CountsByName,
): NamedCounts | 'unknown' | 'several' | 'narrower' | 'title' {
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
/** Totals of the organisation that is asked for; those of the country are not. */
const TOTAL =
  /^((tong|cong|chung|tong (so|cong|chung))|((tong( so| cong)?|cong|chung) )?toan (tinh|thanh pho|huyen|quan|xa|phuong|nganh))$/
