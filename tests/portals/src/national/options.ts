import type { FaultPlan } from '../faults.ts'
import type { PagingFault } from '../paging.ts'
import type { Divergence } from '../world/divergence.ts'

/** How the simulated national portal is reached, and which of its quirks it shows. */
export interface NationalOptions {
  readonly baseUrl: string
  readonly username: string
  readonly password: string
  readonly faults?: FaultPlan
  /** A session answers so many calls and is then forgotten; absent = it lives on. */
  readonly sessionCalls?: number
  /** Answers as a provincial relay does: the national JSON as text in the field `message`. */
  readonly relay?: boolean
  /** Every nth procedure is listed under its code with the province's suffix. */
  readonly suffixEvery?: number
  /** Codes that are listed and then have no detail. */
  readonly withoutDetail?: readonly string[]
  /** The reporting service refuses clients that do not look like a browser. */
  readonly browsersOnly?: boolean
  /** How the lists of its reporting service are paged wrongly; absent = not at all. */
  readonly paging?: PagingFault | undefined
  /** How its figures differ from the province's; absent = not at all. */
  readonly divergence?: Divergence | undefined
}
