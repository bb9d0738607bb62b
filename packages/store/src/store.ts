import type { AccessStore } from './access/access-key.ts'
import type { AlertStore } from './alerts/alert-store.ts'
import type { ArchiveFacts } from './archive/archive-file.ts'
import type { BackupRequest } from './archive/back-up.ts'
import type { Moved, MoveRequest } from './archive/move.ts'
import type { RestoreRequest } from './archive/restore-request.ts'
import type { AuditStore } from './audit-log/audit-event.ts'
import type { StoreCondition } from './condition.ts'
import type { EndlessDossiers } from './endless-dossiers.ts'
import type { EnteredStore } from './entered/entered-store.ts'
import type { ClosedGate, GateEvent } from './gate/gate.ts'
import type { GateQuery } from './gate/gate-log.ts'
import type { Acceptance } from './gate/keep-gate.ts'
import type { ChangeQuery, DossierChange } from './history/dossier-change.ts'
import type { KnownAt } from './history/known-at.ts'
import type {
  NewPeriodEvent,
  PeriodEvent,
  PeriodFigure,
  PeriodKey,
} from './history/period-event.ts'
import type { LedgerCell, LedgerQuery } from './ledger-cell.ts'
import type { PartRequest, PartWriter, RunWithParts } from './parts/part.ts'
import type { Dismissal, QuarantinedRecord, QuarantineQuery } from './refusal.ts'
import type { RepeatStore } from './repeats/repeat-store.ts'
import type { RollUpRequest } from './rollup/roll-up.ts'
import type { Run, RunListQuery, RunRequest, RunWriter } from './run.ts'
import type { Slice } from './slice.ts'
import type { SlotStore } from './slots/slot.ts'
import type { DossierField, DossierQuery, PartOfDossier, StoredDossier } from './stored-dossier.ts'
import type { CatalogueEntity, RecordQuery, StoredRecord } from './stored-record.ts'
import type { StreamCompletion, StreamShapeOf, StreamState } from './stream-state.ts'

