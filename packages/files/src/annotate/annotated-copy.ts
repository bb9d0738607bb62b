import type { FileComment } from '@cchc/audit'
import type { Instant } from '@cchc/domain'

/** A copy of a file with comments; macros of the file are left out of it. */
export interface Annotated {
  readonly kind: 'xlsx' | 'docx'
  readonly bytes: Uint8Array
  readonly hadMacros: boolean
}

/** What is said of a file, and when. */
export interface Said {
  readonly comments: readonly FileComment[]
  readonly at: Instant
}

/** Whose comments they are. */
export const AUTHOR = 'CCHC Hub'
