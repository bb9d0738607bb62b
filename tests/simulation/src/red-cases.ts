import type { PlannedEvent } from './plan.ts'
import { DAY_MS } from './year.ts'

/** A year that breaks a promise today, with the reason; kept until the product survives it. */
export interface RedCase {
  readonly name: string
  readonly reason: string
  /** The promise that it breaks. */
  readonly invariant: string
  readonly plan: readonly PlannedEvent[]
}

const on = (day: number, name: string, parameters: unknown): PlannedEvent => ({
  at: Math.round(day * DAY_MS),
  name,
  parameters,
})

const ARRIVAL = { daysLate: 0, office: 0, procedure: 0, channel: 'direct', termDays: 5, count: 3 }
const SYNC = { worker: 'worker-1', source: 'one-stop', full: false, rows: 10 }

/** What does not survive yet. An event that only stands here is drawn for no year (`perYear: 0`). */
export const RED_CASES: readonly RedCase[] = [
  {
    name: 'dossier-dated-ahead',
    reason:
      'A state that bears a date years ahead is kept as the newest: later states of the dossier are outdated, and a whole pass does not help.',
    invariant: 'end-is-undisturbed',
    plan: [
      on(10, 'dossiers-arrive', ARRIVAL),
      on(20, 'dossier-dated-ahead', { share: 0.5, days: 4000 }),
      on(30, 'sync', SYNC),
      on(40, 'dossier-goes-on', { share: 0.5, step: 'waiting' }),
    ],
  },
  {
    name: 'clock-a-year-ahead',
    reason:
      'A pass that is dated by a clock a year ahead covers, as the hub then believes, a year that has not happened: later passes read too little.',
    invariant: 'nothing-lost',
    plan: [
      on(10, 'sync', SYNC),
      on(20, 'clock-jumps', { clock: 'worker-1', jumpMs: 365 * DAY_MS, lastsMs: 10 * DAY_MS }),
      on(25, 'sync', SYNC),
      on(40, 'dossiers-arrive', ARRIVAL),
      on(45, 'dossier-goes-on', { share: 0.5, step: 'releasing' }),
      on(50, 'sync', SYNC),
    ],
  },
  {
    name: 'reporting-clock-ahead',
    reason:
      'A report that a clock an hour ahead has dated bears an instant that is still to come: what is committed until then changes it.',
    invariant: 'known-stays-known',
    plan: [
      on(10, 'dossiers-arrive', ARRIVAL),
      on(20, 'clock-jumps', { clock: 'people', jumpMs: DAY_MS, lastsMs: 60_000 }),
      on(20.0001, 'figures-looked-at', { rule: 'tt01-2020' }),
      on(20.1, 'sync', SYNC),
    ],
  },
  {
    name: 'syncing-clock-behind',
    reason:
      'A worker whose clock is a day behind dates what it commits after a report by a right clock before that report.',
    invariant: 'known-stays-known',
    plan: [
      on(10, 'clock-jumps', { clock: 'worker-1', jumpMs: -DAY_MS, lastsMs: DAY_MS }),
      on(10.001, 'figures-looked-at', { rule: 'tt01-2020' }),
      on(10.002, 'sync', SYNC),
    ],
  },
  {
    name: 'refused-counts-as-removed',
    reason:
      'A procedure that a whole pass refuses is taken for one that is gone, and removed, as long as more than half remain.',
    invariant: 'served-stays',
    plan: [
      on(10, 'sync', SYNC),
      on(20, 'catalogue-spoilt', { source: 'one-stop', days: 5, procedures: 'nameless' }),
      on(21, 'sync', SYNC),
    ],
  },
]
