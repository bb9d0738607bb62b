import type { DayNumber, Drift, HeldDays, StreamShape } from '@cchc/domain'
import type { ClosedGate } from './gate/gate.ts'
import type { CatalogueEntity } from './stored-record.ts'

type Entity = 'dossier' | CatalogueEntity

/** How fresh one source's streams are. */
export interface StreamState {
  readonly source: string
  readonly stream: string
  readonly cursor: unknown
  readonly records: number
  readonly quarantined: number
  /** Stored dossiers that the portal no longer holds; they count until somebody accepts that they are gone. */
  readonly missing: number
  /** End of the last whole pass, epoch ms. */
  readonly completedAt: number | null
  readonly committedAt: number | null
}

/** What the records of a stream usually look like, and what of it changed and nobody has accepted yet. */
export interface KeptShape {
  readonly shape: StreamShape
  readonly open: readonly Drift[]
}

/** What a run last saw to be otherwise, epoch ms. */
export interface LastDrift {
  readonly runId: string
  readonly at: number
  readonly drift: readonly Drift[]
}

/** The same, with whose it is and how it last changed. */
export interface StreamShapeOf extends KeptShape {
  readonly source: string
  readonly stream: string
  /** Null = nothing was ever otherwise. */
  readonly last: LastDrift | null
}

/** What a stream is read for, and how far back its whole passes reach. */
export interface StreamReach {
  readonly entity: Entity
  /** First day that is read; null = everything that the portal has. */
  readonly from: DayNumber | null
  /** What was received before `from` and was open on it is read too. */
  readonly openBefore: boolean
  /** All that the source holds, where it says so by unit; then the days above say nothing. */
  readonly held?: readonly HeldDays[]
}

/** A pass that is to read a stream whole, and when it began, epoch ms. */
export interface PassUnderWay {
  readonly startedAt: number
  readonly reach: StreamReach
}

/** What the whole passes of a stream have read. */
export interface StreamCoverage extends StreamReach {
  /** Start of the last whole pass, epoch ms: what changed later may not have been seen. */
  readonly to: number
}

/** A stream with its last whole pass. */
export interface StreamCompletion {
  readonly source: string
  readonly stream: string
  /** End of that pass, epoch ms; null = it never had one. */
  readonly completedAt: number | null
  /** Null = never read whole. */
  readonly covered: StreamCoverage | null
  /** What an unread stream would bring; absent where nobody tells. */
  readonly entity?: Entity
  /** Its source is no longer configured: what it brought counts, nothing more is to come. */
  readonly retired?: boolean
  /** Newer data of its source wait: what is shown of it was learnt by `asOf`. */
  readonly gate?: ClosedGate
  /** Whose system its source is, where that holds a part of the dossiers of others: one of theirs may be one of its own. */
  readonly beside?: string
  /** What it brings is not added to that of others, so that nothing of theirs is missing where it was not read. */
  readonly apart?: boolean
}
