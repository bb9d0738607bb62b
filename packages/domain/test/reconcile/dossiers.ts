import { dayNumber, startOfDay } from '../../src/index.ts'
import type { Evidence } from '../../src/reconcile/index.ts'

export const MAY = { from: dayNumber('2022-05-01'), to: dayNumber('2022-05-31') }

const HOUR_MS = 3_600_000

/** An hour of a day in Vietnam. */
export function at(day: string, hour = 12): number {
  return startOfDay(dayNumber(day)) + hour * HOUR_MS
}

/** A direct dossier of May, finished in time unless told otherwise. */
export function evidence(code: string, facts: Partial<Evidence> = {}): Evidence {
  return {
    code,
    procedureCode: '1.000001',
    organisationCode: 'H99.03',
    fieldCode: null,
    channel: 'direct',
    status: 'finished',
    statusReceived: 'releasing',
    receivedAt: at('2022-05-10'),
    dueAt: at('2022-05-20', 17),
    finishedAt: at('2022-05-18'),
    returnedAt: null,
    pauses: [],
    onlinePayment: null,
    digitised: null,
    serviceLevel: null,
    serviceLevelReceived: null,
    version: 1,
    ...facts,
  }
}
