import { Day } from '@cchc/domain'
import { z } from 'zod'

/**
 * The parts of a pass, in order. OpenCPS has no changed-since filter, so after the newly received dossiers (`received`)
 * come the older ones that are still open, were released, finished or refused: what ends while they are read is met later.
 */
export const PHASES = ['received', 'open', 'released', 'finished', 'refused'] as const
export type Phase = (typeof PHASES)[number]

/**
 * Where a pass stands: `at` is the first day of a window of reception, or a status; `start` an offset in its list and
 * `mark` the row before it.
 */
export const Pass = z.object({
  startedAt: z.iso.datetime(),
  /** Inclusive days of reception, release and return that the pass reads. */
  from: Day,
  to: Day,
  phase: z.enum(PHASES),
  at: z.string().max(40).nullable(),
  start: z.int().min(0),
  mark: z.string().max(100).optional(),
})
export type Pass = z.output<typeof Pass>

/**
 * `completeSince`: start of the last whole pass. `pass`: the one under way. `limited`: a reading of days that a person
 * asked for, which leaves the other two alone.
 */
export const DossierCursor = z.object({
  completeSince: z.iso.datetime().nullable(),
  pass: Pass.nullable(),
  limited: Pass.nullable(),
})
export type DossierCursor = z.output<typeof DossierCursor>
