import type { Day, IndicatorId, InForce, LegalDocument, Message } from '@cchc/domain'
import type { NamedOrganisation } from '@cchc/figures'
import type { OriginCell } from './cell-origin.ts'

/** A run that brought something, as far as the store still knows it. Times are ISO 8601 in Asia/Ho_Chi_Minh. */
export interface RunOrigin {
  readonly id: string
  readonly source: string
  readonly connector: string
  readonly connectorVersion: string
  readonly status: string
  readonly startedAt: string
  readonly finishedAt: string | null
}

/** How fresh a source was when the figure was made; `title` is that of its portal, null where nobody told it. */
export interface SourceFreshness {
  readonly source: string
  readonly title: string | null
  /** End of the last whole pass of the stream that is the oldest; null = one never had any. */
  readonly lastCompletedAt: string | null
}

/** The rule by which dossiers were counted. */
export interface RuleOrigin {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly legalBasis: readonly LegalDocument[]
  readonly inForce: InForce
}

/** Everything about where one cell of a report comes from. */
export interface OriginAnswer {
  readonly template: { readonly id: string; readonly title: string }
  readonly organisation: NamedOrganisation
  readonly period: {
    readonly text: string
    readonly from: Day
    readonly to: Day
    readonly cutOffDay: number
  }
  /** The instant whose knowledge the figure shows; ISO 8601. */
  readonly knownAt: string
  readonly closed?: { readonly restated: boolean }
  /** The day whose organisations these are; absent = the last of the period. */
  readonly treeAt?: Day
  readonly rule: RuleOrigin
  readonly cell: OriginCell
  /** Every run that the tree names. */
  readonly runs: readonly RunOrigin[]
  readonly sources: readonly SourceFreshness[]
  /** That the form or the rule is, or may be, out of force. */
  readonly cautions: readonly Message[]
  /** What of the period no source has read, as far as the cell needs it; empty = nothing. */
  readonly missing: readonly Message[]
  /** What does not add up; empty when everything does. */
  readonly findings: readonly Message[]
}

/** A row that can be asked for. */
export interface OriginRow {
  readonly rowId: string
  readonly code: string
  readonly label: string
  readonly indicatorId: IndicatorId | null
  readonly columns: readonly string[]
}
