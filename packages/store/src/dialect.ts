import type { DayRange, Message } from '@cchc/domain'
import type { Kysely, RawBuilder, Transaction } from 'kysely'
import type { Copying } from './archive/content.ts'
import type { DossierRow } from './dossier-row.ts'
import type { LedgerRow } from './ledger-deltas.ts'
import type { AddedSums } from './rollup/sum-rows.ts'
import type { SlotQueue, SlotTaker } from './slots/slot.ts'
import type { Tables } from './tables.ts'

/** What is wrong with the database, in words for the person who runs it. */
export interface Failure {
  readonly message: Message
  readonly fix: Message
}

/** Column types and table options in which the databases differ. */
export interface SchemaFacts {
  /** An integer key that the database counts up. */
  readonly serial: RawBuilder<unknown>
  /** Text that is compared byte by byte. */
  readonly key: RawBuilder<unknown>
  /** What ends `create table` where rows are stored in the order of the primary key. */
  readonly clustered: RawBuilder<unknown>
  /** Statements after which the database lets nobody change or delete rows of a table. */
  onlyAddedTo(table: string): readonly RawBuilder<unknown>[]
  /** A statement after which other processes that migrate wait for the end of the transaction. */
  readonly lock: RawBuilder<unknown>
}

/** The write path for thousands of rows; every call belongs to the transaction that it was made for. */
export interface Bulk {
  /**
   * Inserts the rows of which neither (source, code) nor the lasting id is stored yet, of several rows of one the first;
   * returns the indexes of the others in ascending order.
   */
  insertNew(rows: readonly DossierRow[]): Promise<readonly number[]>
  find(source: string, codes: readonly string[]): Promise<ReadonlyMap<string, DossierRow>>
  /** The dossier that a lasting id belongs to. */
  findByLastingId(source: string, id: string): Promise<DossierRow | undefined>
  remove(source: string, codes: readonly string[]): Promise<void>
  /** Appends superseded states to the history. */
  archive(rows: readonly DossierRow[], knownTo: number): Promise<void>
  /** Replaces stored rows, found by (source, code). */
  update(rows: readonly DossierRow[]): Promise<void>
  addToLedger(rows: readonly LedgerRow[]): Promise<void>
  addToRollup(added: AddedSums): Promise<void>
  /** Source, day and how many more dossiers were received on it. */
  addToDays(rows: readonly LedgerRow[]): Promise<void>
}

/** Columns of the rows of a table for which the filters hold. */
export interface Scan {
  readonly table: RawBuilder<unknown>
  readonly columns: readonly string[]
  readonly filters: readonly RawBuilder<unknown>[]
  /** Of current dossiers: the days in which those that are wanted were in process, which the filters say too. */
  readonly inProcess?: DayRange | undefined
}

/** A view of the database that stays as it was when it was opened. */
export interface Snapshot {
  readonly db: Kysely<Tables>
  /** Values in the order of the columns, rows in the order in which they are stored; a few thousand in a batch. */
  scan(scan: Scan): AsyncIterable<readonly DossierRow[]>
  close(): Promise<void>
}

/** One kind of database as data and a few functions; the rest of the store does not know which one it has. */
export interface Dialect {
  /** The database's name for messages; holds no credentials. */
  readonly target: string
  readonly schema: SchemaFacts
  /** The database's own clock as epoch ms. */
  readonly clock: RawBuilder<number>
  /** The text of one field of the JSON in a record's `value`. */
  fieldOfValue(name: string): RawBuilder<string>
  /** A statement after which nobody else's commit is under way or can begin, until the transaction ends. */
  readonly holdWriters: RawBuilder<unknown>
  /**
   * A statement after which this transaction joins tables through an index or a hash. A planner that has never counted
   * a table takes it for a small one, and would read it whole for each row of the other.
   */
  readonly joinByKey: RawBuilder<unknown>
  readonly reader: Kysely<Tables>
  readonly writer: Kysely<Tables>
  bulk(transaction: Transaction<Tables>): Bulk
  readonly copying: Copying
  /** Room on the disk that holds the file; absent where another machine keeps the data. */
  freeBytes?(): Promise<number>
  openSnapshot(): Promise<Snapshot>
  /** Brings slots to workers on all machines; absent where none but this process works on the database. */
  openSlotQueue?(taker: SlotTaker): Promise<SlotQueue>
  /** Undefined for anything that is not the database's fault. */
  explain(error: Error & { readonly code?: unknown }): Failure | undefined
  close(): Promise<void>
}
