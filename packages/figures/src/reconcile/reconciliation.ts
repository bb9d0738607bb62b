import type { Day } from '@cchc/domain'
import type {
  Explanation,
  PortalComparison,
  ReconcileCause,
  ReconcileChannel,
  ReconcileMeasure,
  Tolerance,
  Verdict,
} from '@cchc/domain/reconcile'
import type { NamedOrganisation } from '../organisations/organisation-tree.ts'

/** What is compared with the figures that portals state themselves; days are inclusive. */
export interface ReconcileQuery {
  /** How the portals behind the sources count, by the id of the source; only these are compared. */
  readonly comparisons: Readonly<Record<string, readonly PortalComparison[]>>
  readonly from: Day
  readonly to: Day
  /** With all below it; absent = all. */
  readonly organisation?: string | undefined
  /** Sources that are ministries' central systems, with the names of the ministries. */
  readonly ministries?: Ministries | undefined
  readonly tolerance?: Tolerance
  /** How many days before the end of a period something can still have been sent too late; 15 unless told. */
  readonly lateDays?: number
}

/** Ministries by the ids of the sources that are their central systems. */
export type Ministries = Readonly<Record<string, { readonly name: string }>>

/** A cause on one line: how many dossiers this figure counts differently for it, and by how much that moves it. */
export interface LineCause {
  readonly code: ReconcileCause
  readonly name: string
  readonly detail: { readonly code: string; readonly name: string } | null
  readonly dossiers: number
  /** There minus here. */
  readonly effect: number
  readonly confidence: Explanation['confidence']
  /** The same by procedure, the most dossiers first, where that is known; a null code = the source does not tell it. */
  readonly procedures?: readonly CauseOfProcedure[]
}

/** What a cause does to a figure with the dossiers of one procedure. */
export interface CauseOfProcedure extends Pick<LineCause, 'dossiers' | 'effect'> {
  readonly code: string | null
  readonly name: string | null
}

/** One figure on both sides. `difference` is there minus here; null there = the portal states none. */
export interface ReconcileLine {
  readonly source: string
  /** The portal as readers of figures call it. */
  readonly portal: string
  readonly rule: { readonly id: string; readonly name: string }
  readonly organisation: NamedOrganisation
  readonly period: { readonly from: Day; readonly to: Day; readonly provisional: boolean }
  /** Null = all channels. */
  readonly channel: ReconcileChannel | null
  readonly measure: ReconcileMeasure
  /** The portal's own name of its figure. */
  readonly portalMeasure: string
  /** In the systems of the province. */
  readonly here: number
  /** In ministries' systems and not in those of the province; null = they do not tell, absent = there are none. */
  readonly inMinistries?: number | null
  readonly there: number | null
  readonly difference: number
  readonly verdict: Verdict
  readonly causes: readonly LineCause[]
  /** What no cause explains; 0 when the causes add up to the difference exactly. */
  readonly unexplained: number
  readonly explained: boolean
  /** Whether `unexplained` is small enough. */
  readonly withinTolerance: boolean
}

/** How many lines came out how. `withinTolerance` = unexplained, but small; `open` = unexplained and beyond it. */
export interface ReconcileSummary {
  readonly lines: number
  readonly byVerdict: Readonly<Record<Verdict, number>>
  readonly explained: number
  readonly withinTolerance: number
  readonly open: number
}

/** Every compared figure by source, organisation and period. */
export interface ReconcileResult {
  readonly from: Day
  readonly to: Day
  readonly organisation: NamedOrganisation | null
  readonly tolerance: Tolerance
  readonly lines: readonly ReconcileLine[]
  readonly summary: ReconcileSummary
}
