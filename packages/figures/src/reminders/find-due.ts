import { type CountingRule, type Day, type DayNumber, dayNumber } from '@cchc/domain'
import type { CountableDossier, StoredDossier } from '@cchc/store'
import type { Counting } from '../statistics/counting.ts'
import { scannedBatches } from '../statistics/dossier-events.ts'
import { asOfDay } from './as-of-day.ts'

/** Dossiers in process of an organisation and all below it, as they stand on a day. */
export interface DueScope {
  /** Absent = of all. */
  readonly organisation?: string | undefined
  readonly day: Day
  /** The last day on which a dossier is due soon. */
  readonly lastDay: Day
}

export type DueKind = 'overdue' | 'dueSoon'

/** A dossier that is due. */
export type Due = CountableDossier & Pick<StoredDossier, 'code'>

/**
 * The dossiers that a rule counts as overdue at the end of a day (column 13 of Form II.06), and those that it would count so
 * after `lastDay` if nothing happened after the day: counted one by one by the rule itself, so that they agree with every figure by it.
 */
export async function* findDue(
  { store, rule }: Counting,
  { organisation, day, lastDay }: DueScope,
): AsyncGenerator<{ readonly dossier: Due; readonly kind: DueKind }> {
  const today = dayNumber(day)
  const days = { today, until: firstOverdueDay(rule, dayNumber(lastDay)) }
  const asked = { organisation, sources: undefined, from: today, to: today }
  const scope = { ...asked, more: ['code'] as const }
  for await (const batch of scannedBatches(store, scope)) {
    for (const dossier of batch) {
      const kind = kindOf(rule, dossier, days)
      if (kind !== undefined) yield { dossier, kind }
    }
  }
}

/** On which day a dossier counts as overdue that is due on another. */
function firstOverdueDay({ choices }: CountingRule, due: DayNumber): DayNumber {
  return choices.onDueMoment === 'overdue' ? due : due + 1
}

/** Overdue by what is known of the dossier, as every figure; due soon by what stood on the day. */
function kindOf(
  rule: CountingRule,
  dossier: CountableDossier,
  { today, until }: { readonly today: DayNumber; readonly until: DayNumber },
): DueKind | undefined {
  if (standing(rule, dossier, today).overdue > 0) return 'overdue'
  const { received, overdue } = standing(rule, asOfDay(dossier, today), until)
  return received !== null && received <= today && overdue > 0 ? 'dueSoon' : undefined
}

/** The day on which a dossier counts as received, and whether it counts as overdue on another. */
function standing(rule: CountingRule, dossier: CountableDossier, on: DayNumber) {
  let received: DayNumber | null = null
  let overdue = 0
  rule.count(dossier, (measure, day) => {
    if (measure === 'received') received = day
    const change = measure === 'overdueOpened' ? 1 : measure === 'overdueClosed' ? -1 : 0
    if (day <= on) overdue += change
  })
  return { received: received as DayNumber | null, overdue }
}
