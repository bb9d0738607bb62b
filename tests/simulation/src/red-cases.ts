import { DAY_MS as DAY } from './calendar.ts'
import type { PlannedEvent } from './plan.ts'

/** A year that breaks a promise today, with the reason; kept until the product survives it. */
export interface RedCase {
  readonly name: string
  readonly reason: string
  /** The promise that it breaks. */
  readonly invariant: string
  readonly plan: readonly PlannedEvent[]
}

const ARRIVAL = {
  daysLate: 0,
  office: 0,
  procedure: 0,
  channel: 'direct',
  termDays: 20,
  count: 1,
}
const SYNC = { worker: 'worker-2', source: 'one-stop', full: false, rows: 10 }

/** What does not survive yet; no year is drawn in which it happens. */
export const RED_CASES: readonly RedCase[] = [
  {
    name: 'fast-machine-at-a-portal-without-date',
    reason:
      'The clock of the machine is weeks ahead and the portal dates no answer: a pass looks for changes from the days of its own clock on, which the portal has not come to.',
    invariant: 'nothing-lost',
    plan: [
      {
        at: 300 * DAY,
        name: 'clock-weeks-off',
        parameters: { clock: 'worker-2', jumpMs: 40 * DAY, lastsMs: 35 * DAY },
      },
      {
        at: 301 * DAY,
        name: 'portal-clock-wrong',
        parameters: { source: 'one-stop', days: 27, clock: 'clock-unreadable' },
      },
      {
        at: 310 * DAY,
        name: 'dossiers-arrive',
        parameters: ARRIVAL,
      },
      { at: 311 * DAY, name: 'sync', parameters: SYNC },
      {
        at: 320 * DAY,
        name: 'dossier-goes-on',
        parameters: { share: 0.1, step: 'releasing' },
      },
      { at: 321 * DAY, name: 'sync', parameters: SYNC },
    ],
  },
  {
    name: 'end-corrected-to-before-the-first-day',
    reason:
      'A dossier from before the first day that is read had ended after it; its end is corrected to before it. No list that is read holds it any more, and nobody asks for it by its code.',
    invariant: 'nothing-lost',
    plan: [
      {
        at: 2 * DAY,
        name: 'dossiers-arrive',
        parameters: { ...ARRIVAL, daysLate: 4 },
      },
      {
        at: 2.1 * DAY,
        name: 'dossier-goes-on',
        parameters: { share: 0.1, step: 'releasing' },
      },
      { at: 3 * DAY, name: 'sync', parameters: SYNC },
      {
        at: 4 * DAY,
        name: 'dossier-corrected',
        parameters: { share: 0.1, days: -4, kind: 'end', mayLeave: true },
      },
    ],
  },
]
