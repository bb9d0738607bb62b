import type { View } from '../view.ts'

/** A promise that holds after every step of a year; one file each. */
export interface Invariant {
  readonly name: string
  readonly sentence: string
  /** What breaks it, in words; undefined while it holds. */
  check(view: View): Promise<string | undefined>
}
