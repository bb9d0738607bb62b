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

const SYNC = { worker: 'worker-1', source: 'one-stop', full: false, rows: 10 }

/** What does not survive yet. An event that only stands here is drawn for no year (`perYear: 0`). */
export const RED_CASES: readonly RedCase[] = [
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
