import type { EntryFinding } from '@cchc/audit/entered'
import type {
  Cell,
  Day,
  FilledReport,
  IndexAssessment,
  IndexGap,
  IndicatorId,
  Plan,
  TaskProgress,
} from '@cchc/domain'
import type { ReportFile } from '@cchc/files/check'
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

/** Whose plan or index; the configured organisation unless named. */
export interface DocumentScope {
  readonly organisation?: string
  readonly year: number
}

/** A plan's task table to keep. */
export interface PlanImport extends Entering, DocumentScope {
  readonly file: ReportFile
}

/** The result of an index to keep; the year where the file does not state it. */
export interface IndexImport extends Entering, Partial<DocumentScope> {
  readonly file: ReportFile
}

/** Who entered a document, when (ISO 8601 in Vietnam's time) and from which file. */
export interface DocumentView {
  readonly organisation: { readonly code: string; readonly name: string }
  readonly year: number
  readonly enteredBy: string
  readonly enteredAt: string
  readonly origin: EntryOrigin | null
  readonly reason: string | null
}

/** A document that was, or would be, entered; `changed` false = it says what is stored. */
export interface DocumentImportResult<T> extends Pick<DocumentView, 'organisation' | 'year'> {
  readonly dryRun: boolean
  readonly changed: boolean
  readonly content: T
}

/** The tasks of a plan as they stand on a day. */
export interface PlanView extends DocumentView {
  readonly title: string
  readonly on: Day
  readonly tasks: readonly TaskProgress[]
}

/** Which tasks: those not done whose last day is `dueBy` or before, or those late on a day; today's state unless told. */
export interface PlanQuery extends DocumentScope {
  readonly dueBy?: Day
  readonly lateOn?: Day
}

/** The result of an index and what its target asks for. */
export interface IndexView extends DocumentView {
  readonly result: IndexAssessment
  readonly gap: IndexGap
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
  /** Keeps a plan by organisation and year. Throws a UsageError naming every fault, or the plan that it would replace. */
  importPlan(request: PlanImport): Promise<DocumentImportResult<Plan>>
  /** Throws NotFoundError when no plan of that year was entered. */
  plan(query: PlanQuery): Promise<PlanView>
  /** The task table (Phụ lục I) in the form of a report. */
  planReport(query: DocumentScope): Promise<FilledReport>
  importIndex(request: IndexImport): Promise<DocumentImportResult<IndexAssessment>>
  /** The result of a year, or the newest one. */
  index(query: Partial<DocumentScope>): Promise<IndexView>
}
