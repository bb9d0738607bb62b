import type { DayNumber, Dossier, Drift, HeldDays, Message, Text } from '@cchc/domain'
import type { GateLimits } from './gate/gate.ts'
import type { WholeDays } from './missing-dossiers.ts'
import type { NewSplit, PartsState, SavedSplit } from './parts/split.ts'
import type { Refusal } from './refusal.ts'
import type { SavedPosition } from './saved-position.ts'
import type { SliceRequest } from './slice.ts'
import type { HeldSlot } from './slots/slot-key.ts'
import type { CatalogueEntity, CatalogueRecord } from './stored-record.ts'
import type { KeptShape, StreamReach } from './stream-state.ts'

/** Why a run ended. `partial` = stopped softly at a limit or with refused records; it goes on from its checkpoint. */
export type RunStatus = 'running' | 'done' | 'partial' | 'failed' | 'interrupted' | 'abandoned'

/** What a run did so far; every number is a total of the run. */
export interface RunCounts {
  readonly pages: number
  readonly fetched: number
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  /** Older than what is stored; ignored. */
  readonly outdated: number
  /** Removed at the portal, as absence or its own word shows. */
  readonly removed: number
  readonly refused: number
  /** Of the refused: the same as a person dismissed before. */
  readonly dismissed: number
  readonly requests: number
  readonly retries: number
  readonly bytes: number
}

/** One run of one source. Instants are epoch ms; `error` holds no personal data. Runs of old keep plain English texts. */
export interface Run {
  readonly id: string
  readonly source: string
  readonly connector: string
  readonly connectorVersion: string
  readonly trigger: 'manual' | 'schedule' | 'retry' | 'push'
  readonly status: RunStatus
  readonly startedAt: number
  readonly finishedAt: number | null
  readonly counts: RunCounts
  readonly streams: Readonly<Record<string, RunCounts>>
  readonly error: {
    readonly code: string
    readonly message: Text
    readonly fix: Text | null
  } | null
  /** What was read, and as what. */
  readonly notes: readonly Text[]
  readonly warnings: readonly Text[]
  /** The streams that failed, each with its own error; the others were read. */
  readonly failures: readonly StreamFailure[]
  /** What the records of its streams looked like otherwise than before. */
  readonly drift: readonly StreamDrift[]
  /** Of streams that were read in parts: how many are done of all. */
  readonly parts: Readonly<Record<string, { readonly done: number; readonly all: number }>>
}

/** A drift, and the stream that it was seen in. */
export interface StreamDrift extends Drift {
  readonly stream: string
}

/** What a run could not read, and why. */
export interface StreamFailure extends NonNullable<Run['error']> {
  readonly stream: string
}

/** How a stream's pass ended. */
export interface PassEnd {
  readonly cursor: unknown
  /** Of the cursor; 1 unless told. */
  readonly cursorVersion?: number | undefined
  /** A person says that what is absent is gone, whatever speaks against it. */
  readonly acceptRemovals: boolean
  /** Everything was read again, so that dossiers that are missing are gone. */
  readonly full?: boolean
  /** Only days that a person asked for were read: no whole pass. */
  readonly limited?: boolean
  /** The earliest instant by the reader's clock, epoch ms: the pass is not said to have read what came later. */
  readonly readUpTo?: number | undefined
  /** Days of reception that the source itself says it gave whole; no other days count as read by this pass. */
  readonly stated?: { readonly from: DayNumber; readonly to: DayNumber }
  /** All that the source holds, where it says so by unit. */
  readonly held?: readonly HeldDays[] | undefined
}

/** Who asks for a run. */
export interface RunRequest {
  readonly source: string
  readonly connector: string
  readonly connectorVersion: string
  readonly trigger: Run['trigger']
  /** What the source may bring without a person's word; absent = anything. */
  readonly gate?: GateLimits | undefined
  /** The slot of a schedule that asks: the run begins only while this process has it. */
  readonly slot?: HeldSlot | undefined
}

/** Which runs. */
export interface RunListQuery extends SliceRequest {
  readonly source?: string | undefined
}

