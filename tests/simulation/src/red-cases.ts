import type { PlannedEvent } from './plan.ts'

/** A year that breaks a promise today, with the reason; kept until the product survives it. */
export interface RedCase {
  readonly name: string
  readonly reason: string
  /** The promise that it breaks. */
  readonly invariant: string
  readonly plan: readonly PlannedEvent[]
}

/** What does not survive yet; an event that only stands here is drawn for no year (`perYear: 0`). None at present. */
export const RED_CASES: readonly RedCase[] = []