/** One database, SQLite or PostgreSQL; the same promises on both. */
export interface Store
  extends EnteredStore,
    AccessStore,
    SlotStore,
    AlertStore,
    RepeatStore,
    AuditStore<Store> {
  close(): Promise<void>
  /**
   * Takes the source's lease and opens a run; marks a dead predecessor `abandoned`. Throws RunConflict while another run
   * lives, and where another process has the slot that the run is of.
   */
  beginRun(request: RunRequest): Promise<RunWriter>
  /**
   * Takes a part of a run that another process may have begun; undefined where nobody is needed: every part is done or read,
   * as many processes read as may, one has failed, the run is over, or its connector is of another version.
   */
  claimPart(request: PartRequest): Promise<PartWriter | undefined>
  /** Runs of other processes that go on and have a part which no living process reads. */
  listRunsWithParts(): Promise<readonly RunWithParts[]>
  /**
   * A store of its own that begins as this one stands for one source, for runs that are to leave no trace: they write there
   * what they would write here, and this one is only read. Close it when the run is over. Throws RunConflict while a run
   * holds the source.
   */
  rehearse(source: string): Promise<Store>
  listRuns(query?: RunListQuery): Promise<Slice<Run>>
  getRun(id: string): Promise<Run>
  listQuarantine(query?: QuarantineQuery): Promise<Slice<QuarantinedRecord>>
  getQuarantined(id: string): Promise<QuarantinedRecord>
  /** Keeps that a person needs no valid version of a refused record. UsageError when it is resolved or dismissed. */
  dismissRefusal(id: string, word: Omit<Dismissal, 'at'>): Promise<QuarantinedRecord>
  listStreams(): Promise<readonly StreamState[]>
  /** What the records of every stream look like that was looked at. */
  listShapes(): Promise<readonly StreamShapeOf[]>
  /**
   * Sums of a rule's events up to `to`: a cell for each source, organisation and channel (and, `detailed`, procedure, field
   * and service level) for all days before `from`, then one for each piece of the window: its days, what lies between
   * `cuts`, or the whole of it. Where pieces begin on the first or the fifteenth of a month, or by rule TT 01/2020 without
   * details, they do not take longer the more dossiers there are; otherwise the dossiers are counted.
   */
  ledger(query: LedgerQuery): Promise<readonly LedgerCell[]>
  /**
   * Adds what was learnt of a source's dossiers to the sums that the ledger is read from; without it, or where it is broken
   * off, the same cells are counted from the dossiers that the sums lack.
   */
  rollUp(request: RollUpRequest): Promise<void>
  /** Makes the sums of every source anew from the dossiers and their history. */
  rebuildRollups(signal?: AbortSignal): Promise<void>
  /** Streams dossiers in batches, so that memory does not grow with their number. */
  scanDossiers<Field extends DossierField = DossierField>(
    query: DossierQuery<Field>,
  ): AsyncIterable<readonly PartOfDossier<Field>[]>
  findDossier(source: string, code: string): Promise<StoredDossier | undefined>
  listRecords<T>(entity: CatalogueEntity, query?: RecordQuery): Promise<readonly StoredRecord<T>[]>
  /** Each stream's last whole pass, now or as known at an instant. */
  listCompletions(query?: KnownAt): Promise<readonly StreamCompletion[]>
  /** Streams the dossiers that were known otherwise at one instant than at a later one, in batches. */
  scanChanges(query: ChangeQuery): AsyncIterable<readonly DossierChange[]>
  /** Dossiers that are over and have no end by which they could be counted, by source; reads none of the others. */
  countEndless(): Promise<readonly EndlessDossiers[]>
  /** The gates that are closed, now or as known at an instant; of one source where it is named. */
  listClosedGates(query?: GateQuery): Promise<readonly ClosedGate[]>
  /** Closings, openings and acceptances of gates in the order of writing, of a source or a run. */
  listGateEvents(query?: GateQuery): Promise<readonly GateEvent[]>
  /**
   * Lets through what waits at the gate of a source, with who says so and why; returns false where nothing waits. Throws
   * RunConflict while a run holds the source.
   */
  acceptSource(source: string, word: Acceptance): Promise<boolean>
  /**
   * Waits for commits that are under way and returns an instant of now: what is known as of it can never change again,
   * since everything that is committed later is dated later, also when the clock is set back.
   */
  settle(): Promise<number>
  /** What the clock said when a settled instant was given out, where the instant lay far ahead of it; null otherwise. */
  clockBehind(instant: number): Promise<number | null>
  /** A text that changes with every commit that figures, reports and documents can show. */
  contentVersion(): Promise<string>
  /** The date of the newest commit, epoch ms; 0 before any. */
  lastCommitAt(): Promise<number>
  /**
   * Adds to the log of periods. Throws RunConflict when the period has an event that the writer had not seen, and when a
   * figure was entered after the instant that a closing freezes.
   */
  recordPeriodEvent(event: NewPeriodEvent): Promise<PeriodEvent>
  /** Events of all periods or of one, in the order of writing. */
  listPeriodEvents(query?: Partial<PeriodKey> & KnownAt): Promise<readonly PeriodEvent[]>
  listPeriodFigures(eventId: string): Promise<readonly PeriodFigure[]>
  /** Writes everything as of one instant into an archive, while others go on; UsageError where another file is in its place. */
  backUp(request: BackupRequest): Promise<ArchiveFacts>
  /** Puts an archive in, whole or not at all; UsageError for a damaged file, and for a store that is not empty unless told. */
  restore(request: RestoreRequest): Promise<ArchiveFacts>
  /** Copies everything into an empty database of any kind and compares; RunConflict while something writes here. */
  moveTo(request: MoveRequest): Promise<Moved>
  /** How the database is; it is written to, and that is taken back at once. Throws StoreError. */
  condition(): Promise<StoreCondition>
  /** Answers when the database can be read; throws StoreError otherwise. */
  ping(): Promise<void>
}