/** Whole pages of one stream that are committed together with the cursor that covers them. */
export interface Batch {
  readonly source: string
  readonly stream: string
  readonly cursor: unknown
  /** Of the cursor; 1 unless told. */
  readonly cursorVersion?: number | undefined
  readonly pages: number
  readonly refusals: readonly Refusal[]
  /** Names of the fields that are the key, by which a record that was refused without one is known again. */
  readonly keyFields?: readonly string[]
  /** Keys of what the portal says it removed; applied after the records. */
  readonly removed?: readonly string[]
  /** Days of reception that are read whole with these pages. */
  readonly whole?: readonly WholeDays[]
  readonly traffic: { readonly requests: number; readonly retries: number; readonly bytes: number }
  /** By how much the portal's clock lies behind that of this machine; a version that is not believed counts as so much older. */
  readonly portalBehindMs?: number
  /** By how much it lies ahead of it: where commits of before are dated later too, it is this machine that is behind. */
  readonly portalAheadMs?: number
  readonly content:
    | { readonly entity: 'dossier'; readonly records: readonly Dossier[] }
    | {
        readonly entity: CatalogueEntity
        readonly records: readonly CatalogueRecord[]
        /** `staged`: kept aside until `completeSnapshot`; `upsert`: visible at once. */
        readonly mode: 'staged' | 'upsert'
      }
}

/** The writing half: everything about a run, guarded by its lease. Every method throws RunConflict once the lease is lost. */
export interface RunWriter {
  readonly runId: string
  /** The last committed cursor, with the version that it was stored as; undefined = none. */
  position(stream: string): Promise<SavedPosition | undefined>
  /** Commits records, refusals, cursor, ledger and counts in one transaction, and renews the lease. Returns the stream's totals of this run. */
  commit(batch: Batch): Promise<RunCounts>
  /**
   * Notes that a pass begins which is to read the stream whole, unless one is under way: a pass goes on over runs and
   * crashes. One that continues from a cursor reaches as far back as the whole pass before it did.
   */
  beginPass(stream: string, reach: StreamReach): Promise<void>
  /**
   * Marks a stream's pass as whole, unless it was limited; freshness counts from here, and its coverage from where the
   * pass began. Where records were staged, swaps them in: one transaction, and records that the pass did not hold are
   * removed (kept in history). Of dossiers, those that are missing at the portal are removed or told. Throws
   * SnapshotSuspicious, with the old records untouched, when less than half would remain of the largest pass since
   * removals were last accepted.
   */
  completePass(stream: string, end: PassEnd): Promise<RunCounts>
  /** Codes of the stored dossiers that days which were read whole no longer held. */
  listMissing(stream: string): Promise<readonly string[]>
  /** What the records of a stream usually look like; undefined where none was looked at. */
  shape(stream: string): Promise<KeptShape | undefined>
  /** Keeps what is usual from here on, and with the run what was seen to be otherwise. */
  keepShape(stream: string, seen: KeptShape & { readonly drift?: readonly Drift[] }): Promise<void>
  /** Forgets the cursor, any split and anything staged of a stream, so that it is read from the beginning. */
  reset(stream: string): Promise<void>
  /** The split of a stream's reading that is under way; undefined = none. */
  split(stream: string): Promise<SavedSplit | undefined>
  /** Splits the reading of a stream into parts, in the place of any earlier split. */
  beginSplit(stream: string, split: NewSplit): Promise<void>
  /**
   * Goes on with the parts of a stream, of which so many processes may read one at once: those that were begun or failed can
   * be taken again, each from its last commit.
   */
  takeSplit(stream: string, atOnce: number): Promise<void>
  /** Where the parts of a stream stand. */
  parts(stream: string): Promise<PartsState>
  /** Ends a split: the stream's position is behind its parts, or, `given up`, stays. Throws where parts are not done. */
  endSplit(stream: string, how?: 'given up'): Promise<void>
  heartbeat(): Promise<void>
  /** Tells what was done; a note, like a warning, is told once. */
  note(message: Message): Promise<void>
  warn(message: Message): Promise<void>
  finish(outcome: {
    readonly status: RunStatus
    readonly error: Run['error']
    readonly failures?: readonly StreamFailure[]
  }): Promise<Run>
}
