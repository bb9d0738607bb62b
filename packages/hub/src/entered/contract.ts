import type { Cell, Day, IndicatorId } from '@cchc/domain'
import type { EntryFinding } from '@cchc/domain/manual'
import type { ReportFile } from '@cchc/reports/check'
import type { EntryOrigin } from '@cchc/store'

/** Who enters something. With a reason it may replace what was entered before; otherwise that is refused. */
export interface Entering {
  /** The account of the person. */
  readonly by: string
  readonly replace?: boolean
  readonly reason?: string
  readonly dryRun?: boolean
}

/** For whom and when; the configured organisation unless named. */
export interface EnteredScope {
  readonly organisation?: string
  readonly period: string
}

/** A filled report to take figures from; `template` = its form, recognised unless named. */
export interface IndicatorImport extends Entering, EnteredScope {
  readonly file: ReportFile
  readonly template?: string
}

/** An organisation and a period as they were understood. */
export interface EnteredFor {
  readonly organisation: { readonly code: string; readonly name: string }
  readonly period: { readonly text: string; readonly from: Day; readonly to: Day }
}

/** What an import did, or would do. */
export interface IndicatorImportResult extends EnteredFor {
  readonly file: { readonly name: string; readonly sha256: string }
  readonly template: string | null
  readonly dryRun: boolean
  readonly added: readonly IndicatorId[]
  readonly replaced: readonly IndicatorId[]
  readonly unchanged: readonly IndicatorId[]
  /** Rates that the hub computes from their parts. */
  readonly computed: readonly IndicatorId[]
  /** Indicators whose cells are blank. */
  readonly blank: readonly IndicatorId[]
  readonly findings: readonly EntryFinding[]
}

/** One figure to enter; blank = nobody reports it. */
export interface IndicatorEntry extends Entering, EnteredScope {
  readonly indicatorId: string
  readonly value: string
  readonly note?: string
}

/** An entered figure for people: names and units in Vietnamese, instants as ISO 8601 in Vietnam's time. */
export interface IndicatorView {
  readonly indicatorId: IndicatorId
  readonly label: string
  readonly unit: string
  readonly organisation: string
  readonly period: string
  readonly from: Day
  readonly to: Day
  /** As it prints. */
  readonly value: string
  readonly cell: Cell
  readonly note: string
  readonly enteredBy: string
  readonly enteredAt: string
  readonly origin: EntryOrigin | null
  readonly reason: string | null
  /** When another one took its place; null = it holds. */
  readonly supersededAt: string | null
}

/** An indicator that a form asks for and of which neither a portal nor a person has given a figure. */
export interface MissingIndicator {
  readonly indicatorId: IndicatorId
  readonly template: string
  readonly code: string
  readonly label: string
  readonly unit: string
}

/** Which entered figures; `template` only those that the form prints, in its order. */
export interface IndicatorQuery {
  readonly organisation?: string
  readonly period?: string
  readonly template?: string
  readonly history?: boolean
}

/** What people enter and what comes of it. */
export interface HubEntered {
  /**
   * Takes the figures of a filled report, all or none. Throws a UsageError that names every fault of the file by the
   * address of its cell, or every figure that it would replace.
   */
  importIndicators(request: IndicatorImport): Promise<IndicatorImportResult>
  setIndicator(entry: IndicatorEntry): Promise<IndicatorView>
  listIndicators(query?: IndicatorQuery): Promise<readonly IndicatorView[]>
  /** What is missing in a form, or in all forms that the organisation makes. */
  missingIndicators(
    query: EnteredScope & { readonly template?: string },
  ): Promise<readonly MissingIndicator[]>
}
