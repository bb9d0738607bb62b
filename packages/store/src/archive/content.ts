import { createHash } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Tables } from '../tables.ts'

/** A row as it is stored, by column. */
export type StoredRow = Readonly<Record<string, string | number | null>>

/** Whole tables as they are, in batches, so that memory does not grow with them. */
export interface Copying {
  /** Nothing else may run in the snapshot or transaction meanwhile. */
  scan(db: Kysely<Tables>, table: string): AsyncIterable<readonly StoredRow[]>
  insert(transaction: Transaction<Tables>, table: string, rows: readonly StoredRow[]): Promise<void>
  /** Has the database count on after the highest serial number of every table. */
  continueSerials(transaction: Transaction<Tables>): Promise<void>
}

/** How many rows a table has, and a digest of them that does not depend on their order. */
export interface TableSum {
  readonly rows: number
  readonly digest: string
}

/** The sum of every table of content. */
export type ContentSums = Readonly<Record<string, TableSum>>

/** Whether a table is content; who is at work now, and what was answered to whom, is true of one database only, and sums are
 * made anew. */
const IS_CONTENT: Readonly<Record<keyof Tables, boolean>> = {
  run: true,
  checkpoint: true,
  lease: false,
  quarantine: true,
  dossier: true,
  dossier_version: true,
  dossier_day: true,
  missing_dossier: true,
  ledger: true,
  record: true,
  record_version: true,
  staged_record: true,
  stream_pass: true,
  stream_shape: true,
  stream_split: true,
  stream_part: true,
  settled_instant: true,
  schedule_slot: true,
  slot_run: true,
  schedule_lease: false,
  gate: true,
  gate_event: true,
  period_event: true,
  period_figure: true,
  manual_figure: true,
  entered_document: true,
  access_key: true,
  audit_event: true,
  alert_state: true,
  alert_slot: true,
  alert_message: true,
  repeated_request: false,
  rollup: false,
  rollup_source: false,
  rollup_subject: false,
}

const NAMES = Object.keys(IS_CONTENT) as (keyof Tables)[]

/** The tables that hold all content and history. */
export const CONTENT_TABLES: readonly (keyof Tables)[] = NAMES.filter((name) => IS_CONTENT[name])

/** Adds up rows to the sum of their table. */
export function createTableSum(): { add(row: StoredRow): void; sum(): TableSum } {
  const lanes = new Uint32Array(8)
  let rows = 0
  return {
    add(row) {
      const names = Object.keys(row).sort()
      const text = JSON.stringify(names.map((name) => [name, row[name]]))
      const hash = createHash('sha256').update(text).digest()
      for (let lane = 0; lane < lanes.length; lane += 1) {
        lanes[lane] = (lanes[lane] ?? 0) + hash.readUInt32LE(lane * 4)
      }
      rows += 1
    },
    sum: () => ({ rows, digest: Buffer.from(lanes.buffer).toString('hex') }),
  }
}
