import type { View } from '../view.ts'

/** A promise that holds after every step of a year; one file each. */
export interface Invariant {
  readonly name: string
  readonly sentence: string
  /** `written` = whenever something was written; `rest` = only when nobody works, for what costs much to look at. */
  readonly when: 'written' | 'rest'
  /** What breaks it, in words; undefined while it holds. */
  check(view: View): Promise<string | undefined>
}
