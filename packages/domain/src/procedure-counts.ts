import { z } from 'zod'
import type { BrokenIdentity } from './dossier-statistics.ts'
import type { OrganisationLevel } from './organisation.ts'
import type { Procedure } from './procedure.ts'

const Count = z.int().min(0)

/** Counts of procedures by the level that resolves them; `district` is zero for days from 2025-07-01 on. */
export const LevelCounts = z.object({
  total: Count,
  province: Count,
  district: Count,
  commune: Count,
})
export type LevelCounts = z.output<typeof LevelCounts>

/**
 * One row of Form II.07b (TT 01/2020/TT-VPCP), columns (3)-(14): procedures under the unit's authority, those in the
 * one-stop mechanism, those with an approved internal process. All are stocks; null = not reported.
 */
export const ProcedureCounts = z.object({
  underAuthority: LevelCounts.nullable(),
  oneStop: LevelCounts.nullable(),
  internalProcess: LevelCounts.nullable(),
})
export type ProcedureCounts = z.output<typeof ProcedureCounts>

const II07B_IDENTITIES = [
  { name: '(3)=(4)+(5)+(6)', group: 'underAuthority' },
  { name: '(7)=(8)+(9)+(10)', group: 'oneStop' },
  { name: '(11)=(12)+(13)+(14)', group: 'internalProcess' },
] as const

/** The identities of Form II.07b that a row breaks; a group that is not reported breaks none. */
export function brokenProcedureIdentities(row: ProcedureCounts): BrokenIdentity[] {
  return II07B_IDENTITIES.flatMap(({ name, group }) => {
    const counts = row[group]
    if (counts === null) return []
    const right = counts.province + counts.district + counts.commune
    return counts.total === right ? [] : [{ name, left: counts.total, right }]
  })
}

type CountedLevel = 'province' | 'district' | 'commune'

const HIGHEST_FIRST: readonly (readonly [OrganisationLevel, CountedLevel])[] = [
  ['province', 'province'],
  ['department', 'province'],
  ['district', 'district'],
  ['commune', 'commune'],
]

/**
 * The level at which a procedure is counted: the highest of the local levels that carry it out (departments are
 * provincial), so that each procedure counts once. Undefined where no local level is stated.
 */
export function countedLevel(procedure: Pick<Procedure, 'levels'>): CountedLevel | undefined {
  return HIGHEST_FIRST.find(([level]) => procedure.levels.includes(level))?.[1]
}

/** Counts procedures by level, each once; `unplaced` are those of no local level, which belong to no column. */
export function countProcedures(procedures: Iterable<Pick<Procedure, 'levels'>>): {
  readonly counts: LevelCounts
  readonly unplaced: number
} {
  const counts: LevelCounts = { total: 0, province: 0, district: 0, commune: 0 }
  let unplaced = 0
  for (const procedure of procedures) {
    const level = countedLevel(procedure)
    if (level === undefined) {
      unplaced += 1
      continue
    }
    counts[level] += 1
    counts.total += 1
  }
  return { counts, unplaced }
}
