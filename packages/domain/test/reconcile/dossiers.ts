import { type Dossier, dayNumber, startOfDay } from '../../src/index.ts'
import {
  COHORT_FIGURES,
  type CohortReading,
  type PortalComparison,
} from '../../src/reconcile/index.ts'

import { sampleDossier } from '../sample-dossier.ts'

export const MAY = { from: dayNumber('2022-05-01'), to: dayNumber('2022-05-31') }

export const READING: CohortReading = {
  refusedAtReception: 'left-out',
  awaitingReception: 'counted',
  precision: 'instant',
  waiting: 'until-request',
  withdrawn: 'timed',
  laterEnds: 'counted',
  supplement: 'deducted',
  secondSupplement: 'late',
}

/** A portal of others' dossiers that counts those received in the month and states every figure. */
export const COHORT: PortalComparison = {
  name: 'Cổng thử nghiệm',
  rule: 'qd766-2022',
  counts: 'cohort',
  answers: READING,
  periods: ['month'],
  organisations: 'with-all-below',
  dossiers: 'others',
  unstatedChannel: 'direct',
  figures: Object.fromEntries(COHORT_FIGURES.map((figure) => [`portal.${figure}`, figure])),
  causes: ['two_codes', 'rule_difference', 'late_synchronisation', 'status_pushed_as_finished'],
}

const HOUR_MS = 3_600_000

/** An hour of a day in Vietnam. */
export function at(day: string, hour = 12): number {
  return startOfDay(dayNumber(day)) + hour * HOUR_MS
}

/** A direct dossier of May, finished in time unless told otherwise. */
export function evidence(code: string, facts: Partial<Dossier> = {}): Dossier {
  return sampleDossier({
    code,
    channel: 'direct',
    status: 'finished',
    receivedAt: at('2022-05-10'),
    dueAt: at('2022-05-20', 17),
    finishedAt: at('2022-05-18'),
    ...facts,
  })
}
