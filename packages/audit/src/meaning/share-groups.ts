import type { AuditContext } from './audit-context.ts'
import { ELECTRONIC_SHARES } from './known-indicators.ts'
import type { OutlineRow } from './outline.ts'
import { only } from './rows.ts'
import { ENDS_EARLY, OPPOSITES, type Opposites } from './vocabulary/families.ts'

/** Shares of one whole that exclude each other. */
export interface Shares {
  readonly rows: readonly OutlineRow[]
  /** Whether there is nothing besides these shares. */
  readonly exhaustive: boolean
  /** The rate that the shares make together, where the form prints it instead of 100 %; null where it could. */
  readonly whole?: OutlineRow | null
}

/** The shares of a report that exclude each other: known indicators, and sibling rates whose names say so. */
export function shareGroups({ rows, found }: AuditContext): readonly Shares[] {
  const parts = ELECTRONIC_SHARES.parts.flatMap((id) => found.get(id)?.row ?? [])
  const [one, other] = parts
  const known = one && other && one.parent === other.parent ? [parts] : []
  const whole = found.get(ELECTRONIC_SHARES.whole)?.row ?? null
  const families = Map.groupBy(
    rows.filter((row) => row.rate && row.parent !== null),
    (row) => row.parent,
  )
  const placed = [...families.values()].flatMap((rates) =>
    OPPOSITES.flatMap((opposites) => oppositesAmong(rates, opposites) ?? []),
  )
  return [
    ...known.map((shares) => ({ rows: shares, exhaustive: false, whole })),
    ...placed.filter(
      (shares) => !known.some((same) => same.every((row) => shares.rows.includes(row))),
    ),
  ]
}

/** The rates among others, each with the key of its label, that exclude each other by one pair or more of opposites. */
export function oppositesAmong<T extends { readonly key: string }>(
  rates: readonly T[],
  { words, exhaustive, anySubject }: Opposites,
): { readonly rows: readonly T[]; readonly exhaustive: boolean } | undefined {
  const rows = words.flatMap((word) => only(rates.filter((row) => word.test(row.key))) ?? [])
  if (rows.length !== words.length || new Set(rows).size !== rows.length) return undefined
  const subjects = rows.map((row, index) => row.key.replace(words[index] ?? '', '').trim())
  const ofOne = anySubject || new Set(subjects).size === 1
  const early = words.length === 2 && rates.some((row) => ENDS_EARLY.test(row.key))
  return ofOne && !early ? { rows, exhaustive } : undefined
}
