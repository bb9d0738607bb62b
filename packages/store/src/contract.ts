import type { Channel, DayNumber, Dossier, Measure } from '@cchc/domain'
import type { EnteredStore } from './entered/contract.ts'
import type {
  ChangeQuery,
  DossierChange,
  NewPeriodEvent,
  PeriodEvent,
  PeriodFigure,
  PeriodKey,
  StreamCompletion,
} from './history/contract.ts'

/** Reads what was known at an instant, epoch ms: what was learnt by then and not yet superseded or removed. */
export interface KnownAt {
  readonly asKnownAt?: number
}

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
  /** Removed from the source (streams whose deletes show by absence). */
  readonly removed: number
  readonly refused: number
  readonly requests: number
  readonly retries: number
  readonly bytes: number
}

/** One run of one source. Instants are epoch ms; `error` holds no personal data. */
export interface Run {
  readonly id: string
  readonly source: string
  readonly connector: string
  readonly connectorVersion: string
  readonly trigger: 'manual' | 'schedule' | 'retry'
  readonly status: RunStatus
  readonly startedAt: number
  readonly finishedAt: number | null
  readonly counts: RunCounts
  readonly streams: Readonly<Record<string, RunCounts>>
  readonly error: {
    readonly code: string
    readonly message: string
    readonly fix: string | null
  } | null
  readonly warnings: readonly string[]
}

/** A record that failed validation. `fields` holds only values that passed their own check; `key` likewise. */
export interface Refusal {
  /** The stream's key fields, JSON; null when they themselves were invalid. */
  readonly key: Readonly<Record<string, string>> | null
  readonly reasons: readonly { readonly path: string; readonly message: string }[]
  readonly fields: Readonly<Record<string, unknown>>
}

/** A refused record as it is kept. `resolvedAt` is set when a valid version of the same key arrived. */
export interface QuarantinedRecord extends Refusal {
  readonly id: string
  readonly source: string
  readonly stream: string
  readonly firstRunId: string
  readonly lastRunId: string
  readonly firstSeenAt: number
  readonly lastSeenAt: number
  readonly timesSeen: number
  readonly resolvedAt: number | null
}

/** A catalogue record (organisation, field, procedure, portal figure) with its key as one string. */
export interface CatalogueRecord {
  readonly key: string
  readonly value: Readonly<Record<string, unknown>>
}

/** Whole pages of one stream that are committed together with the cursor that covers them. */
export interface Batch {
  readonly source: string
  readonly stream: string
  readonly cursor: unknown
  readonly pages: number
  readonly refusals: readonly Refusal[]
  readonly traffic: { readonly requests: number; readonly retries: number; readonly bytes: number }
  readonly content:
    | { readonly entity: 'dossier'; readonly records: readonly Dossier[] }
    | {
        readonly entity: 'organisation' | 'field' | 'procedure' | 'portal-figure'
        readonly records: readonly CatalogueRecord[]
        /** `staged`: kept aside until `completeSnapshot`; `upsert`: visible at once. */
        readonly mode: 'staged' | 'upsert'
      }
}

/** Who asks for a run. `owner` names host and process so that a dead process's run can be taken over at once. */
export interface RunRequest {
  readonly source: string
  readonly connector: string
  readonly connectorVersion: string
  readonly trigger: Run['trigger']
}

/** The writing half: everything about a run, guarded by its lease. Every method throws RunConflict once the lease is lost. */
export interface RunWriter {
  readonly runId: string
  cursor(stream: string): Promise<unknown>
  /** Commits records, refusals, cursor, ledger and counts in one transaction, and renews the lease. Returns the stream's totals of this run. */
  commit(batch: Batch): Promise<RunCounts>
  /**
   * Marks a stream's pass as whole; freshness counts from here. Where records were staged, swaps them in: one
   * transaction, and records that the pass did not hold are removed (kept in history). Throws SnapshotSuspicious, with
   * the old records untouched, when the pass is empty or holds less than half of what it would replace.
   */
  completePass(
    stream: string,
    options: { readonly cursor: unknown; readonly acceptShrink: boolean },
  ): Promise<RunCounts>
  /** Forgets the cursor and anything staged of a stream, so that it is read from the beginning. */
  reset(stream: string): Promise<void>
  heartbeat(): Promise<void>
  warn(message: string): Promise<void>
  finish(outcome: { readonly status: RunStatus; readonly error: Run['error'] }): Promise<Run>
}

