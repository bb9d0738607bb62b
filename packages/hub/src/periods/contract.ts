import type { Day, Instant } from '@cchc/domain'
import type { Restatements } from '@cchc/figures'

/** Of when figures are; both absent = now, or as they were frozen where the period is closed. */
export interface TimeQuery {
  /** As the hub knew it then: ISO 8601, or a local date and time; a day = its end. */
  readonly asKnownAt?: string
  /** What is known, though the period is closed. */
  readonly current?: boolean
  /** The day whose tree of organisations is shown; the period's last day unless told. */
  readonly treeAt?: string
}

/** Which period of which organisation, with everything below it; the configured one unless named. */
export interface PeriodQuery {
  readonly period: string
  readonly organisation?: string
}

/** Whether a period is closed and everything that was done to it, oldest first. */
export interface PeriodView {
  readonly organisation: { readonly code: string; readonly name: string }
  readonly period: string
  readonly from: Day
  readonly to: Day
  readonly state: 'closed' | 'reopened'
  readonly events: readonly PeriodEventView[]
}

export interface PeriodEventView {
  readonly action: 'close' | 'reopen'
  readonly by: string
  readonly note: string | null
  readonly asOf: Instant
  readonly recordedAt: Instant
}

/** A period that was closed just now, and what speaks against having closed it. */
export interface PeriodClosing extends PeriodView {
  readonly warnings: readonly string[]
}

/** Restatements with the closing that they are told from and the instant of what is known. */
export interface PeriodRestatements extends Restatements {
  readonly period: string
  readonly closing: PeriodEventView
  readonly state: PeriodView['state']
  readonly knownAt: Instant
}

/** What a hub does with periods. `by` is the person as they are known here; the operating system's user unless given. */
export interface HubPeriods {
  /** Freezes the figures of a period that is over. Throws UsageError when it is not, or is closed already. */
  closePeriod(
    query: PeriodQuery & { readonly by?: string; readonly note?: string },
  ): Promise<PeriodClosing>
  /** Lets today's figures show again. Throws UsageError without a reason, or when the period is not closed. */
  reopenPeriod(
    query: PeriodQuery & { readonly by?: string; readonly reason: string },
  ): Promise<PeriodView>
  /** Every period that was ever closed, by organisation and days. */
  listPeriods(): Promise<readonly PeriodView[]>
  /** The frozen figures beside those known since, and why they differ. Throws UsageError when it was never closed. */
  restatements(
    query: PeriodQuery & { readonly rule?: string; readonly asKnownAt?: string },
  ): Promise<PeriodRestatements>
}
