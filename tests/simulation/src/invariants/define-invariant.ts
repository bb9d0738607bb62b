import type { View } from '../view.ts'

/** A promise that holds after every step of a year; one file each. */
export interface Invariant {
  readonly name: string
  readonly sentence: string
  /**
   * `written` = whenever something was written; `rest` = when nobody works; `seldom` = every fifth time that nobody
   * works and at the end of the year, for what costs much and stays broken once it is.
   */
  readonly when: 'written' | 'rest' | 'seldom'
  /** What breaks it, in words; undefined while it holds. */
  check(view: View): Promise<string | undefined>
}
