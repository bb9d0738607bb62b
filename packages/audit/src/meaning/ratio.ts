import type { OutlineRow } from './outline.ts'

/** A rate with the rows that it is made of; `certain` = no other reading of these rows is sensible. */
export interface RatioParts {
  readonly rate: OutlineRow
  readonly numerator: OutlineRow
  readonly denominator: OutlineRow
  readonly certain: boolean
  /** Whether the numerator can be the greater one: more was paid out than planned, or old requests were answered. */
  readonly mayExceed: boolean
  /** Where the label does not say which count is meant: all that may be. */
  readonly candidates?: readonly OutlineRow[]
}
