import type { Dossier } from '../dossier.ts'
import { dayNumberOf, type Instant } from '../time.ts'
import { type Amounts, sumOf } from './amounts.ts'
import type { Explanation } from './cause.ts'
import type { Days } from './cohort.ts'

/** Adds up what a cause does to each of its dossiers. */
export function explanationOf(
  what: Pick<Explanation, 'cause' | 'detail' | 'confidence'>,
  effects: readonly Amounts[],
): Explanation {
  const affected = sumOf(effects.map(changedKeys))
  return { ...what, effect: sumOf(effects), affected }
}

function changedKeys(effect: Amounts): Amounts {
  return Object.fromEntries(
    Object.entries(effect).flatMap(([key, amount]) => (amount === 0 ? [] : [[key, 1]])),
  )
}

/** A dossier without what happened after an instant; undefined when it was not there yet. */
export function asOf<T extends Dossier>(dossier: T, instant: Instant): T | undefined {
  const { receivedAt, finishedAt } = dossier
  if (receivedAt !== null && receivedAt > instant) return undefined
  if (finishedAt === null || finishedAt <= instant) return dossier
  return { ...dossier, status: 'processing', finishedAt: null, returnedAt: null }
}

/** Whether a day lies among the last ones before the end of the days; later days do too. */
export function isRecent(instant: Instant, days: Days, lateDays: number): boolean {
  return dayNumberOf(instant) > days.to - lateDays
}
