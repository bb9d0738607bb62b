/** A change of the source that no test can or should notice, written as the whole lines that it changes. */
export interface MeantSurvivor {
  readonly file: string
  readonly code: string
  readonly becomes: string
  readonly why: string
}

/** Survivors that are meant; any other is a test that is missing, or code that is. */
export const MEANT_SURVIVORS: readonly MeantSurvivor[] = []
