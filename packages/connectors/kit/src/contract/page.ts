import type { HeldDays, Message } from '@cchc/domain'
import type { CursorOf, Key, RecordOf, StreamSpec } from './stream.ts'

/** Days of reception, `YYYY-MM-DD`, both included. */
export interface DaysOfReception {
  readonly from: string
  readonly to: string
}

/** The unit of commit: the engine stores `records` and `cursor` in one transaction. */
export interface Page<S extends StreamSpec = StreamSpec> {
  readonly records: readonly RecordOf<S>[]
  readonly cursor: CursorOf<S>
  /**
   * How many rows the portal itself says that this reading has, from the request's cursor on to its end; the last page
   * that states it counts. When the reading has ended, the engine compares it with the records that came, refused ones
   * included: a difference is told by the run.
   */
  readonly total?: number
  /** How many records this reading may yield, for progress bars alone; `total` unless told. Nothing is concluded from it. */
  readonly expected?: number
  /** Keys of what the portal says it removed, after the records of this page. */
  readonly removed?: readonly Key[]
  /**
   * Days that are read whole with this page: every dossier that the portal has of them came since the page before that
   * said so, or since the reader began. Not of days whose reading was resumed.
   */
  readonly whole?: DaysOfReception
  /** What was read with this page, such as what a file was taken for; the run tells it. Never anything of people. */
  readonly notes?: readonly Message[]
  /** What of it a person is to look at, such as columns that are not understood; among the warnings of the run. */
  readonly warnings?: readonly Message[]
  /**
   * All that the source holds of dossiers, where it says so by unit; the last page that does counts. Then these days are
   * what is known, and not those from `since` to the reading.
   */
  readonly held?: readonly HeldDays[]
}

/** What the engine asks of a reader. */
export interface ReadRequest<C> {
  /** The last committed cursor; undefined = from the beginning. */
  readonly cursor: C | undefined
  /** First and last day (`YYYY-MM-DD`, inclusive) to read, when the user limits it; the connector may read more. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Yields pages in an order in which each cursor covers everything yielded so far. Failure is a throw, never an empty page. */
export type Reader<S extends StreamSpec> = (
  request: ReadRequest<CursorOf<S>>,
) => AsyncIterable<Page<S>>

/** Reads single records again by their keys: what lets refused records be retried after a fix. */
export type Lookup<S extends StreamSpec> = (
  keys: readonly Key[],
) => AsyncIterable<Page<S>['records']>

/** A reading whose days of reception can be read apart from one another. */
export interface SplitReading<C> {
  /** The days that its windows cover together. */
  readonly days: DaysOfReception
  /** From here on `read` brings whatever no window of these days does, and ends at the position that it would have ended at. */
  readonly rest: C
}

/** One window of a split reading; `cursor` is the last committed one of this window, undefined = from its beginning. */
export interface WindowRequest<C> extends DaysOfReception {
  readonly cursor: C | undefined
}

/** How a long reading of dossiers is split into windows of days that several processes read at once, in any order. */
export interface Windows<S extends StreamSpec> {
  /** The longest window in days that makes sense. */
  readonly days: number
  /** Splits the reading that `read` would do; undefined where nothing of it can be split. */
  split(request: ReadRequest<CursorOf<S>>): Promise<SplitReading<CursorOf<S>> | undefined>
  /** Every dossier that was received in these days; the cursors of its pages go on within this window alone. */
  read(window: WindowRequest<CursorOf<S>>): AsyncIterable<Page<S>>
}

/** One opened stream. */
export interface OpenStream<S extends StreamSpec = StreamSpec> {
  readonly read: Reader<S>
  readonly lookup?: Lookup<S>
  /** How a long reading can be split; of streams of dossiers with a cursor. Absent = it is read by one process. */
  readonly windows?: Windows<S>
  /** The first day (`YYYY-MM-DD`) that a whole pass reads, as configured; absent = all that the portal has. */
  readonly since?: string
  /** A whole pass also reads the dossiers that were received before `since` and open on it. */
  readonly openBefore?: boolean
  /** Shows with as little as possible that the stream can be read; its first page unless told. Throws what is wrong. */
  readonly check?: () => Promise<void>
  /**
   * Acknowledges at the portal what was handed out up to a cursor; for queues, of streams with a cursor. Called after the
   * commit that holds the cursor, of a stream whose removals show by absence after the whole pass. Whoever dies between
   * the two reads the same again, so the portal may hand out what it was not told of. A throw fails the stream; its data stays.
   */
  readonly committed?: (cursor: CursorOf<S>) => Promise<void>
}

/** The opened streams of a connector. */
export type OpenStreams<S extends Readonly<Record<string, StreamSpec>>> = {
  readonly [N in keyof S]: OpenStream<S[N]>
}
