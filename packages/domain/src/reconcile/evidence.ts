import type { Dossier } from '../dossier.ts'
import type { DayNumber, Instant } from '../time.ts'
import { dayNumberOf } from '../time.ts'
import { type Amounts, minus, negated, sumOf } from './amounts.ts'
import type { Explanation, ReconcileCause } from './cause.ts'
import { countInCohort, type Days, NATIONAL_READING, OTHER_READINGS } from './cohort.ts'

/** A dossier as evidence of why figures differ. */
export type Evidence = Dossier

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

const identified = (cause: ReconcileCause, detail: string | null = null) =>
  ({ cause, detail, confidence: 'identified' }) as const

/** The portal adds an unstated channel to the direct ones; the hub keeps it apart. */
export function nullChannel(dossiers: number): Explanation {
  return {
    ...identified('null_channel'),
    effect: { 'received.direct': dossiers },
    affected: { 'received.direct': dossiers },
  }
}

/**
 * Dossiers that are here twice: same procedure, organisation, channel, instants of receipt and due date, another code.
 * First those whose codes belong to different series (one issued by the national portal, one here), then all of them: two
 * numbers of one series are more often two dossiers.
 */
export function twoCodes(dossiers: readonly Evidence[], days: Days): Explanation[] {
  const [series, any] = [secondCodes(dossiers, seriesOf), secondCodes(dossiers, ({ code }) => code)]
  const found = series.length === any.length ? [series] : [series, any]
  return found
    .filter((seconds) => seconds.length > 0)
    .map((seconds) =>
      explanationOf(
        identified('two_codes'),
        seconds.map((dossier) => negated(countInCohort(NATIONAL_READING, dossier, days))),
      ),
    )
}

/** A code without the number at its end. */
function seriesOf({ code }: Evidence): string {
  return code.replace(/\d+$/, '')
}

function secondCodes(
  dossiers: readonly Evidence[],
  mark: (dossier: Evidence) => string,
): readonly Evidence[] {
  const known = new Map<string, Set<string>>()
  return dossiers.filter((dossier) => {
    const { procedureCode, organisationCode, channel, receivedAt, dueAt } = dossier
    const key = [procedureCode, organisationCode, channel, receivedAt, dueAt].join('|')
    const marks = known.get(key) ?? new Set()
    known.set(key, marks)
    const isSecond = marks.size > 0 && !marks.has(mark(dossier))
    marks.add(mark(dossier))
    return isSecond
  })
}

/** What each other reading of the portal's rule would make of the same dossiers. */
export function ruleDifferences(dossiers: readonly Evidence[], days: Days): Explanation[] {
  return OTHER_READINGS.map(({ detail, reading }) =>
    explanationOf(
      identified('rule_difference', detail),
      dossiers.map((dossier) =>
        minus(
          countInCohort(reading, dossier, days),
          countInCohort(NATIONAL_READING, dossier, days),
        ),
      ),
    ),
  )
}

/** What happened only after the portal's figure was taken. */
export function happenedSince(
  dossiers: readonly Evidence[],
  { days, takenAt }: { readonly days: Days; readonly takenAt: Instant },
): Explanation {
  return sinceThen(dossiers, { days, thenOf: (dossier) => asOf(dossier, takenAt) })
}

/**
 * What the hub itself learnt only after the portal's figure was taken, told by the same dossiers as it knew them then.
 * Where it knew none at all it had not begun to read, which says nothing about the portal: no effect.
 */
export function learntSince(
  dossiers: readonly Evidence[],
  { days, knownThen }: { readonly days: Days; readonly knownThen: readonly Evidence[] },
): Explanation {
  const known = new Map(knownThen.map((dossier) => [dossier.code, dossier]))
  return sinceThen(knownThen.length === 0 ? [] : dossiers, {
    days,
    thenOf: ({ code }) => known.get(code),
  })
}

function sinceThen(
  dossiers: readonly Evidence[],
  {
    days,
    thenOf,
  }: { readonly days: Days; readonly thenOf: (dossier: Evidence) => Evidence | undefined },
): Explanation {
  const effects = dossiers.map((dossier) => {
    const then = thenOf(dossier)
    if (then === dossier) return {}
    const before = then ? countInCohort(NATIONAL_READING, then, days) : {}
    return minus(before, countInCohort(NATIONAL_READING, dossier, days))
  })
  return explanationOf(identified('late_synchronisation'), effects)
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
  const day: DayNumber = dayNumberOf(instant)
  return day > days.to - lateDays
}
