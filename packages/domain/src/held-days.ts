import type { Day } from './time.ts'

/**
 * What a list holds of organisations with all below them: every dossier that was received on `from`..`to` (inclusive,
 * Asia/Ho_Chi_Minh), as it stood at the end of `asOf`; `openBefore`: and those that were open before `from`.
 */
export interface HeldDays {
  readonly organisations: readonly string[]
  readonly from: Day
  readonly to: Day
  readonly asOf: Day
  readonly openBefore: boolean
  /** All of them have ended, so that nothing of them changes later. */
  readonly ended?: boolean | undefined
}
