import { Day } from '@cchc/domain'
import { z } from 'zod'

/**
 * The parts of a pass, in order: windows of reception; older dossiers that are still open; older ones that changed. What
 * ends while the open ones are read has changed since, and is met after them.
 */
export const PHASES = ['received', 'open', 'changed'] as const
export type Phase = (typeof PHASES)[number]

/**
 * Where a pass stands. `from` and `to`: its days of reception. `changedSince`: the change of older dossiers that it looks
 * back to. `seenTo`: the newest change that the portal had when it began. `at`: the first day of a window; `start` an
 * offset in its list and `mark` the row before it.
 */
export const Pass = z.object({
  startedAt: z.iso.datetime(),
  seenTo: z.iso.datetime(),
  from: Day,
  to: Day,
  changedSince: z.iso.datetime(),
  phase: z.enum(PHASES),
  at: Day.nullable(),
  start: z.int().min(0),
  mark: z.string().max(100).optional(),
})
export type Pass = z.output<typeof Pass>

/**
 * `complete`: when the last whole pass began, and the newest change that it knew of. `pass`: the one under way. `limited`: a
 * reading of days that a person asked for, which leaves the other two alone.
 */
export const DossierCursor = z.object({
  complete: Pass.pick({ startedAt: true, seenTo: true }).nullable(),
  pass: Pass.nullable(),
  limited: Pass.nullable(),
})
export type DossierCursor = z.output<typeof DossierCursor>
