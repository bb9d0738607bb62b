import type { Channel, Day, DossierStatistics, ExtraFigures, OrganisationLevel } from '@cchc/domain'

/** What statistics can be split by. `month` = reporting months with the period's cut-off day, `level` = level of the organisation. */
export type Dimension = 'org' | 'level' | 'field' | 'procedure' | 'channel' | 'month'

/** Which statistics; `organisation` includes everything below it. Days are inclusive, in Asia/Ho_Chi_Minh. */
export interface StatisticsQuery {
  readonly organisation?: string
  readonly from: Day
  readonly to: Day
  /** Months to split by, each with its label such as `2022-M01`; needed only with `by` containing `month`. */
  readonly months?: readonly { readonly label: string; readonly from: Day; readonly to: Day }[]
  readonly by: readonly Dimension[]
  readonly rule: string
  readonly sources?: readonly string[]
}

/** One row: what it is about, and the eleven columns of Form II.06. `group` holds one entry for each dimension asked for. */
export interface StatisticsRow {
  readonly group: Readonly<
    Partial<Record<Dimension, { readonly code: string; readonly name: string }>>
  >
  readonly statistics: DossierStatistics
  /** Figures beside the form; only under rules that have any. */
  readonly extras?: ExtraFigures
}

/** Rows, their total, and the rule that counted them. */
export interface StatisticsResult {
  readonly rule: { readonly id: string; readonly version: number; readonly name: string }
  readonly from: Day
  readonly to: Day
  readonly organisation: {
    readonly code: string
    readonly name: string
    readonly level: OrganisationLevel
  } | null
  readonly rows: readonly StatisticsRow[]
  readonly total: DossierStatistics
  readonly totalExtras?: ExtraFigures
  /** Identities that the rows break, in words; empty when sound. */
  readonly findings: readonly string[]
}

export type ChannelFilter = Channel | 'unknown'

/** What procedures can be counted by: Form II.07b's levels, fields, service levels. */
export type ProcedureDimension = 'level' | 'field' | 'serviceLevel'

/** Which procedures; `organisation` a province = its whole catalogue, below it = those with a service of it. */
export interface ProcedureCountsQuery {
  readonly organisation?: string
  readonly by?: readonly ProcedureDimension[]
  readonly sources?: readonly string[]
}

/** Counts per group, and the number of different procedures. */
export interface ProcedureCountsResult {
  readonly rows: readonly {
    readonly group: Readonly<Record<string, { readonly code: string; readonly name: string }>>
    readonly count: number
  }[]
  readonly total: number
}
