import type { Day, StatedCounts } from '@cchc/domain'
import type { Condition } from '../figure/define-figure.ts'

/**
 * One addend of a counted figure: an organisation, a field of procedures, or a procedure. The addends of a cell add up
 * to it. `columns` holds the dossiers by column of Form II.06 behind it.
 */
export interface Contribution {
  readonly code: string
  readonly name: string
  readonly sources: readonly string[]
  readonly count: number
  readonly columns: Readonly<Record<string, number>>
}

/** What one source brought of a counted figure, by the run that brought each counted record as it stands; no runs = too many records to tell. */
export interface SourceShare {
  readonly source: string
  readonly count: number
  readonly runs: readonly { readonly run: string; readonly count: number }[]
}

/** One figure as a portal counted it. */
export interface PortalRecord {
  readonly measure: string
  readonly value: number | null
  readonly source: string
  readonly organisation: string
  readonly from: Day
  readonly to: Day
  readonly provisional: boolean
  readonly run: string
  readonly knownFrom: string
}

/** The dossiers or procedures that a figure counts: its addends, and what each source and run brought of them. */
export interface CountedOrigin {
  readonly kind: 'counted'
  readonly figure: string
  readonly name: string
  readonly formula: string
  /** What the addends are: organisations, fields of procedures, procedures. */
  readonly per: 'organisation' | 'field' | 'procedure'
  readonly conditions: readonly Condition[]
  /** Null for what is counted as it stands, whatever the period. */
  readonly window: { readonly from: Day; readonly to: Day } | null
  readonly total: number
  readonly contributions: readonly Contribution[]
  /** Records of each source: dossiers, or procedures, of which several sources may know the same one. */
  readonly records: 'dossiers' | 'procedures'
  readonly shares: readonly SourceShare[]
  /** The rows that sources state instead of dossiers; absent where everything is counted. */
  readonly stated?: readonly StatedRecord[]
}

/**
 * One row as a source states it: of which unit and days, from which place of which document, and since when the hub
 * knows it. `counts` is the row as it came.
 */
export interface StatedRecord {
  readonly source: string
  readonly organisation: string
  readonly field: string | null
  readonly procedure: string | null
  readonly from: Day
  readonly to: Day
  readonly rule: string
  readonly counts: StatedCounts
  readonly document: string | null
  readonly place: string | null
  readonly statedOn: Day | null
  readonly run: string
  readonly knownFrom: string
}

/** What portals themselves state. */
export interface PortalOrigin {
  readonly kind: 'portal'
  readonly figure: string
  readonly name: string
  readonly formula: string
  readonly records: readonly PortalRecord[]
}
