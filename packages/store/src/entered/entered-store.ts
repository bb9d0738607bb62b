import type { Cell, DayNumber, IndicatorId, Instant } from '@cchc/domain'
import type { KnownAt } from '../history/known-at.ts'

/** The file that an entry was read from: its name, SHA-256 in hex, and the address of the cell such as `Biểu 1!D12`. */
export interface EntryOrigin {
  readonly file: string
  readonly sha256: string
  readonly address: string | null
}

/** Who entered something, when (epoch ms), from where, and why it replaces what was there. */
export interface Entered {
  readonly id: string
  readonly enteredAt: Instant
  readonly enteredBy: string
  readonly origin: EntryOrigin | null
  readonly reason: string | null
  /** When another entry took its place; null = it holds. */
  readonly supersededAt: Instant | null
}

/** A figure to be entered for an organisation and the days of a period (inclusive). */
export interface NewEnteredFigure {
  readonly indicatorId: IndicatorId
  readonly organisation: string
  readonly from: DayNumber
  readonly to: DayNumber
  /** The period as it was asked for, such as `2023-H1`. */
  readonly period: string
  readonly cell: Cell
  readonly note: string
  readonly origin: EntryOrigin | null
}

/** A figure as a person entered it. */
export interface StoredEnteredFigure extends NewEnteredFigure, Entered {}

/** Kinds of documents that people enter whole. */
export type DocumentKind = 'plan' | 'index'

/** A document to be entered for an organisation and year; `content` is JSON. */
export interface NewDocument {
  readonly kind: DocumentKind
  readonly organisation: string
  readonly year: number
  readonly content: unknown
  readonly origin: EntryOrigin | null
}

/** A document as it was entered. */
export interface StoredDocument extends NewDocument, Entered {}

/** Who enters. Without `replace` and a reason nothing that says otherwise is replaced. */
export interface EntryOptions {
  readonly by: string
  readonly replace?: boolean | undefined
  /** Ids of entries, one of which each figure is to replace; RunConflict where another one holds by then. */
  readonly onlyInPlaceOf?: readonly string[]
  readonly reason?: string | null | undefined
  /** Checks everything and writes nothing. */
  readonly dryRun?: boolean | undefined
}

/** What entering did: indicators that are new, that took the place of others, that said the same already. */
export interface EntryOutcome {
  readonly added: readonly IndicatorId[]
  readonly replaced: readonly IndicatorId[]
  readonly unchanged: readonly IndicatorId[]
}

/** Which entered figures; `includeHistory` also gives those that were superseded. */
export interface EnteredFigureQuery extends KnownAt {
  readonly organisation?: string | undefined
  readonly from?: DayNumber | undefined
  readonly to?: DayNumber | undefined
  readonly indicatorId?: IndicatorId | undefined
  readonly includeHistory?: boolean | undefined
}

/** Which documents. */
export interface DocumentQuery extends KnownAt {
  readonly kind?: DocumentKind | undefined
  readonly organisation?: string | undefined
  readonly year?: number | undefined
  readonly includeHistory?: boolean | undefined
}

/** The part of a store that keeps what people enter; nothing in it is ever changed, only superseded. */
export interface EnteredStore {
  /**
   * Enters figures, all or none. Throws a UsageError where their period is closed, for their organisation or one above it,
   * and one that names every figure in place of which another one would be put without `replace`, with who entered it
   * and when.
   */
  setEnteredFigures(
    entries: readonly NewEnteredFigure[],
    options: EntryOptions,
  ): Promise<EntryOutcome>
  /** Entered figures by organisation, period, indicator, and in the order of entering. */
  listEnteredFigures(query?: EnteredFigureQuery): Promise<readonly StoredEnteredFigure[]>
  /** The organisations of which any figure was ever entered, in the order of their codes. */
  listEnteringOrganisations(): Promise<readonly string[]>
  /** Enters a document; the same rules as for figures. False = it says what the stored one says. */
  saveDocument(document: NewDocument, options: EntryOptions): Promise<boolean>
  listDocuments(query?: DocumentQuery): Promise<readonly StoredDocument[]>
}
