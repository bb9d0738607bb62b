import { Day, dayOf, plusDays } from '@cchc/domain'
import { z } from 'zod'
import type { DaysOfReception, ReadRequest } from './contract/page.ts'
import { laterDay } from './day-windows.ts'
import { isWholeDue } from './whole-passes.ts'

/**
 * A pass over dossiers, and where it stands. `from` and `to`: the days of reception that it reads, both included.
 * `phase` and `at`: one of its lists; `start` an offset in that list and `mark` the row before it. `wholeAt`: when the
 * last pass began that read everything. A connector whose passes need more extends it.
 */
export const DossierPass = z.object({
  startedAt: z.iso.datetime(),
  wholeAt: z.iso.datetime().optional(),
  from: Day,
  to: Day,
  phase: z.string().max(40).nullable(),
  at: z.string().max(40).nullable(),
  start: z.int().min(0),
  mark: z.string().max(100).optional(),
})
export type DossierPass = z.output<typeof DossierPass>

/**
 * `complete`: the last pass that came to its end. `pass`: the one under way. `limited`: a reading of days that a person
 * asked for, which leaves the other two alone.
 */
export interface PassCursor<P extends DossierPass = DossierPass> {
  readonly complete: P | null
  readonly pass: P | null
  readonly limited: P | null
}

/** The cursor of a stream that `readPasses` reads. */
export function passCursor<P extends z.ZodType<DossierPass>>(pass: P) {
  const place = pass.nullable()
  return z.object({ complete: place, pass: place, limited: place })
}

/** From where passes read, and how far they look back. */
export interface PassDays {
  /** First day of reception that is read at all. */
  readonly since: Day
  /** So many days before the last complete pass began are read again. */
  readonly overlapDays: number
  /** Everything since `since` is read again so many days after it was last read; never unless told. */
  readonly wholeEveryDays?: number | undefined
  /** The clock, epoch ms. */
  readonly now: number
}

/** How a pass came about. */
export interface PassBegin<P extends DossierPass> {
  /** The last complete pass, behind which this one goes on; null where it reads everything. */
  readonly last: P | null
  /** A person asked for its days. */
  readonly isLimited: boolean
}

type Begin<P extends DossierPass> = (pass: DossierPass, begin: PassBegin<P>) => P | Promise<P>

/** The pass under way, whose last day is today's, or a new one. */
export async function wholePass<P extends DossierPass>(
  days: PassDays,
  { complete, pass }: PassCursor<P>,
  begin: Begin<P>,
): Promise<P> {
  const today = dayOf(days.now)
  // What ended since the pass began is neither open any more nor within the days that it began with.
  if (pass !== null) return { ...pass, to: laterDay(pass.to, today) }
  const last = complete !== null && isWholeDue(days, complete.wholeAt) ? null : complete
  const from = last === null ? days.since : lookingBack(days, last)
  const { startedAt, ...place } = newPass(days.now, { from, to: today })
  const wholeAt = from === days.since ? startedAt : last?.wholeAt
  const begun = { startedAt, ...(wholeAt !== undefined && { wholeAt }), ...place }
  return begin(begun, { last, isLimited: false })
}

/** The pass over these days that was broken off, or a new one. */
export async function limitedPass<P extends DossierPass>(
  days: PassDays,
  { cursor, from = days.since, to = dayOf(days.now) }: ReadRequest<PassCursor<P>>,
  begin: Begin<P>,
): Promise<P> {
  const earlier = cursor?.limited
  if (earlier?.from === from && earlier.to === to) return earlier
  return begin(newPass(days.now, { from, to }), { last: null, isLimited: true })
}

function lookingBack({ since, overlapDays }: PassDays, { startedAt }: DossierPass): Day {
  return laterDay(since, plusDays(dayOf(Date.parse(startedAt)), -overlapDays))
}

/** What stays of a pass that has come to its end: when it began, and what its connector adds. */
export function completed<P extends DossierPass>({ mark: _, ...pass }: P): P {
  return { ...pass, ...passBegunAt(pass.startedAt) } as unknown as P
}

/** A complete pass of which is known only when it began (ISO 8601), as positions of older versions tell. */
export function passBegunAt(startedAt: string): DossierPass {
  const began = Date.parse(startedAt)
  const day = dayOf(began)
  return newPass(began, { from: day, to: day })
}

function newPass(now: number, { from, to }: DaysOfReception): DossierPass {
  return { startedAt: new Date(now).toISOString(), from, to, phase: null, at: null, start: 0 }
}
