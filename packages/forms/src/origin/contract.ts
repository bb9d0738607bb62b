import type {
  Cell,
  Day,
  IndicatorId,
  LegalDocument,
  OrganisationLevel,
  ReportColumn,
} from '@cchc/domain'

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

/** What one source brought of a counted figure, by the run that brought each counted record as it stands. */
export interface SourceShare {
  readonly source: string
  readonly count: number
  readonly runs: readonly { readonly run: string; readonly count: number }[]
}

/** How a printed number came from the exact one. */
export interface Rounding {
  readonly exact: string
  readonly decimals: number
  readonly method: 'half-up'
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

/** What people see as a condition of a count, such as `Cấp: Sở, ban, ngành`. */
export interface Condition {
  readonly name: string
  readonly value: string
}

/** Where a cell's figure comes from. */
export type CellOrigin =
  | {
      readonly kind: 'quotient'
      readonly formula: string
      readonly numerator: number
      readonly denominator: number
      readonly rounding: Rounding
      readonly operands: readonly ExplainedCell[]
    }
  | {
      readonly kind: 'sum'
      readonly formula: string
      readonly operands: readonly ExplainedCell[]
    }
  | {
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
      /** Columns of the same row that the form adds up to this one; empty otherwise. */
      readonly operands: readonly ExplainedCell[]
    }
  | {
      readonly kind: 'portal'
      readonly figure: string
      readonly name: string
      readonly formula: string
      readonly records: readonly PortalRecord[]
    }
  | {
      readonly kind: 'entered'
      readonly by: string
      readonly at: string
      readonly file: string | null
      readonly sha256: string | null
      readonly address: string | null
      readonly reason: string | null
      /** Why a person's figure stands where the form computes one; null where it asks for one. */
      readonly insteadOf: string | null
    }
  | {
      readonly kind: 'missing'
      readonly reasons: readonly string[]
      readonly operands: readonly ExplainedCell[]
    }

/** A cell with its printed text and origin; operands are explained in the same way. */
export interface ExplainedCell {
  readonly rowId: string
  readonly code: string
  readonly label: string
  readonly unit: string
  readonly indicatorId: IndicatorId | null
  readonly column: Pick<ReportColumn, 'key' | 'number'> & { readonly title: string }
  readonly printed: string
  readonly cell: Cell
  readonly note: string
  readonly origin: CellOrigin
}

/** The rule by which dossiers were counted. */
export interface RuleOrigin {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly legalBasis: readonly LegalDocument[]
}

/** Everything about where one cell of a report comes from. */
export interface CellExplanation {
  readonly template: { readonly id: string; readonly title: string }
  readonly organisation: {
    readonly code: string
    readonly name: string
    readonly level: OrganisationLevel
  }
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
  readonly cell: ExplainedCell
  /** Every run that the tree names. */
  readonly runs: readonly RunOrigin[]
  readonly sources: readonly SourceFreshness[]
  /** What does not add up, in words; empty when everything does. */
  readonly findings: readonly string[]
}

/** A row that can be asked for. */
export interface ExplainableRow {
  readonly rowId: string
  readonly code: string
  readonly label: string
  readonly indicatorId: IndicatorId | null
  readonly columns: readonly string[]
}