/** Which ledger cells; days are inclusive, arrays empty or absent = all. With `asKnownAt` they are counted from the dossiers. */
export interface LedgerQuery extends KnownAt {
  readonly sources?: readonly string[]
  readonly organisations?: readonly string[]
  readonly to: DayNumber
}

/** A sum of one rule's events. `day` null = all days before `from`, summed into one cell. */
export interface LedgerCell extends Readonly<Record<Measure, number>> {
  readonly source: string
  readonly organisationCode: string
  readonly channel: Channel | null
  readonly day: DayNumber | null
}

/** A dossier as it is stored, with where it came from and when the hub learnt it. */
export interface StoredDossier extends Dossier {
  readonly source: string
  readonly runId: string
  readonly knownFrom: number
}

/** Dossiers that can matter for a period: received by `to` and not finished before `from`. */
export interface DossierQuery extends KnownAt {
  readonly sources?: readonly string[]
  readonly organisations?: readonly string[]
  readonly from: DayNumber
  readonly to: DayNumber
}

/** Which catalogue records; `where` names fields of the value and the text, or one of the texts, that each must have. */
export interface RecordQuery extends KnownAt {
  readonly sources?: readonly string[]
  readonly where?: Readonly<Record<string, string | readonly string[]>>
}

/** A catalogue record with its history marks. */
export interface StoredRecord<T = unknown> {
  readonly source: string
  readonly stream: string
  readonly entity: string
  readonly key: string
  readonly value: T
  readonly runId: string
  readonly knownFrom: number
}

/** How fresh one source's streams are. */
export interface StreamState {
  readonly source: string
  readonly stream: string
  readonly cursor: unknown
  readonly records: number
  readonly quarantined: number
  /** End of the last whole pass, epoch ms. */
  readonly completedAt: number | null
  readonly committedAt: number | null
}

/** Which part of a list: of one source or of all, after the position that the page before ended with. */
export interface ListQuery {
  readonly source?: string | undefined
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

/** One page of a list and where the next one starts. */
export interface Slice<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

/** One database, SQLite or PostgreSQL; the same promises on both. */
export interface Store extends EnteredStore {
  close(): Promise<void>
  /** Takes the source's lease and opens a run; marks a dead predecessor `abandoned`. Throws RunConflict while another run lives. */
  beginRun(request: RunRequest): Promise<RunWriter>
  listRuns(query?: ListQuery): Promise<Slice<Run>>
  getRun(id: string): Promise<Run>
  listQuarantine(
    query?: ListQuery & { readonly includeResolved?: boolean },
  ): Promise<Slice<QuarantinedRecord>>
  getQuarantined(id: string): Promise<QuarantinedRecord>
  listStreams(): Promise<readonly StreamState[]>
  /** Ledger cells up to `to`: one per source, organisation and channel for all days before `from`, then one per day (or one for the whole window when `byDay` is false). */
  ledger(
    query: LedgerQuery & { readonly from: DayNumber; readonly byDay: boolean },
  ): Promise<readonly LedgerCell[]>
  /** Streams dossiers in batches, so that memory does not grow with their number. */
  scanDossiers(query: DossierQuery): AsyncIterable<readonly StoredDossier[]>
  findDossier(source: string, code: string): Promise<StoredDossier | undefined>
  listRecords<T>(
    entity: 'organisation' | 'field' | 'procedure' | 'portal-figure',
    query?: RecordQuery,
  ): Promise<readonly StoredRecord<T>[]>
  /** Each stream's last whole pass, now or as known at an instant. */
  listCompletions(query?: KnownAt): Promise<readonly StreamCompletion[]>
  /** Streams the dossiers that were known otherwise at one instant than at a later one, in batches. */
  scanChanges(query: ChangeQuery): AsyncIterable<readonly DossierChange[]>
  /**
   * Waits for commits that are under way and returns an instant of now: what is known as of it can never change again,
   * since everything that is committed later is dated later.
   */
  settle(): Promise<number>
  /** The date of the newest commit, epoch ms; 0 before any. */
  lastCommitAt(): Promise<number>
  /** Adds to the log of periods. Throws RunConflict when the period has an event that the writer had not seen. */
  recordPeriodEvent(event: NewPeriodEvent): Promise<PeriodEvent>
  /** Events of all periods or of one, in the order of writing. */
  listPeriodEvents(query?: Partial<PeriodKey> & KnownAt): Promise<readonly PeriodEvent[]>
  listPeriodFigures(eventId: string): Promise<readonly PeriodFigure[]>
  /** Answers when the database can be read; throws StoreError otherwise. */
  ping(): Promise<void>
}
