import type { DaysOfReception } from './contract/page.ts'
import type { DossierPass, PassBegin, PassCursor, PassDays } from './dossier-pass.ts'
import type { NewRows } from './paged-list.ts'
import type { Row } from './row.ts'

/** One list of a pass. No two of a pass have the same `phase` and `at`. */
export interface PassList {
  readonly phase: string
  /** What tells it from others of its phase: the first day of a window, a status; null where it is the only one. */
  readonly at: string | null
  /** The days of reception of which the list holds every dossier. */
  readonly whole?: DaysOfReception
}

/** Where a list is gone on with. */
export type ListPlace = Pick<DossierPass, 'start' | 'mark'>

/** What a connector says of its passes; everything else is the same for all. */
export interface Passes<P extends DossierPass, L extends PassList, R> extends PassDays {
  /** Adds to a new pass what this connector's own filters need. */
  begin(pass: DossierPass, begin: PassBegin<P>): P | Promise<P>
  /** All lists of a pass in their order, from its beginning. */
  lists(pass: P, isLimited: boolean): readonly L[]
  /** The rows of a list from a place on, as `pages` gives them. */
  rows(list: L, place: ListPlace): AsyncIterable<NewRows<Row>>
  map(rows: readonly Row[]): readonly R[]
  /** How many dossiers a pass will bring, for progress bars; asked before the first pass is complete. */
  count?(pass: P): Promise<number>
}

/** A page of a pass. */
export interface PassPage<P extends DossierPass, R> {
  readonly records: readonly R[]
  readonly cursor: PassCursor<P>
  readonly expected?: number
  readonly whole?: DaysOfReception
}
