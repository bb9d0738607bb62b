import type { FilledReport, OrganisationLevel } from '@cchc/domain'
import type { ReconcileResult } from '@cchc/figures'
import type { CellExplanation, ReportFormat } from '@cchc/forms'
import type { Run, Store } from '@cchc/store'
import type { z } from 'zod'
import type { HubEntered } from './entered/contract.ts'
import type { OrganisationView } from './organisations/organisations.ts'
import type { HubPeriods, TimeQuery } from './periods/contract.ts'
import type { CalendarView } from './questions/calendar.ts'
import type { AuditResult, HubCheckRequest } from './questions/check-report.ts'
import type { Question, Told } from './questions/question.ts'
import type { WhyQuery } from './questions/why.ts'

/** A configured source and what its connector declares; holds no secret. */
export interface SourceInfo {
  readonly id: string
  readonly connector: string
  readonly connectorVersion: string
  readonly title: string
  readonly streams: readonly string[]
  /** A stream older than this is stale. */
  readonly maxAgeHours: number
}

/** One event of a running sync, for progress bars and plain lines. */
export interface SyncProgress {
  readonly source: string
  readonly stream: string
  readonly phase: 'started' | 'committed' | 'completed'
  /** Records fetched so far in this pass of the stream, and how many it will be where the portal says so. */
  readonly fetched: number
  readonly expected: number | null
}

export interface SyncOptions {
  /** Source ids; absent = all, one after the other in the order of the configuration. */
  readonly sources?: readonly string[]
  readonly from?: string
  readonly to?: string
  /** Forget the cursors and read everything again; stored data stays and is compared. */
  readonly full?: boolean
  readonly acceptShrink?: boolean
  readonly trigger?: Run['trigger']
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: SyncProgress) => void
}

/** Freshness of one stream of one source. */
export interface StreamStatus {
  readonly source: string
  readonly stream: string
  readonly records: number
  readonly quarantined: number
  readonly completedAt: number | null
  readonly stale: boolean
  readonly lastRun: Run | null
}

/** What an unknown organisation, template or source was probably meant to be is in the NotFoundError's `fix`. */
export interface Hub extends HubPeriods {
  readonly store: Store
  /** What the configuration says to those who show figures; `apiKey` is a secret. */
  readonly settings: HubSettingsView
  sources(): readonly SourceInfo[]
  /** Reaches the portal, logs in, reads one page; throws a typed error. */
  checkSource(id: string): Promise<void>
  /** Runs the sources; a failed source does not stop the others and is told by its Run's status. */
  sync(options?: SyncOptions): Promise<readonly Run[]>
  status(): Promise<readonly StreamStatus[]>
  /** Reads refused records again from their portal; returns the run of each source that had any. */
  retryQuarantine(options?: {
    readonly source?: string
    readonly ids?: readonly string[]
    readonly signal?: AbortSignal
  }): Promise<readonly Run[]>
  /** Answers a question as it is declared. */
  ask<P extends z.ZodObject, A extends z.ZodType>(
    question: Question<P, A>,
    asked: Told<z.output<P>>,
  ): Promise<z.output<A>>
  /** Form II.07b: procedures by level, per source-independent unified catalogue. */
  procedureCounts(query?: {
    readonly organisation?: string
    readonly by?: readonly ('level' | 'field' | 'serviceLevel')[]
  }): Promise<ProcedureCountsResult>
  /** All that are known, or the tree of a day. */
  organisations(query?: { readonly treeAt?: string }): Promise<readonly OrganisationView[]>
  procedures(query?: {
    readonly field?: string
    readonly level?: string
    readonly text?: string
  }): Promise<readonly ProcedureView[]>
  /**
   * The hub's figures beside those that portals state of themselves, with the causes of each difference. `period` is taken
   * in whole calendar months, as portals do; `tolerance` as people write it: 5, or 0,5%. Throws NotFoundError when no
   * portal states a figure within the period.
   */
  reconcile(query: {
    readonly period: string
    readonly organisation?: string
    readonly tolerance?: string
    /** Ids of the sources whose own figures are compared. */
    readonly sources?: readonly string[]
  }): Promise<ReconcileResult>
  /** `levels` of the organisations that make the report; absent = all. */
  templates(): readonly {
    readonly id: string
    readonly title: string
    readonly levels?: readonly OrganisationLevel[] | undefined
  }[]
  /** The same instant always gives the same report; without one, of now (or of the closing of a closed period). */
  report(
    query: TimeQuery & {
      readonly template: string
      readonly organisation: string
      readonly period: string
    },
  ): Promise<FilledReport>
  renderReport(report: FilledReport, format: ReportFormat): Promise<Uint8Array>
  /** Where a figure of a report, or of dossier statistics, comes from; near rows are named when one is unknown. */
  why(query: WhyQuery): Promise<CellExplanation>
  /** What people enter: figures by indicator, plans, index assessments. */
  readonly entered: HubEntered
  /** Audits a filled report, also against stored figures; without `against` no hub is needed: see `@cchc/hub/check`. */
  checkReport(request: HubCheckRequest): Promise<AuditResult>
  /** Holidays and swapped days of a year (all years unless told), as published and as configured. */
  calendar(query?: { readonly year?: number }): CalendarView
  close(): Promise<void>
}

export interface ProcedureCountsResult {
  readonly rows: readonly {
    readonly group: Readonly<Record<string, { readonly code: string; readonly name: string }>>
    readonly count: number
  }[]
  readonly total: number
}

export interface ProcedureView {
  readonly code: string
  readonly name: string
  readonly fieldCode: string | null
  readonly fieldName: string | null
  readonly levels: readonly string[]
  readonly serviceLevels: readonly string[]
  readonly hasFee: boolean | null
  readonly inForce: boolean
  /** The sources that know this procedure. */
  readonly sources: readonly string[]
}

export interface HubSettingsView {
  readonly gateway: {
    readonly host: string
    readonly port: number
    readonly apiKey?: string | undefined
  }
  /** `cutOffDay` = last day of a reporting month; `organisation` = the one that reports are made for unless named. */
  readonly reporting: { readonly cutOffDay: number; readonly organisation?: string | undefined }
}
