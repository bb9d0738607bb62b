import { z } from 'zod'

const Count = z.int().min(0)

/**
 * One row of Form II.06 (TT 01/2020/TT-VPCP), columns (3)-(13). Received and resolved are flows of the period,
 * `carriedOver` and pending are stocks before its first and at the end of its last day.
 */
export const DossierStatistics = z.object({
  receivedTotal: Count,
  receivedOnline: Count,
  receivedDirectPost: Count,
  carriedOver: Count,
  resolvedTotal: Count,
  resolvedEarly: Count,
  resolvedOnTime: Count,
  resolvedLate: Count,
  pendingTotal: Count,
  pendingWithin: Count,
  pendingOverdue: Count,
})
export type DossierStatistics = z.output<typeof DossierStatistics>

interface Identity {
  readonly name: string
  readonly left: (s: DossierStatistics) => number
  readonly right: (s: DossierStatistics) => number
}

/** The identities that the column heads of Form II.06 print, and the balance of a row. */
export const II06_IDENTITIES: readonly Identity[] = [
  {
    name: '(3)=(4)+(5)+(6)',
    left: (s) => s.receivedTotal,
    right: (s) => s.receivedOnline + s.receivedDirectPost + s.carriedOver,
  },
  {
    name: '(7)=(8)+(9)+(10)',
    left: (s) => s.resolvedTotal,
    right: (s) => s.resolvedEarly + s.resolvedOnTime + s.resolvedLate,
  },
  {
    name: '(11)=(12)+(13)',
    left: (s) => s.pendingTotal,
    right: (s) => s.pendingWithin + s.pendingOverdue,
  },
  {
    name: '(3)=(7)+(11)',
    left: (s) => s.receivedTotal,
    right: (s) => s.resolvedTotal + s.pendingTotal,
  },
]

/** One broken identity with both of its sides. */
export interface BrokenIdentity {
  readonly name: string
  readonly left: number
  readonly right: number
}

/** The identities that a row breaks; empty for a sound row. Rows of portals are reported, never mended. */
export function brokenIdentities(row: DossierStatistics): BrokenIdentity[] {
  return II06_IDENTITIES.map(({ name, left, right }) => ({
    name,
    left: left(row),
    right: right(row),
  })).filter((identity) => identity.left !== identity.right)
}
