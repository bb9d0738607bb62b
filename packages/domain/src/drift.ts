/** What a field can hold; `null` = nothing, also as an empty text. */
export const FIELD_KINDS = ['string', 'number', 'boolean', 'null', 'list', 'object'] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/**
 * A field of a portal's records, by its path (`agency.code`, `fees[].amount`), as far as records were looked at. Counts are
 * of records, never of values.
 */
export interface FieldShape {
  readonly path: string
  /** Records that held something in it, and those of them in which that was of a kind. */
  readonly records: number
  readonly kinds: Readonly<Partial<Record<FieldKind, number>>>
  /** Records that held what it is a field of. */
  readonly of: number
  /** The last of these in a row that held nothing in it. */
  readonly unseen: number
  /** It was told to be missing, and has not come since. */
  readonly gone?: boolean
}

/** What the records of a stream look like: names of fields and their kinds, nothing of what they hold. */
export interface StreamShape {
  readonly records: number
  readonly fields: readonly FieldShape[]
  /** Records with fields whose names are not kept, since they may be data themselves or are too many. */
  readonly unnamed: number
  /** A whole pass has shown what is usual. */
  readonly settled: boolean
}

/**
 * Records that look otherwise than before. `new`: a field that had never come; `missing`: one that nearly every record had
 * held, and none does; `retyped`: a kind that a field had never held.
 */
export interface Drift {
  readonly kind: 'new' | 'missing' | 'retyped'
  readonly path: string
  readonly was: readonly FieldKind[]
  readonly now: readonly FieldKind[]
  /** In so many records, of so many that were looked at. */
  readonly records: number
  readonly of: number
}

/** What happens where records look otherwise than before (docs/operations.md). */
export const DRIFT_POLICIES = ['evolve', 'freeze', 'discard'] as const
export type DriftPolicy = (typeof DRIFT_POLICIES)[number]
