import type { Measure } from '@cchc/domain'
import type { Generated } from 'kysely'
import type { AccessKeyTable } from './access/access-tables.ts'
import type { AlertMessageTable, AlertSlotTable, AlertStateTable } from './alerts/alert-tables.ts'
import type { AuditEventTable } from './audit-log/audit-tables.ts'
import type { EnteredDocumentTable, EnteredFigureTable } from './entered/entered-tables.ts'
import type { StreamPartTable, StreamSplitTable } from './parts/part-tables.ts'
import type { RepeatedRequestTable } from './repeats/repeat-tables.ts'
import type { RollupSourceTable, RollupSubjectTable, RollupTable } from './rollup/rollup-tables.ts'

/** Instants are epoch ms, days are day numbers in Asia/Ho_Chi_Minh; JSON is kept as text on both databases. */
export interface Tables {
  run: RunTable
  checkpoint: CheckpointTable
  lease: LeaseTable
  quarantine: QuarantineTable
  dossier: DossierTable
  dossier_version: DossierTable & { known_to: number }
  dossier_day: DossierDayTable
  missing_dossier: MissingDossierTable
  ledger: LedgerTable
  record: RecordTable
  record_version: RecordTable & { known_to: number }
  staged_record: Omit<RecordTable, 'run_id' | 'known_from'>
  stream_pass: StreamPassTable
  stream_shape: StreamShapeTable
  stream_split: StreamSplitTable
  stream_part: StreamPartTable
  settled_instant: SettledInstantTable
  schedule_slot: ScheduleSlotTable
  slot_run: SlotRunTable
  schedule_lease: ScheduleLeaseTable
  gate: GateTable
  gate_event: GateEventTable
  period_event: PeriodEventTable
  period_figure: PeriodFigureTable
  manual_figure: EnteredFigureTable
  entered_document: EnteredDocumentTable
  access_key: AccessKeyTable
  audit_event: AuditEventTable
  alert_state: AlertStateTable
  alert_slot: AlertSlotTable
  alert_message: AlertMessageTable
  repeated_request: RepeatedRequestTable
  rollup: RollupTable
  rollup_source: RollupSourceTable
  rollup_subject: RollupSubjectTable
}

export interface RunTable {
  id: Generated<number>
  source: string
  connector: string
  connector_version: string
  trigger_kind: string
  status: string
  started_at: number
  finished_at: number | null
  streams: string
  error: string | null
  notes: Generated<string>
  warnings: string
  /** What went wrong with single streams. */
  failures: Generated<string>
  /** What the records of its streams looked like otherwise than before. */
  drift: Generated<string>
  /** How many parts of its split streams are done, as JSON. */
  parts: Generated<string>
}

interface CheckpointTable {
  source: string
  stream: string
  cursor: string | null
  cursor_version: Generated<number>
  /** 1 = the stream's passes are staged and swapped in whole. */
  staged: number
  /** What the stream holds now; kept by the commits, so that nobody has to count a million rows. */
  records: number
  /** The most that a whole pass held since a person last accepted removals; null = not known. */
  largest_pass: number | null
  /** The run that began the pass under way; null = none is. */
  began_run: number | null
  /** Refused records of the pass under way whose key could not be read. */
  unreadable: Generated<number>
  completed_at: number | null
  committed_at: number | null
  /** Of the whole pass under way: when it began, and its `StreamReach` as JSON. */
  pass_started_at: number | null
  pass_reach: string | null
}

interface LeaseTable {
  source: string
  run_id: number | null
  owner: string
  expires_at: number
}

export interface QuarantineTable {
  id: Generated<number>
  source: string
  stream: string
  /** The key as one text, or a hash of what was refused where the key itself was invalid. */
  identity: string
  key_text: string | null
  key_fields: string | null
  reasons: string
  fields: string
  first_run_id: number
  last_run_id: number
  first_seen_at: number
  last_seen_at: number
  times_seen: number
  resolved_at: number | null
  /** By what a record without a key is known again when it is accepted. */
  content: string | null
  dismissed_at: number | null
  dismissed_by: string | null
  dismiss_reason: string | null
}

interface DossierTable {
  source: string
  code: string
  procedure_code: string
  organisation_code: string
  field_code: string | null
  channel: string | null
  status: string
  status_received: string
  received_at: number | null
  due_at: number | null
  finished_at: number | null
  returned_at: number | null
  pauses: string | null
  online_payment: number | null
  digitised: number | null
  service_level: string | null
  service_level_received: string | null
  /** What of `DossierFacts` is stated, as JSON. */
  facts: string | null
  version: number
  received_day: number | null
  /** After which nothing of it counts; null = none yet. */
  finished_day: number | null
  run_id: number
  known_from: number
  /** The portal's own id, which stays when the dossier gets another code. */
  lasting_id: string | null
}

/** How many stored dossiers were received on a day. */
interface DossierDayTable {
  source: string
  day: number
  dossiers: number
}

/** Stored dossiers that days which were read whole no longer held. */
interface MissingDossierTable {
  source: string
  stream: string
  code: string
  since: number
}

type MeasureColumns = { [M in Measure as ColumnOf<M>]: number }
type ColumnOf<M extends string> = M extends `${infer Head}${infer Tail}`
  ? Tail extends Uncapitalize<Tail>
    ? `${Head}${ColumnOf<Tail>}`
    : `${Head}_${ColumnOf<Uncapitalize<Tail>>}`
  : M

interface LedgerTable extends MeasureColumns {
  source: string
  organisation_code: string
  /** '' = the portal states none. */
  channel: string
  day: number
}

export interface RecordTable {
  source: string
  stream: string
  key: string
  entity: string
  value: string
  run_id: number
  known_from: number
}

export interface StreamPassTable {
  source: string
  stream: string
  known_from: number
  /** null = the stream was seen for the first time. */
  completed_at: number | null
  /** Of the pass: when it began, and its `StreamReach` as JSON. */
  started_at: number | null
  reach: string | null
}

interface StreamShapeTable {
  source: string
  stream: string
  /** `StreamShape` as JSON. */
  shape: string
  /** `Drift`s as JSON that nobody has accepted. */
  open_drift: string
  /** `LastDrift` as JSON. */
  last_drift: string | null
}

interface SettledInstantTable {
  instant: number
  clock: number
}

export interface ScheduleSlotTable {
  schedule: string
  slot: number
  state: string
  due_at: number
  tries: Generated<number>
  crashes: Generated<number>
  began_at: number | null
  ended_at: number | null
  /** Texts as JSON. */
  told: Generated<string>
  /** Paths as JSON. */
  files: Generated<string>
}

interface SlotRunTable {
  schedule: string
  slot: number
  source: string
  run_id: number
}

interface ScheduleLeaseTable {
  schedule: string
  slot: number
  token: number
  owner: string
  expires_at: number
}

interface GateTable {
  source: string
  good_at: number
  measure: string
}

export interface GateEventTable {
  id: Generated<number>
  source: string
  action: string
  as_of: number
  reasons: string
  run_id: number | null
  actor: string | null
  note: string | null
  recorded_at: number
}

export interface PeriodEventTable {
  id: Generated<number>
  organisation_code: string
  from_day: number
  to_day: number
  period_text: string
  action: string
  actor: string
  note: string | null
  as_of: number
  recorded_at: number
}

interface PeriodFigureTable {
  event_id: number
  rule: string
  rule_version: number
  organisation_code: string
  scope: string
  statistics: string
}
